package org.bridgeconvoy.flow;

import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.bridgeconvoy.engine.Simulation;

/**
 * Flow: the sequence of steps that an entity follows. It reads like the process. It uses no thread or coroutine: each step continues the
 * next one.
 *
 * <p>A flow is immutable and serves all entities of a run at once. The resources, gates and batches that it names belong to that run.
 *
 * @param <E> what moves through the flow, any type
 */
public final class Flow<E> {
    private final Steps<E> steps;

    private Flow(Steps<E> steps) {
        this.steps = steps;
    }

    /**
     * Begins a flow.
     *
     * @param <E> what moves through it
     * @return a builder without steps
     */
    public static <E> Builder<E> of() {
        return new Builder<>();
    }

    /**
     * Sends an entity through the flow, from the first step on. The call returns when the entity waits for the first time, or has
     * passed all steps at once; if launches at one instant are nested very deep, one in the other, it may return before the entity has
     * begun ({@link Simulation#fireNow}).
     *
     * @param sim the run
     * @param entity what moves
     * @return its cursor, which may be kept to send the same entity through again without allocating
     */
    public Cursor<E> launch(Simulation sim, E entity) {
        Cursor<E> cursor = cursor(entity);
        cursor.relaunch(Objects.requireNonNull(sim, "sim"));
        return cursor;
    }

    /**
     * Launches entities one after the other, the first one after the first gap.
     *
     * @param sim the run
     * @param gapSeconds the time until the next launch, rounded to the nanosecond; at least 0; infinite, or beyond the end of the
     *     clock, for no further launch
     * @param entity makes the next entity, at its launch
     */
    public void launchEverySeconds(Simulation sim, DoubleSupplier gapSeconds, Supplier<? extends E> entity) {
        new Launches<E>(this, gapSeconds, entity).scheduleNext(sim);
    }

    /**
     * Makes a cursor for an entity that is launched later, by {@link Cursor#relaunch}.
     *
     * @param entity what moves
     * @return an idle cursor
     */
    public Cursor<E> cursor(E entity) {
        return new Journey<>(steps, Objects.requireNonNull(entity, "entity"));
    }

    /**
     * A copy of the flow whose steps are told to a listener, for a trace or an animation. Steps on parallel ways are told only if the
     * ways are such copies. The flow itself costs nothing more.
     *
     * @param listener told of each step that an entity begins
     * @return a flow with these steps
     */
    public Flow<E> traced(StepListener<? super E> listener) {
        return new Flow<>(steps.traced(Objects.requireNonNull(listener, "listener")));
    }

    /** The names of the steps in their order. */
    @Override
    public String toString() {
        return "flow (" + steps + ")";
    }

    Steps<E> steps() {
        return steps;
    }

    /**
     * Collects the steps of a flow. Not thread-safe.
     *
     * @param <E> what moves through the flow
     */
    public static final class Builder<E> extends StockWords<E, Builder<E>> {
        private Builder() {}

        @Override
        Builder<E> self() {
            return this;
        }

        /**
         * Delays the entity by a time, such as one drawn from a distribution.
         *
         * @param seconds how long, drawn when the entity comes and rounded to the nanosecond; at least 0; beyond the end of the clock,
         *     or infinite, the entity stays for ever. {@code Distribution.from(stream)} draws from a law that messages then name
         * @return this
         */
        public Builder<E> delaySeconds(ToDoubleFunction<? super E> seconds) {
            return add("delay", new DelaySeconds<>(given(seconds, "the time of the delay")));
        }

        /**
         * Delays the entity by a time in nanoseconds.
         *
         * @param nanos how long, drawn when the entity comes; at least 0; beyond the end of the clock the entity stays for ever
         * @return this
         */
        public Builder<E> delay(ToLongFunction<? super E> nanos) {
            given(nanos, "the time of the delay");
            return add("delay", new DelayNanos<>(nanos));
        }

        /**
         * Delays the entity by a constant time.
         *
         * @param nanos how long, at least 0
         * @return this
         * @throws IllegalArgumentException if negative
         */
        public Builder<E> delay(long nanos) {
            if (nanos < 0) {
                throw new IllegalArgumentException("delay must be >= 0 ns, got " + nanos + " ns");
            }
            return add("delay", new DelayNanos<>(entity -> nanos));
        }

        /**
         * Waits until a gate is open; passes at once if it is.
         *
         * @param gate which
         * @return this
         */
        public Builder<E> waitFor(Gate gate) {
            given(gate, "the gate");
            return add("gate '" + gate.name() + "'", gate::pass);
        }

        /**
         * Waits until a batch is complete or has waited long enough; all in it go on at the same instant.
         *
         * @param batch which
         * @return this
         */
        public Builder<E> batch(Batch batch) {
            given(batch, "the batch");
            return add("batch '" + batch.name() + "'", batch::join);
        }

        /**
         * Tells an observer that an entity passes.
         *
         * @param observer told the entity and the time
         * @return this
         */
        public Builder<E> observe(Observer<? super E> observer) {
            given(observer, "the observer");
            return add("observe", new Observation<>(observer));
        }

        /**
         * Adds a step of one's own.
         *
         * @param step what it does
         * @return this
         */
        public Builder<E> then(Step<E> step) {
            given(step, "the step");
            return add("a step of one's own", (sim, journey) -> journey.begin(sim, step));
        }

        /**
         * Adds all steps of another flow, which may be part of any number of flows.
         *
         * @param part its steps
         * @return this
         */
        public Builder<E> then(Flow<E> part) {
            addAll(given(part, "the flow").steps());
            return this;
        }

        /**
         * Builds the flow.
         *
         * @return the flow, which later calls on this builder do not change
         */
        public Flow<E> build() {
            return new Flow<>(new Steps<>(moves, names));
        }

        @Override
        public String toString() {
            return "builder of a flow (" + String.join(", ", names) + ")";
        }
    }
}
