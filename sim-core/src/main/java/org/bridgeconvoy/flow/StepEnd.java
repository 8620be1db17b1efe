package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/**
 * The cursor that a step of one's own receives. It belongs to one beginning of that step by that journey. A second call is therefore
 * recognized, also when the entity is in another step by then, or has come to this one again.
 */
final class StepEnd<E> extends Cursor<E> {
    private final Journey<E> journey;

    private final int step;

    StepEnd(Journey<E> journey, int step) {
        this.journey = journey;
        this.step = step;
    }

    @Override
    Customer<E> customer() {
        return journey;
    }

    @Override
    int step() {
        return journey.isLatest(this) ? step : -step;
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
        journey.endStep(sim, step());
    }

    @Override
    public void fire(Simulation sim) {
        journey.endStep(sim, step());
    }

    @Override
    public String toString() {
        return "step " + step + " of " + journey.entity();
    }
}
