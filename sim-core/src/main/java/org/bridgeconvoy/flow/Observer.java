package org.bridgeconvoy.flow;

/**
 * Told when an entity passes a point of its flow.
 *
 * @param <E> what moves through the flow
 */
@FunctionalInterface
public interface Observer<E> {

    /**
     * An entity passes.
     *
     * @param entity the entity that passes
     * @param nowNanos the time, ns
     */
    void observe(E entity, long nowNanos);
}
