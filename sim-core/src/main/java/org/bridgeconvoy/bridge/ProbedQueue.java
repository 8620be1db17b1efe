package org.bridgeconvoy.bridge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.Probe;
import org.bridgeconvoy.result.Span;

/**
 * The probes of one kind at one queue or crossing, in order of time. It hears what happens there and fills in the values.
 */
final class ProbedQueue {

    /** Probes that wait for the end of one wait. */
    private record Joined(long at, int from, int to) {}

    private final Probe.Kind kind;
    private final int[] places;
    private final long[] instants;
    private final long[] ends;
    private final long longest;
    private final double[] values;
    private final Map<Long, Joined> waiting = new HashMap<>();
    private int length;
    private int next;

    /**
     * Takes the probes of a kind at a queue.
     *
     * @param probes all probes of a run
     * @param places numbers of those that are taken
     * @param values of all probes, filled in here
     */
    ProbedQueue(Probe.Kind kind, List<Probe> probes, List<Integer> places, double[] values) {
        this.kind = kind;
        this.places = places.stream()
                .sorted(Comparator.comparing(i -> probes.get(i).atNanos()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.instants = IntStream.of(this.places)
                .mapToLong(i -> probes.get(i).atNanos())
                .toArray();
        this.ends = IntStream.of(this.places)
                .mapToLong(i -> probes.get(i).untilNanos())
                .toArray();
        this.longest = IntStream.range(0, ends.length)
                .mapToLong(i -> ends[i] - instants[i])
                .max()
                .orElse(0);
        this.values = values;
        if (kind == Probe.Kind.EXITS) {
            for (int place : this.places) {
                values[place] = 0;
            }
        }
    }

    /** Sets the number that wait from now on. */
    void becomes(long now, int waitingNow) {
        if (kind == Probe.Kind.QUEUE) {
            settle(now);
            length = waitingNow;
        }
    }

    /** One more or one fewer waits. */
    void changes(long now, int by) {
        becomes(now, length + by);
    }

    private void settle(long now) {
        while (next < instants.length && instants[next] <= now) {
            values[places[next++]] = length;
        }
    }

    /** Something joins the queue, by whose key its end is heard. */
    void joins(long now, long key) {
        if (kind == Probe.Kind.WAIT) {
            int from = next;
            while (next < instants.length && instants[next] <= now) {
                next++;
            }
            if (next > from) {
                waiting.put(key, new Joined(now, from, next));
            }
        }
    }

    /** What joined under a key has waited. */
    void begins(long now, long key) {
        if (kind == Probe.Kind.WAIT && !waiting.isEmpty()) {
            Joined joined = waiting.remove(key);
            if (joined != null) {
                for (int i = joined.from; i < joined.to; i++) {
                    values[places[i]] = (now - joined.at) / (60.0 * Span.INSTANT.nanos());
                }
            }
        }
    }

    /** A truck leaves the bridge. */
    void exits(long now) {
        if (kind == Probe.Kind.EXITS) {
            int i = Arrays.binarySearch(instants, now);
            for (i = i >= 0 ? lastOf(i) : -i - 2; i >= 0 && now - instants[i] < longest; i--) {
                values[places[i]] += now < ends[i] ? 1 : 0;
            }
        }
    }

    private int lastOf(int index) {
        int last = index;
        while (last + 1 < instants.length && instants[last + 1] == instants[index]) {
            last++;
        }
        return last;
    }

    /** The run has reached its end. */
    void ends(long horizon) {
        if (kind == Probe.Kind.QUEUE) {
            settle(horizon);
        }
        for (int i = 0; i < places.length; i++) {
            if (kind == Probe.Kind.EXITS && ends[i] > horizon) {
                values[places[i]] = Double.NaN;
            }
        }
    }
}
