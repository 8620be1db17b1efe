package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** The step that releases units of one resource. */
record Release<E>(Allocation allocation, int units) implements Move<E> {
    @Override
    public void begin(Simulation sim, Journey<E> journey) {
        allocation.release(sim, journey, units);
        journey.resume(sim);
    }

    @Override
    public Link<E> link(Link<E> behind) {
        return (sim, journey) -> {
            allocation.release(sim, journey, units);
            return journey.beginsNext() && behind.run(sim, journey);
        };
    }
}
