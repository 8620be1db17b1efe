package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Direction;
import org.jspecify.annotations.Nullable;

/** One crossing of the bridge by a truck or a vehicle, from joining the bridge queue on. */
final class Crossing {

    final Direction direction;

    /** Who crosses; null for a vehicle of the through traffic. */
    final @Nullable Truck truck;

    /** The index of a vehicle's stream in the traffic, and its number over all names. */
    final int traffic;

    final int vehicle;

    /** Drawn "when the truck joins the bridge queue" (section 8), in m/s. */
    final double speed;

    /** The convoy that it belongs to until it has crossed (section 6). */
    final @Nullable Convoy convoy;

    final long queued;

    /** Section 5: "mass on the lane is what each truck weighed as it entered" (the guide, 21). */
    long grossMilligrams;

    long enter = Time.NEVER;
    long exit = Time.NEVER;
    boolean isGone;

    /** When it stands broken down: from {@code stop} until {@code driveOn}. */
    long stop = Time.NEVER;

    long driveOn = Time.NEVER;

    private Crossing(
            Direction direction,
            @Nullable Truck truck,
            int traffic,
            int vehicle,
            double speed,
            @Nullable Convoy convoy,
            long queued) {
        this.direction = direction;
        this.truck = truck;
        this.traffic = traffic;
        this.vehicle = vehicle;
        this.speed = speed;
        this.convoy = convoy;
        this.queued = queued;
    }

    static Crossing ofTruck(Direction direction, Truck truck, double speed, @Nullable Convoy convoy, long queued) {
        return new Crossing(direction, truck, -1, -1, speed, convoy, queued);
    }

    /** "It takes no truck, no station and no convoy." (Section 4) */
    static Crossing ofVehicle(Direction direction, int traffic, int vehicle, double speed, long queued) {
        return new Crossing(direction, null, traffic, vehicle, speed, null, queued);
    }

    boolean standsAt(long now) {
        return stop <= now && now < driveOn;
    }
}
