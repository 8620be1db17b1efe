package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * The cursor that a step of one's own receives. It belongs to that step of that journey. A second call is therefore recognized, also when
 * the entity is in another step by then.
 */
final class StepEnd<E> extends Cursor<E> {
    private final Journey<E> journey;

    private final int step;

    final @Nullable StepEnd<E> next;

    StepEnd(Journey<E> journey, int step, @Nullable StepEnd<E> next) {
        this.journey = journey;
        this.step = step;
        this.next = next;
    }

    @Override
    Customer<E> customer() {
        return journey;
    }

    @Override
    int step() {
        return step;
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
