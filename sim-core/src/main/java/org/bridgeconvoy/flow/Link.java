package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/**
 * Link: a step of a flow that is built. A step that has ended at once begins the one behind it from its own code, so that the compiler,
 * which looks at one place of the code at a time, mostly finds the same kind of step there.
 */
interface Link<E> {

    /** Begins the step, and those behind it that it knows; whether the journey then begins at once the step at its position. */
    boolean run(Simulation sim, Journey<E> journey);

    /** The end of a flow, behind its last step. */
    static <E> Link<E> end() {
        return (sim, journey) -> {
            journey.end(sim);
            return false;
        };
    }

    /** In the place of the link behind a long row of others, so that many steps at one instant do not go deep on the stack. */
    static <E> Link<E> rest() {
        return (sim, journey) -> {
            journey.skip(-1);
            return true;
        };
    }
}
