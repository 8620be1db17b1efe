package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/**
 * A step of one's own in a {@link Flow}.
 *
 * @param <E> what moves through the flow
 */
@FunctionalInterface
public interface Step<E> {

    /**
     * Begins the step for an entity. When it is done, the cursor must be continued exactly once, now ({@link Cursor#proceed}) or at
     * a later simulated time; as the cursor is an event, {@code sim.schedule(delayNanos, done)} is the shortest way. A step may instead
     * hand the cursor to a resource, a gate or a batch, which continues it: {@link Resource#seize}, {@link Gate#waitFor}, {@link
     * Batch#join}.
     *
     * @param sim the run
     * @param entity what has reached the step
     * @param done the entity's own cursor
     */
    void begin(Simulation sim, E entity, Cursor<E> done);
}
