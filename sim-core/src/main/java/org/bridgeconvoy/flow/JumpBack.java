package org.bridgeconvoy.flow;

import java.util.function.Predicate;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/**
 * A jump back by a number of steps if a condition holds; its own step counts. It fires an event that does nothing, so that a loop in which
 * no time passes is found like any other.
 */
record JumpBack<E>(Predicate<? super E> condition, int steps) implements Move<E>, Event {
    @Override
    public void begin(Simulation sim, Journey<E> journey) {
        if (condition.test(journey.entity())) {
            sim.fireNow(this);
            journey.skip(-steps);
        }
        journey.resume(sim);
    }

    @Override
    public void fire(Simulation sim) {
        // Only counted.
    }

    @Override
    public String toString() {
        return "a repeat or a way back in a flow";
    }
}
