package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/**
 * Where an entity is in its flow: what {@link Flow#launch} returns, and what a {@link Step} of one's own continues. When the flow
 * has ended it can be used again with {@link #relaunch}, so that nothing is allocated.
 *
 * <p>An entity is in one step at a time per cursor. A step that ends at once continues in a loop, not deeper on the stack.
 *
 * @param <E> what moves through the flow
 */
public abstract class Cursor<E> implements Event {

    /** For this package only: no other package can extend the class. */
    Cursor() {}

    /**
     * What moves.
     *
     * @return the entity with which the flow was launched
     */
    public abstract E entity();

    /**
     * Whether the flow is not under way: before the launch, after the last step, and after a step that threw.
     *
     * @return false from the launch until the last step is done
     */
    public abstract boolean isIdle();

    /**
     * Sends the entity through the flow from the first step on, once more.
     *
     * @param sim the run
     * @throws IllegalStateException if it is still under way
     */
    public abstract void relaunch(Simulation sim);

    /**
     * Continues the entity at the step behind the one of one's own that it is in. A queue, a gate, a batch or a delay is not
     * ended by this.
     *
     * @param sim the run
     * @throws IllegalStateException if the step was continued already, or no step of one's own is under way
     */
    public abstract void proceed(Simulation sim);

    /** Continues the entity: a scheduled cursor ends its step when it fires. */
    @Override
    public abstract void fire(Simulation sim);
}
