package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/**
 * The sequence of steps that an entity follows. It reads like the process; there is no thread or coroutine in it: each step
 * continues the next one.
 *
 * <p>A flow does not change once built and serves all entities of a run at once. The resources, gates and batches it names belong
 * to that run.
 *
 * @param <E> what moves through the flow, any type
 */
public final class Flow<E> {
    private final Step<E>[] steps;

    private Flow(Step<E>[] steps) {
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
     * passed all steps at once.
     *
     * @param sim the run
     * @param entity what moves
     * @return its cursor, which may be kept to send the same entity through again without allocating
     */
    public Cursor<E> launch(Simulation sim, E entity) {
        Cursor<E> cursor = cursor(entity);
        cursor.relaunch(sim);
        return cursor;
    }

    /**
     * Sends one entity after the other through the flow, the first one after the first gap.
     *
     * @param sim the run
     * @param gapSeconds the time until the next entity comes, rounded to the nanosecond; at least 0; infinite if no more comes
     * @param entity makes the next entity, as it comes
     */
    public void launchEverySeconds(Simulation sim, DoubleSupplier gapSeconds, Supplier<? extends E> entity) {
        new Event() {
            @Override
            public void fire(Simulation s) {
                launch(s, entity.get());
                scheduleNext(s);
            }

            void scheduleNext(Simulation s) {
                double gap = gapSeconds.getAsDouble();
                if (gap != Double.POSITIVE_INFINITY) {
                    s.schedule(Nanos.ofSeconds(gap), this);
                }
            }
        }.scheduleNext(sim);
    }

    /**
     * Makes a cursor for an entity that is launched later, by {@link Cursor#relaunch}.
     *
     * @param entity what moves
     * @return an idle cursor
     */
    public Cursor<E> cursor(E entity) {
        return new Cursor<>(steps, Objects.requireNonNull(entity, "entity"));
    }

    /**
     * Collects the steps of a flow. Not thread-safe.
     *
     * @param <E> what moves through the flow
     */
    public static final class Builder<E> {
        private final List<Step<E>> steps = new ArrayList<>();

        private Builder() {}

        /**
         * Takes one unit of a resource, waiting in its queue if need be.
         *
         * @param resource of which
         * @return this
         */
        public Builder<E> seize(Resource resource) {
            return seize(resource, 1);
        }

        /**
         * Takes units of a resource, all at once, waiting in its queue if need be.
         *
         * @param resource of which
         * @param units how many, from 1 to the most the resource ever has
         * @return this
         * @throws IllegalArgumentException if the number of units is out of range
         */
        public Builder<E> seize(Resource resource, int units) {
            resource.checkUnits(units);
            return then((sim, entity, done) -> resource.seize(sim, done, units, 0));
        }

        /**
         * Takes units of a resource with a priority in its queue.
         *
         * @param resource of which
         * @param units how many, from 1 to the most the resource ever has
         * @param priority read when the entity comes; the higher one is served first, equal ones in the order of coming
         * @return this
         * @throws IllegalArgumentException if the number of units is out of range
         */
        public Builder<E> seize(Resource resource, int units, ToIntFunction<? super E> priority) {
            resource.checkUnits(units);
            return then((sim, entity, done) -> resource.seize(sim, done, units, priority.applyAsInt(entity)));
        }

        /**
         * Gives one unit of a resource back; who waits for it goes on before the one that released it.
         *
         * @param resource to which
         * @return this
         */
        public Builder<E> release(Resource resource) {
            return release(resource, 1);
        }

        /**
         * Gives units of a resource back; who waits for them goes on before the one that released them.
         *
         * @param resource to which
         * @param units how many, at least 1
         * @return this
         * @throws IllegalArgumentException if the number of units is out of range
         */
        public Builder<E> release(Resource resource, int units) {
            resource.checkUnits(units);
            return then((sim, entity, done) -> {
                resource.release(sim, done, units);
                done.proceed(sim);
            });
        }

        /**
         * Lets time pass by plan, such as a time drawn from a distribution.
         *
         * @param seconds how long, drawn when the entity comes and rounded to the nanosecond; at least 0
         * @return this
         */
        public Builder<E> delaySeconds(ToDoubleFunction<? super E> seconds) {
            return delay(entity -> Nanos.ofSeconds(seconds.applyAsDouble(entity)));
        }

        /**
         * Lets time pass by plan.
         *
         * @param nanos how long, drawn when the entity comes; at least 0
         * @return this
         */
        public Builder<E> delay(ToLongFunction<? super E> nanos) {
            return then((sim, entity, done) -> sim.schedule(nanos.applyAsLong(entity), done));
        }

        /**
         * Lets a constant time pass.
         *
         * @param nanos how long, at least 0
         * @return this
         * @throws IllegalArgumentException if negative
         */
        public Builder<E> delay(long nanos) {
            if (nanos < 0) {
                throw new IllegalArgumentException("delay must be >= 0 ns, got " + nanos + " ns");
            }
            return then((sim, entity, done) -> sim.schedule(nanos, done));
        }

        /**
         * Waits until a gate is open; passes at once if it is.
         *
         * @param gate which
         * @return this
         */
        public Builder<E> waitFor(Gate gate) {
            return then((sim, entity, done) -> gate.pass(sim, done));
        }

        /**
         * Waits until a batch is complete or has waited long enough; all in it go on at the same instant.
         *
         * @param batch which
         * @return this
         */
        public Builder<E> batch(Batch batch) {
            return then((sim, entity, done) -> batch.join(sim, done));
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
            int longTrue = ifTrue.steps.length;
            int longFalse = ifFalse.steps.length;
            then((sim, entity, done) -> {
                if (!condition.test(entity)) {
                    done.skip(longTrue + 1);
                }
                done.proceed(sim);
            });
            steps.addAll(Arrays.asList(ifTrue.steps));
            then((sim, entity, done) -> {
                done.skip(longFalse);
                done.proceed(sim);
            });
            steps.addAll(Arrays.asList(ifFalse.steps));
            return this;
        }

        /**
         * Looks at the entity as it passes by.
         *
         * @param observer told the entity and the time
         * @return this
         */
        public Builder<E> observe(Observer<? super E> observer) {
            return then((sim, entity, done) -> {
                observer.observe(entity, sim.now());
                done.proceed(sim);
            });
        }

        /**
         * Adds a step of one's own.
         *
         * @param step what it does
         * @return this
         */
        public Builder<E> then(Step<E> step) {
            steps.add(Objects.requireNonNull(step, "step"));
            return this;
        }

        /**
         * Adds all steps of another flow, which may be part of any number of flows.
         *
         * @param part its steps
         * @return this
         */
        public Builder<E> then(Flow<E> part) {
            steps.addAll(Arrays.asList(part.steps));
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the flow, which does not change with this builder any more
         */
        @SuppressWarnings({"unchecked", "rawtypes"
        }) // an array of Step<E> cannot be created otherwise, and no other type gets in
        public Flow<E> build() {
            return new Flow<>(steps.toArray(new Step[0]));
        }
    }
}
