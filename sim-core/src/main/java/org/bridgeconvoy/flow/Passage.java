package org.bridgeconvoy.flow;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Measured;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeWeighted;
import org.jspecify.annotations.Nullable;

/**
 * Passage: statistics of a part of a flow: the time that entities spend in it and the number inside, of all and by kind. {@link
 * Flow.Builder#within} names the part. A time belongs to the period in which it ends. An entity leaves the part, and its time counts, also
 * when it is taken out of its steps ({@link Flow.Builder#firstOf}) or gives up its work and goes on outside the part ({@link
 * Flow.Builder#ifInterruptedGo}). Belongs to one run. Not thread-safe.
 *
 * @param <E> what moves through the flow
 */
public final class Passage<E> implements Measured {
    private final String name;
    private final @Nullable Function<? super E, String> kind;
    private final OneRun run;
    private final Kind all = new Kind();
    private final Map<String, Kind> kinds = new TreeMap<>();

    /** Statistics of the entities of one kind, or of all: since the start or the last reset. */
    public static final class Kind {
        private final Tally timeSeconds = new Tally();
        private final TimeWeighted inside;

        private Kind() {
            this(0);
        }

        private Kind(long began) {
            inside = new TimeWeighted(0, began);
        }

        /**
         * The times of those who have left the part, in seconds.
         *
         * @return kept up to date by the run
         */
        public Tally timeSeconds() {
            return timeSeconds;
        }

        /**
         * Number inside the part, over time.
         *
         * @return kept up to date by the run
         */
        public TimeWeighted inside() {
            return inside;
        }

        private void reset(long now) {
            timeSeconds.reset();
            inside.reset(now);
        }

        private void left(long since, long now) {
            inside.add(-1, now);
            timeSeconds.record((now - since) / 1e9);
        }

        private void figures(String of, long now, ObjDoubleConsumer<String> to) {
            to.accept("time inside" + of + ", s", timeSeconds.mean());
            to.accept("number inside" + of, inside.mean(now));
            to.accept("left" + of, timeSeconds.count());
        }

        @Override
        public String toString() {
            return inside.value() + " inside, " + timeSeconds.count() + " have left after a mean of "
                    + timeSeconds.mean() + " s";
        }
    }

    /**
     * Creates a passage whose entities are all alike.
     *
     * @param name for reports
     */
    public Passage(String name) {
        this.name = Objects.requireNonNull(name, "name");
        this.kind = null;
        this.run = oneRun(name);
    }

    /**
     * Creates a passage that tells kinds of entities apart.
     *
     * @param name for reports
     * @param kind the kind of an entity, asked for when it comes
     */
    public Passage(String name, Function<? super E, String> kind) {
        this.name = Objects.requireNonNull(name, "name");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.run = oneRun(name);
    }

    private static OneRun oneRun(String name) {
        return new OneRun("passage '" + name + "'", () -> "");
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Statistics of all entities.
     *
     * @return kept up to date by the run
     */
    public Kind all() {
        return all;
    }

    /**
     * Statistics by kind, for the kinds that have come, in the order of their names.
     *
     * @return a view that follows the run; empty if kinds are not told apart
     */
    public Map<String, Kind> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** Notes an entity that comes to the part, and gives its stay there, whose way out is that many steps behind the first. */
    Stay enter(Simulation sim, E entity, int firstStep, int steps, @Nullable Stay around) {
        run.check(sim);
        long now = sim.now();
        all.inside.add(1, now);
        if (kind == null) {
            return new Stay(this, null, now, firstStep, firstStep + steps, around);
        }
        String which = Objects.requireNonNull(
                kind.apply(entity), () -> "passage '" + name + "': the kind of " + entity + " is null");
        kinds.computeIfAbsent(which, k -> new Kind(now)).inside.add(1, now);
        return new Stay(this, which, now, firstStep, firstStep + steps, around);
    }

    void leave(Stay stay, long now) {
        all.left(stay.since(), now);
        if (stay.kind() != null) {
            Objects.requireNonNull(kinds.get(stay.kind())).left(stay.since(), now);
        }
    }

    @Override
    public void forget(long nowNanos) {
        all.reset(nowNanos);
        kinds.values().forEach(one -> one.reset(nowNanos));
    }

    @Override
    public void figures(long nowNanos, ObjDoubleConsumer<String> to) {
        all.figures("", nowNanos, to);
        kinds.forEach((which, one) -> one.figures(" of " + which, nowNanos, to));
    }

    @Override
    public String toString() {
        return "passage '" + name + "' (" + all + ")";
    }
}
