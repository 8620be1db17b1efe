package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/**
 * Cursor: the position of an entity in its flow. {@link Flow#launch} returns one, and a {@link Step} of one's own continues one. When the
 * flow has ended, {@link #relaunch} uses the cursor again, so that nothing is allocated.
 *
 * <p>An entity is in one step at a time per cursor. A step that ends at once continues in a loop, not deeper on the stack.
 *
 * @param <E> what moves through the flow
 */
public abstract class Cursor<E> implements Event {

    /** For this package only: no other package can extend the class. */
    Cursor() {}

    /** The entity as queues see it. */
    abstract Customer<E> customer();

    /** The number of the step to which the cursor belongs; negative if a step of one's own has begun since then. */
    abstract int step();

    /**
     * The entity.
     *
     * @return the entity with which the flow was launched
     */
    public abstract E entity();

    /**
     * Whether the entity is outside its flow: before the launch, after the last step, or after a step that threw.
     *
     * @return false from the launch until the last step is done
     */
    public abstract boolean isIdle();

    /**
     * Sends the entity through the flow again, from the first step on.
     *
     * @param sim the run
     * @throws IllegalStateException if it is still under way
     */
    public abstract void relaunch(Simulation sim);

    /**
     * Ends the step of one's own that the entity is in, and continues with the next step. It does not end a queue, a gate, a batch or a
     * delay; {@link Resource#leave} and {@link Gate#leave} take the entity out of a queue first.
     *
     * @param sim the run
     * @throws IllegalStateException if the step was continued already, or no step of one's own is under way
     */
    public abstract void proceed(Simulation sim);

    /** Continues the entity: a scheduled cursor ends its step when it fires. */
    @Override
    public abstract void fire(Simulation sim);
}
