package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A truck and, at the same time, the one event that it can have pending: the end of what it is doing. It also is its own
 * link in the queue it stands in, so that a trip allocates nothing.
 */
final class Truck implements Event, TruckView {

    /** What ends when the truck's event fires. */
    enum Activity {
        NONE,
        SERVICE,
        CROSSING,
        CROSSING_UNTIL_STOP,
        STANDING,
        REST
    }

    final int number;
    final int truckClass;
    private final BridgeRun run;

    Activity activity = Activity.NONE;

    /** The station that serves it, while it is served. */
    @Nullable
    Station station;

    /** The direction in which it crosses, or will cross next. */
    Direction direction = Direction.OUTBOUND;

    /** The next behind it in its queue. */
    @Nullable
    Truck next;

    /** The pending event; 0 if there is none. */
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

    /** When it leaves the bridge; while a service is paused, what is left of it. */
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

    Truck(BridgeRun run, int number, int truckClass) {
        this.run = run;
        this.number = number;
        this.truckClass = truckClass;
    }

    @Override
    public void fire(Simulation sim) {
        handle = 0;
        run.ended(this);
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
        return run.className(truckClass);
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
