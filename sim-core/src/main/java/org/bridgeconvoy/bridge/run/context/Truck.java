package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.engine.Simulation;

/** A truck, which carries consignments. */
public final class Truck extends RoadUser implements TruckView {

    public final int number;
    public final short truckClass;
    private final RunContext context;

    /** The step in which it is, or was last, busy. */
    public Step step;

    public long consignedAt;
    public long assignedAt;
    public long loadMilligrams;

    public int cargo;
    public int priority;

    /** Whether its cargo and load are those of a return load. */
    public boolean isReturnLoad;

    /** Number of its trip among the trips of all trucks, from 1. */
    public long trip;

    /** An idle truck; its trips end in {@code step}. */
    public Truck(RunContext context, int number, int truckClass, Step step) {
        this.context = context;
        this.number = number;
        this.truckClass = (short) truckClass;
        this.step = step;
    }

    @Override
    public void fire(Simulation sim) {
        step.ended(this);
        context.settle();
    }

    /** Row of its trip in the trip table, if trips are recorded. */
    public int row() {
        return Math.toIntExact(trip - 1);
    }

    /** Whether it carries a load over the bridge in a direction. */
    public boolean isLoaded(Direction direction) {
        return direction == Direction.OUTBOUND || isReturnLoad;
    }

    @Override
    public long grossMass(Direction direction) {
        long tare = context.world().tare(truckClass);
        return isLoaded(direction) ? tare + loadMilligrams : tare;
    }

    @Override
    public int endPriority() {
        return Priorities.end(number);
    }

    @Override
    public long headwayNanos(long ofBridge) {
        return ofBridge;
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
        return context.world().truckClass(truckClass).name();
    }

    @Override
    public String cargo() {
        return context.world().cargo(cargo);
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
