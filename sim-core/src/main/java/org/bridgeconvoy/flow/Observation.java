package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** The step that tells an observer of who passes. */
record Observation<E>(Observer<? super E> observer) implements Move<E> {
    @Override
    public void begin(Simulation sim, Journey<E> journey) {
        observer.observe(journey.entity(), sim.now());
        journey.resume(sim);
    }

    @Override
    public Link<E> link(Link<E> behind) {
        return (sim, journey) -> {
            observer.observe(journey.entity(), sim.now());
            return journey.beginsNext() && behind.run(sim, journey);
        };
    }
}
