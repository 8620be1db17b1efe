package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A truck and, at the same time, the one event that it can have pending: the end of what it is doing. It also is its own
 * link in the queue it stands in, so that a trip allocates nothing.
 */
public final class Truck implements Event, TruckView {

    public final int number;
    public final int truckClass;
    private final PresentWorld world;
    private final InstantPass pass;

    /** The step in which it is busy, or was last. */
    public Step step;

    /** The breakdown that it has or will have on the bridge; null if none, or if it has driven on. */
    public @Nullable Breakdown breakdown;

    /** The next behind it in its queue. */
    public @Nullable Truck next;

    /** The event scheduled last; inert once that has fired. */
    public long handle;

    /** When it joined its present queue, or became idle. */
    public long joinedAt;

    public long consignedAt;
    public long assignedAt;
    public long loadMilligrams;

    /** What it weighs on the bridge, as it entered. */
    public long grossMilligrams;

    public int cargo;
    public int priority;

    /** Whether its cargo and load are those of a return load. */
    public boolean isReturnLoad;

    /** Its trip among those of all trucks, from 1. */
    public long trip;

    /** When it leaves the bridge, or its service ends; while a service is paused, what is left of it. */
    public long dueNanos;

    /** What it waits for will take: a service, or a crossing in free flow; -1 as long as that is not drawn. */
    public long nextNanos = -1;

    /** Its place in a queue by rank. */
    public double rank;

    /** Number of the convoy it was released with; 0 for none. */
    public int convoy;

    /** An idle truck; its trips end in {@code step}. */
    public Truck(RunContext context, int number, int truckClass, Step step) {
        world = context.world();
        pass = context.pass();
        this.number = number;
        this.truckClass = truckClass;
        this.step = step;
    }

    @Override
    public void fire(Simulation sim) {
        step.ended(this);
        pass.settle();
    }

    /** Row of its trip in the trip table, if trips are recorded. */
    public int row() {
        return Math.toIntExact(trip - 1);
    }

    /** Whether it carries a load over the bridge in a direction. */
    public boolean isLoaded(Direction direction) {
        return direction == Direction.OUTBOUND || isReturnLoad;
    }

    /** What it weighs now on the bridge in a direction, in milligrams. */
    public long grossMass(Direction direction) {
        long tare = world.tare(truckClass);
        return isLoaded(direction) ? tare + loadMilligrams : tare;
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
        return world.truckClass(truckClass).name();
    }

    @Override
    public String cargo() {
        return world.cargo(cargo);
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
    public boolean isReturnLoad() {
        return isReturnLoad;
    }

    @Override
    public String toString() {
        return "truck " + number;
    }
}
