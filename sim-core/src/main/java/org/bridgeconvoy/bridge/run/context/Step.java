package org.bridgeconvoy.bridge.run.context;

/**
 * A step of a trip: a station, a yard, a side of the lane, a rest. A trip is a chain of steps; each hands the truck on to the next. A
 * truck that is busy in a step has its event pending, and the step hears when that fires.
 */
public abstract class Step {

    /** In place of a next step that the assembly has not named yet. */
    public static Step nowhere() {
        return new Step() {
            @Override
            public void arrive(Truck truck) {
                throw new IllegalStateException("no step comes next for " + truck);
            }
        };
    }

    /** A truck comes here. */
    public abstract void arrive(Truck truck);

    /** Phase 1: what the truck was doing here has ended. */
    public void ended(Truck truck) {
        throw new IllegalStateException(truck + " has nothing here that could end");
    }
}
