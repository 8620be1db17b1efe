package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

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

    /** Number of steps, those of the ways in it included. */
    int count() {
        return steps.count();
    }

    void addTo(List<Move<E>> moves, List<String> names) {
        steps.addTo(moves, names);
    }

    /**
     * Collects the steps of a flow. Not thread-safe.
     *
     * @param <E> what moves through the flow
     */
    public static final class Builder<E> {
        private final List<Move<E>> moves = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        /** The seize that was added last, and its index; null if another step was. */
        private @Nullable Seizing<E> seizing;

        private int seizingAt;

        private Builder() {}

        private Builder<E> add(String name, Move<E> move) {
            seizing = null;
            moves.add(move);
            names.add(name);
            return this;
        }

        private void addAll(Flow<E> part) {
            seizing = null;
            part.addTo(moves, names);
        }

        private Builder<E> add(Seizing<E> seize) {
            seizing = seize;
            seizingAt = moves.size();
            seize.addTo(moves, names);
            return this;
        }

        /** The seize that a word belongs to, taken out of the steps again. */
        private Seizing<E> takeSeize(String word) {
            Seizing<E> seize = seizing;
            if (seize == null) {
                throw new IllegalStateException(
                        "step " + (moves.size() + 1) + ": " + word + " belongs directly behind a seize");
            }
            moves.subList(seizingAt, moves.size()).clear();
            names.subList(seizingAt, names.size()).clear();
            return seize;
        }

        /** An argument of the next step, which must not be null. */
        private <T> T given(@Nullable T value, String what) {
            if (value == null) {
                throw new NullPointerException("step " + (moves.size() + 1) + ": " + what + " is null");
            }
            return value;
        }

        /**
         * Seizes one unit of a resource; the entity waits in its queue until the unit is free.
         *
         * @param resource of which
         * @return this
         */
        public Builder<E> seize(Resource resource) {
            return seize(resource, 1);
        }

        /**
         * Seizes units of a resource, all at once; the entity waits in its queue until they are free.
         *
         * @param resource of which
         * @param units how many, from 1 to the most the resource ever has
         * @return this
         * @throws IllegalArgumentException if the number of units is out of range
         */
        public Builder<E> seize(Resource resource, int units) {
            given(resource, "the resource to seize").checkUnits(units);
            return add(new Seizing<>(resource, units, null));
        }

        /**
         * Seizes units of a resource, with a priority in its queue.
         *
         * @param resource of which
         * @param units how many, from 1 to the most the resource ever has
         * @param priority read when the entity comes; the higher one is served first, equal ones in the order of coming
         * @return this
         * @throws IllegalArgumentException if the number of units is out of range
         */
        public Builder<E> seize(Resource resource, int units, ToIntFunction<? super E> priority) {
            given(resource, "the resource to seize").checkUnits(units);
            given(priority, "the priority");
            return add(new Seizing<>(resource, units, priority));
        }

        /**
         * Limits the wait for the seize before this word: an entity that has waited so long in the queue without the units gives up
         * (reneges). It goes the steps given and then out of this flow: to its end or, where this flow is part of another, on behind the
         * part.
         *
         * @param patienceSeconds how long, drawn when the entity comes, also if it is served at once, and rounded to the nanosecond; at
         *     least 0; infinite, or beyond the end of the clock, for ever
         * @param gaveUp the steps of who gives up
         * @return this
         * @throws IllegalStateException if the step before is no seize, or has a patience
         */
        public Builder<E> orGiveUpAfterSeconds(ToDoubleFunction<? super E> patienceSeconds, Flow<E> gaveUp) {
            given(patienceSeconds, "the patience");
            given(gaveUp, "the flow of who gives up");
            Seizing<E> seize = takeSeize("orGiveUpAfterSeconds");
            seize.giveUpAfter(patienceSeconds, gaveUp);
            return add(seize);
        }

        /**
         * Limits the queue of the seize before this word: an entity that would have to wait, and finds that number in the queue, does not join
         * it (balks). It goes the steps given and then out of this flow: to its end or, where this flow is part of another, on behind the
         * part. Seizes elsewhere of the same resource have limits of their own.
         *
         * @param queueLength number that wait, at least 0; 0 for no waiting at all
         * @param balked the steps of who balks
         * @return this
         * @throws IllegalArgumentException if the length is negative
         * @throws IllegalStateException if the step before is no seize, or has a limit
         */
        public Builder<E> orBalkAt(int queueLength, Flow<E> balked) {
            given(balked, "the flow of who balks");
            Seizing<E> seize = takeSeize("orBalkAt");
            seize.balkAt(queueLength, balked);
            return add(seize);
        }

        /**
         * Releases one unit of a resource. An entity that waits for it goes on before the one that releases it.
         *
         * @param resource to which
         * @return this
         */
        public Builder<E> release(Resource resource) {
            return release(resource, 1);
        }

        /**
         * Releases units of a resource. Entities that wait for them go on before the one that releases them.
         *
         * @param resource to which
         * @param units how many, at least 1
         * @return this
         * @throws IllegalArgumentException if the number of units is out of range
         */
        public Builder<E> release(Resource resource, int units) {
            given(resource, "the resource to release").checkUnits(units);
            Allocation allocation = resource.allocation();
            return add(
                    "release of resource '" + resource.name() + "'",
                    (sim, journey) -> allocation.release(sim, journey, units));
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
            return add("delay", (sim, journey) -> {
                long time = nanos.applyAsLong(journey.entity());
                if (time < 0) {
                    throw DelaySeconds.refused(sim, journey, ">= 0 ns, got " + time + " ns", nanos);
                }
                journey.resumeAfter(sim, time);
            });
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
            return add("delay", (sim, journey) -> journey.resumeAfter(sim, nanos));
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
         * Goes one of two ways and then on behind both.
         *
         * @param condition looked at when the entity comes
         * @param ifTrue the steps if it holds
         * @param ifFalse the steps if not; a flow without steps goes on at once
         * @return this
         */
        public Builder<E> branch(Predicate<? super E> condition, Flow<E> ifTrue, Flow<E> ifFalse) {
            given(condition, "the condition");
            int longTrue = given(ifTrue, "the flow if it holds").count();
            int longFalse = given(ifFalse, "the flow if not").count();
            add("branch", (sim, journey) -> {
                if (!condition.test(journey.entity())) {
                    journey.skip(longTrue + 1);
                }
                journey.resume(sim);
            });
            addAll(ifTrue);
            add("end of a branch", (sim, journey) -> {
                journey.skip(longFalse);
                journey.resume(sim);
            });
            addAll(ifFalse);
            return this;
        }

        /**
         * Tells an observer that an entity passes.
         *
         * @param observer told the entity and the time
         * @return this
         */
        public Builder<E> observe(Observer<? super E> observer) {
            given(observer, "the observer");
            return add("observe", (sim, journey) -> {
                observer.observe(journey.entity(), sim.now());
                journey.resume(sim);
            });
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
            addAll(given(part, "the flow"));
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
    }
}
