package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Measured;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeWeighted;

/**
 * End report: the figures of everything in a run that collects some, under names such as {@code "crane: wait, s"}. One warm-up resets
 * them all. The figures of many replications make a table with intervals: {@code EndReport} in the package {@code experiment}.
 *
 * <p>Belongs to one run. Not thread-safe.
 */
public final class Report {
    private final Simulation sim;
    private final List<Measured> parts = new ArrayList<>();

    /**
     * Creates a report without parts.
     *
     * @param sim the run
     */
    public Report(Simulation sim) {
        this.sim = Objects.requireNonNull(sim, "sim");
    }

    /**
     * Adds what is to be reported: resources, levels, stores, passages, or parts of one's own.
     *
     * @param more each with a name of its own
     * @return this
     * @throws IllegalArgumentException if a name is there already
     */
    public Report add(Measured... more) {
        for (Measured part : more) {
            for (Measured other : parts) {
                if (other.name().equals(part.name())) {
                    throw new IllegalArgumentException("the report has a part '" + part.name() + "' already");
                }
            }
            parts.add(part);
        }
        return this;
    }

    /**
     * Adds a tally: mean, least, greatest and number of its observations.
     *
     * @param name in the report, with the unit of the observations
     * @param tally what
     * @return this
     * @throws IllegalArgumentException if the name is there already
     */
    public Report add(String name, Tally tally) {
        Objects.requireNonNull(tally, "tally");
        return add(new OnePart(name, now -> tally.reset(), (now, to) -> {
            to.accept("mean", tally.mean());
            to.accept("least", tally.min());
            to.accept("greatest", tally.max());
            to.accept("number", tally.count());
        }));
    }

    /**
     * Adds a number that changes in time: its mean and its greatest value.
     *
     * @param name in the report
     * @param number what
     * @return this
     * @throws IllegalArgumentException if the name is there already
     */
    public Report add(String name, TimeWeighted number) {
        Objects.requireNonNull(number, "number");
        return add(new OnePart(name, number::reset, (now, to) -> {
            to.accept("mean", number.mean(now));
            to.accept("greatest", number.max(now));
        }));
    }

    /**
     * Ends the warm-up at a time: everything in the report then, also what is added later, forgets what it has collected. Events of that
     * instant with a priority of 0 or more come before.
     *
     * @param timeNanos when, not before now
     * @return this
     * @throws IllegalArgumentException if the time is before now
     */
    public Report warmUpUntil(long timeNanos) {
        sim.scheduleAt(timeNanos, Integer.MIN_VALUE, s -> forget());
        return this;
    }

    /** Ends the warm-up now. */
    public void forget() {
        parts.forEach(part -> part.forget(sim.now()));
    }

    /**
     * The figures up to now.
     *
     * @return values by name, in the order in which the parts were added; NaN where there was nothing to observe
     */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Measured part : parts) {
            part.figures(sim.now(), (figure, value) -> values.put(part.name() + ": " + figure, value));
        }
        return Collections.unmodifiableMap(values);
    }

    /** A line for each figure of this run. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values().forEach((name, value) -> text.append(String.format(
                Locale.ROOT,
                "%-40s %s\n",
                name,
                Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.6g", value))));
        return text.toString();
    }

    /** Forgets at a time. */
    private interface Forget {
        void at(long now);
    }

    /** Tells at a time. */
    private interface Tell {
        void at(long now, ObjDoubleConsumer<String> to);
    }

    private record OnePart(String name, Forget forget, Tell tell) implements Measured {
        OnePart {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public void forget(long nowNanos) {
            forget.at(nowNanos);
        }

        @Override
        public void figures(long nowNanos, ObjDoubleConsumer<String> to) {
            tell.at(nowNanos, to);
        }
    }
}
