package org.bridgeconvoy.bridge.run.context;

/**
 * A step of a trip: a station, a yard, a side of the lane, a rest. A trip is a chain of steps; each hands the truck on to the next. A truck
 * that is busy in a step has its event pending, and the event tells the step when it fires.
 */
public abstract class Step {

    /** Stands for a next step that the assembly has not named yet. */
    public static Step nowhere() {
        return new Step() {
            @Override
            public void arrive(Truck truck) {
                throw new IllegalStateException("no step comes next for " + truck);
            }
        };
    }

    /** A truck arrives at this step. */
    public abstract void arrive(Truck truck);

    /** Phase 1: the truck's activity in this step has ended. */
    public void ended(Truck truck) {
        throw new IllegalStateException(truck + " has nothing here that could end");
    }
}
