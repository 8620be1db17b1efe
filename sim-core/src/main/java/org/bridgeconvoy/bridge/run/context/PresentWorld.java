package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;

/** The world in force in one run, and the masses and capacities of trucks in it. */
public final class PresentWorld {

    private WorldPlan plan;
    private TruckClass[] classes;

    /** The world at the start. */
    public PresentWorld(WorldPlan plan) {
        this.plan = plan;
        classes = plan.config().fleet().toArray(new TruckClass[0]);
    }

    /** Puts the next world in force. */
    public void change(WorldPlan next) {
        plan = next;
        classes = next.config().fleet().toArray(new TruckClass[0]);
    }

    /** The plan of the world in force. */
    public WorldPlan plan() {
        return plan;
    }

    /** Number of truck classes; no change adds or removes one. */
    public int classes() {
        return classes.length;
    }

    /** A class by its index in the fleet. */
    public TruckClass truckClass(int truckClass) {
        return classes[truckClass];
    }

    /** The most that a truck of a class can carry, in milligrams; 0 if the class cannot cross. */
    public long carrying(int truckClass) {
        return plan.carrying(truckClass);
    }

    /** Name of a cargo by its index in the demand. */
    public String cargo(int cargo) {
        return plan.streams().get(cargo).config().cargo();
    }

    /** Mass of an empty truck of a class, in milligrams. */
    long tare(int truckClass) {
        return plan.tare(truckClass);
    }
}
