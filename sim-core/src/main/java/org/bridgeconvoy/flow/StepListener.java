package org.bridgeconvoy.flow;

/**
 * Told of the steps that entities begin, for a trace or an animation.
 *
 * @param <E> what moves through the flow
 */
@FunctionalInterface
public interface StepListener<E> {

    /**
     * An entity begins a step.
     *
     * @param entity who
     * @param nowNanos the time, ns
     * @param step number of the step, from 1, and its name, such as {@code 2 (seize of resource 'crane')}
     */
    void begins(E entity, long nowNanos, String step);
}
