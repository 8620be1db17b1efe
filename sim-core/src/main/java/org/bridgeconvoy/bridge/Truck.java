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

    /** How a crossing of the bridge goes on. */
    enum Crossing {
        /** It does not break down, or has driven on. */
        MOVING,
        /** It will break down before it leaves the bridge. */
        WILL_STOP,
        /** It stands. */
        STANDING
    }

    final int number;
    final int truckClass;
    private final BridgeRun run;

    /** Where it is busy, or was last. */
    Place place;

    Crossing crossing = Crossing.MOVING;

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
    int cargo;
    int priority;

    /** Row of its trip in the trip table; -1 if it is not recorded. */
    int row = -1;

    long trip;

    /** Free-flow time of the crossing that comes next or is under way. */
    long crossingNanos;

    /** When it leaves the bridge, or its service ends; while a service is paused, what is left of it. */
    long dueNanos;

    /** The end of a standing breakdown that is to come. */
    long driveOnAt;

    /** What its service at the station where it waits will take; -1 as long as it is not drawn. */
    long serviceNanos = -1;

    /** Its place in a queue by rank. */
    double rank;

    /** Where it stands broken down, or will; from the end at which it entered. */
    double stopMetres;

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
