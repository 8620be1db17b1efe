package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A truck and, at the same time, the one event that it can have pending: the end of what it is doing. It also is its own
 * link in the queue it stands in, so that a trip allocates nothing.
 */
final class Truck implements Event, TruckView {

    final int number;
    final int truckClass;
    private final BridgeRun run;

    /** Where it is busy, or was last. */
    Place place;

    /** The breakdown that it has or will have on the bridge; null if none, or if it has driven on. */
    @Nullable
    Stop stop;

    /** The next behind it in its queue. */
    @Nullable
    Truck next;

    /** The event scheduled last; inert once that has fired. */
    long handle;

    /** When it joined its present queue, or became idle. */
    long joinedAt;

    long consignedAt;
    long assignedAt;
    long loadMilligrams;

    /** What it weighs on the bridge, as it entered. */
    long grossMilligrams;

    int cargo;
    int priority;

    /** Its trip among those of all trucks, from 1. */
    long trip;

    /** When it leaves the bridge, or its service ends; while a service is paused, what is left of it. */
    long dueNanos;

    /** What it waits for will take: a service, or a crossing in free flow; -1 as long as that is not drawn. */
    long nextNanos = -1;

    /** Its place in a queue by rank. */
    double rank;

    /** Number of the convoy it was released with; 0 for none. */
    int convoy;

    Truck(BridgeRun run, int number, int truckClass, Place place) {
        this.run = run;
        this.number = number;
        this.truckClass = truckClass;
        this.place = place;
    }

    @Override
    public void fire(Simulation sim) {
        place.ended(this);
        run.settle();
    }

    /** Row of its trip in the trip table, if trips are recorded. */
    int row() {
        return Math.toIntExact(trip - 1);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public long trip() {
        return trip;
    }

    @Override
    public String truckClass() {
        return run.fleet().truckClass(truckClass).name();
    }

    @Override
    public String cargo() {
        return run.cargoName(cargo);
    }

    @Override
    public int priority() {
        return priority;
    }

    @Override
    public double loadTonnes() {
        return Mass.toTonnes(loadMilligrams);
    }

    @Override
    public String toString() {
        return "truck " + number;
    }
}
