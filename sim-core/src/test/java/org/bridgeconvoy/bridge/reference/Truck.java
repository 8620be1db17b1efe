package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.config.TruckClass;
import org.jspecify.annotations.Nullable;

/** A truck: where it is on its trip, and what it carries. */
final class Truck {

    final int number;

    /** The index of its class in the fleet. */
    final int classIndex;

    Leg leg = Leg.IDLE_AT_ORIGIN;

    /** When it became idle. */
    long idleSince;

    /** When what it does now ends: a road leg, a rest, a crossing; services end as their station says. */
    long ends = Time.NEVER;

    /** When its wait for a return load is over. */
    long goesBack = Time.NEVER;

    @Nullable
    Trip trip;

    /** Its crossing of the bridge while it is on the lane. */
    @Nullable
    Crossing crossing;

    /** What is on it, in milligrams. */
    long load;

    boolean isLoaded;

    /** The index of the cargo of what is on it. */
    int cargo;

    Truck(int number, int classIndex, long now) {
        this.number = number;
        this.classIndex = classIndex;
        idleSince = now;
    }

    TruckClass truckClass(WorldNow world) {
        return world.config().fleet().get(classIndex);
    }

    Trip trip() {
        if (trip == null) {
            throw new IllegalStateException("truck " + number + " has no trip");
        }
        return trip;
    }
}
