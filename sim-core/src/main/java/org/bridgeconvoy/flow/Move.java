package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** The action of one step of a flow. An action that does not end at once must have the journey continued later. */
@FunctionalInterface
interface Move<E> {
    void begin(Simulation sim, Journey<E> journey);

    /** What the action, if it is a seize, says about interruptions of the work with its units. */
    default Interruption interruption() {
        return Interruption.RESUMES;
    }

    /** The action in a flow that is built, with a number of steps behind it. */
    default Move<E> before(int steps) {
        return this;
    }

    /** Whether the action is a delay, so that no other entity goes on within it. */
    default boolean isDelay() {
        return false;
    }

    /** The action in a flow that is built, with the link behind it. */
    default Link<E> link(Link<E> behind) {
        return (sim, journey) -> journey.beginAlone(sim, this);
    }
}
