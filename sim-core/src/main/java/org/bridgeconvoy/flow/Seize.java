package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** The step that seizes units of one resource, without a priority, and waits for them to the end. */
record Seize<E>(Allocation allocation, int units) implements Move<E> {
    @Override
    public void begin(Simulation sim, Journey<E> journey) {
        allocation.seize(sim, journey, units, 0);
    }

    @Override
    public Link<E> link(Link<E> behind) {
        return (sim, journey) ->
                allocation.takesOrJoins(sim, journey, units, 0) && journey.beginsNext() && behind.run(sim, journey);
    }
}
