package org.bridgeconvoy.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The times at which something is open, on the simulation clock: disjoint half-open intervals {@code [start, end)} in order. Intervals that
 * touch form one opening. Immutable, shared by all replications.
 */
public final class Openings {

    private static final Openings ALWAYS = new Openings(new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE}, 1);

    private static final Openings NEVER = new Openings(new long[0], new long[0], 0);

    private final long[] starts;
    private final long[] ends;

    private Openings(long[] starts, long[] ends, int count) {
        this.starts = Arrays.copyOf(starts, count);
        this.ends = Arrays.copyOf(ends, count);
    }

    /**
     * Open from {@code Long.MIN_VALUE} to {@code Long.MAX_VALUE}.
     *
     * @return one opening
     */
    public static Openings always() {
        return ALWAYS;
    }

    /**
     * Never open.
     *
     * @return no opening
     */
    public static Openings never() {
        return NEVER;
    }

    /**
     * The union of intervals.
     *
     * @param starts beginnings in nanoseconds, in any order
     * @param ends the end of each, not before its beginning; an empty interval is dropped
     * @return disjoint and in order
     */
    public static Openings of(long[] starts, long[] ends) {
        Integer[] order = new Integer[starts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(starts[a], starts[b]));
        long[] mergedStarts = new long[starts.length];
        long[] mergedEnds = new long[starts.length];
        int count = 0;
        for (int i : order) {
            if (ends[i] <= starts[i]) {
                continue;
            }
            if (count > 0 && starts[i] <= mergedEnds[count - 1]) {
                mergedEnds[count - 1] = Math.max(mergedEnds[count - 1], ends[i]);
            } else {
                mergedStarts[count] = starts[i];
                mergedEnds[count++] = ends[i];
            }
        }
        return new Openings(mergedStarts, mergedEnds, count);
    }

    /**
     * The union of several sets of openings.
     *
     * @param several in any order
     * @return open whenever one of the sets is open
     */
    public static Openings union(List<Openings> several) {
        return several.size() == 1
                ? several.get(0)
                : of(
                        several.stream()
                                .flatMapToLong(o -> Arrays.stream(o.starts))
                                .toArray(),
                        several.stream()
                                .flatMapToLong(o -> Arrays.stream(o.ends))
                                .toArray());
    }

    /**
     * The instants of opening and shutting.
     *
     * @return in order, none before the first or after the last
     */
    public LongStream changes() {
        return IntStream.range(0, starts.length)
                .mapToObj(i -> LongStream.of(starts[i], ends[i]))
                .flatMapToLong(ends -> ends)
                .filter(time -> time > Long.MIN_VALUE && time < Long.MAX_VALUE);
    }

    /**
     * Number of openings.
     *
     * @return at least 0
     */
    public int count() {
        return starts.length;
    }

    /**
     * The first instant of opening {@code i}; {@code Long.MIN_VALUE} if it never began.
     *
     * @param i from 0
     * @return nanoseconds since the start of the run
     */
    public long start(int i) {
        return starts[i];
    }

    /**
     * The instant at which opening {@code i} shuts; {@code Long.MAX_VALUE} if it never does.
     *
     * @param i from 0
     * @return nanoseconds since the start of the run, exclusive
     */
    public long end(int i) {
        return ends[i];
    }

    /**
     * The last opening that has begun at {@code time}, or -1 if none has; it may have shut since.
     *
     * @param time any
     * @return from -1 to {@link #count()} - 1
     */
    public int lastBegunAt(long time) {
        int found = Arrays.binarySearch(starts, time);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * Whether it is open at {@code time}: open at the first instant of an opening, shut at its last.
     *
     * @param time any
     * @return whether an opening holds it
     */
    public boolean isOpen(long time) {
        int i = lastBegunAt(time);
        return i >= 0 && time < ends[i];
    }

    /**
     * Open time within {@code [from, to)}, in nanoseconds.
     *
     * @param from the first instant
     * @param to the end, exclusive
     * @return at least 0
     */
    public long openNanos(long from, long to) {
        long sum = 0;
        for (int i = Math.max(0, lastBegunAt(from)); i < starts.length && starts[i] < to; i++) {
            sum += Math.max(0, Math.min(to, ends[i]) - Math.max(from, starts[i]));
        }
        return sum;
    }

    /**
     * The times at which both are open.
     *
     * @param other any
     * @return the intersection
     */
    public Openings and(Openings other) {
        long[] s = new long[starts.length + other.starts.length];
        long[] e = new long[s.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < starts.length && j < other.starts.length) {
            long from = Math.max(starts[i], other.starts[j]);
            long to = Math.min(ends[i], other.ends[j]);
            if (from < to) {
                s[count] = from;
                e[count++] = to;
            }
            if (ends[i] < other.ends[j]) {
                i++;
            } else {
                j++;
            }
        }
        return of(Arrays.copyOf(s, count), Arrays.copyOf(e, count));
    }

    /**
     * Open exactly when this is shut.
     *
     * @return the times between, before and after the openings
     */
    public Openings complement() {
        long[] s = new long[starts.length + 1];
        long[] e = new long[starts.length + 1];
        long from = Long.MIN_VALUE;
        for (int i = 0; i < starts.length; i++) {
            s[i] = from;
            e[i] = starts[i];
            from = ends[i];
        }
        s[starts.length] = from;
        e[starts.length] = Long.MAX_VALUE;
        return of(s, e);
    }

    @Override
    public String toString() {
        return starts.length + " openings"
                + (starts.length == 0 ? "" : ", the first from " + starts[0] + " ns to " + ends[0] + " ns");
    }
}
