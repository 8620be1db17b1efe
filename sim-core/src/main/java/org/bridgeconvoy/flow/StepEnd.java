package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * What a step of one's own continues its entity by. It belongs to that step of that journey, so that it is told apart whether the
 * entity is still in the step or was continued already and is in another one.
 */
final class StepEnd<E> extends Cursor<E> {
    private final Journey<E> journey;

    /** The number of the step, from 1. */
    final int step;

    final @Nullable StepEnd<E> next;

    StepEnd(Journey<E> journey, int step, @Nullable StepEnd<E> next) {
        this.journey = journey;
        this.step = step;
        this.next = next;
    }

    @Override
    public E entity() {
        return journey.entity();
    }

    @Override
    public boolean isIdle() {
        return journey.isIdle();
    }

    @Override
    public void relaunch(Simulation sim) {
        journey.relaunch(sim);
    }

    @Override
    public void proceed(Simulation sim) {
        journey.endStep(sim, step);
    }

    @Override
    public void fire(Simulation sim) {
        journey.endStep(sim, step);
    }

    @Override
    public String toString() {
        return "step " + step + " of " + journey.entity();
    }
}
