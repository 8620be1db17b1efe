package org.bridgeconvoy.flow;

import java.util.Locale;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity is in its flow. It is the event that ends a delay and the place in a queue at the same time, so that nothing is
 * allocated while the entity moves on; when the flow has ended it can be used again with {@link #relaunch}.
 *
 * <p>An entity is in one flow, and in one queue, at a time per cursor. A step that ends at once continues in a loop, not deeper on
 * the stack.
 *
 * @param <E> what moves through the flow
 */
public final class Cursor<E> implements Event {
    private enum State {
        /** Not started, or at the end. */
        IDLE,
        /** In {@link Step#begin}, which has not continued the cursor yet. */
        BEGINNING,
        /** Continued from within {@link Step#begin}. */
        CONTINUED,
        /** Waiting for someone to continue it. */
        WAITING
    }

    private final Step<E>[] steps;
    private final E entity;
    private int position;
    private State state = State.IDLE;

    /* For the queue in which it waits. */
    @Nullable
    Cursor<?> behind;

    int units;
    int priority;
    long since;

    Cursor(Step<E>[] steps, E entity) {
        this.steps = steps;
        this.entity = entity;
    }

    /**
     * What moves.
     *
     * @return the entity with which the flow was launched
     */
    public E entity() {
        return entity;
    }

    /**
     * Whether the flow is not under way: before the launch, and after the last step.
     *
     * @return false from the launch until the last step is done
     */
    public boolean isIdle() {
        return state == State.IDLE;
    }

    /**
     * Sends the entity through the flow from the first step on, once more.
     *
     * @param sim the run
     * @throws IllegalStateException if it is still under way
     */
    public void relaunch(Simulation sim) {
        if (state != State.IDLE) {
            throw new IllegalStateException("flow is still under way " + at(sim));
        }
        position = 0;
        goOn(sim);
    }

    /**
     * Continues the entity at the step behind the one that it is in.
     *
     * @param sim the run
     * @throws IllegalStateException if no step is under way that has not been continued yet
     */
    public void proceed(Simulation sim) {
        if (state == State.WAITING) {
            goOn(sim);
        } else if (state == State.BEGINNING) {
            state = State.CONTINUED;
        } else {
            throw new IllegalStateException("step " + position + " was continued twice " + at(sim));
        }
    }

    /** Continues the entity: a scheduled cursor ends its step when it fires. */
    @Override
    public void fire(Simulation sim) {
        proceed(sim);
    }

    private void goOn(Simulation sim) {
        do {
            if (position == steps.length) {
                state = State.IDLE;
                return;
            }
            state = State.BEGINNING;
            steps[position++].begin(sim, entity, this);
        } while (state == State.CONTINUED);
        state = State.WAITING;
    }

    /** Leaves out that many of the steps that follow. */
    void skip(int count) {
        position += count;
    }

    /** Time and entity, for messages. */
    String at(Simulation sim) {
        return String.format(Locale.ROOT, "(t=%.6f s, %s)", sim.now() / 1e9, entity);
    }

    @Override
    public String toString() {
        return "step " + position + " of " + entity;
    }
}
