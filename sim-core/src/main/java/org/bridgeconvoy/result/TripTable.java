package org.bridgeconvoy.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trips of one replication in order of assignment. Row {@code i} is trip {@code i + 1}. Times are nanoseconds since
 * the start of the run on the origin's clock.
 */
public final class TripTable {

    /** The time of an instant that was not reached before the horizon. */
    public static final long NOT_REACHED = Long.MIN_VALUE;

    private static final int TIMES = TripTime.values().length;

    private final int[] trucks;
    private final int[] cargoes;
    private final long[] loads;
    private final long[] times;
    private final List<Breakdown> breakdowns;

    private TripTable(Builder builder) {
        trucks = Arrays.copyOf(builder.trucks, builder.size);
        cargoes = Arrays.copyOf(builder.cargoes, builder.size);
        loads = Arrays.copyOf(builder.loads, builder.size);
        times = Arrays.copyOf(builder.times, builder.size * TIMES);
        breakdowns = List.copyOf(builder.breakdowns);
    }

    /**
     * A truck that stood broken down on the bridge. Its trip tells when it entered and left.
     *
     * @param row its trip
     * @param outbound its direction
     * @param stoppedNanos when it stopped
     * @param droveOnNanos when it drove on, after {@code stoppedNanos}; perhaps not before the horizon
     * @param share the part of the bridge that lay behind it, 0 to 1
     */
    public record Breakdown(int row, boolean outbound, long stoppedNanos, long droveOnNanos, double share) {}

    /**
     * Number of trips that have begun.
     *
     * @return at least 0
     */
    public int size() {
        return trucks.length;
    }

    /**
     * The truck's number, from 1.
     *
     * @param i the row, from 0
     * @return from 1
     */
    public int truck(int i) {
        return trucks[i];
    }

    /**
     * The index of the cargo in {@link DailyTable#cargoes()}.
     *
     * @param i the row, from 0
     * @return from 0
     */
    public int cargo(int i) {
        return cargoes[i];
    }

    /**
     * The load in milligrams, exact.
     *
     * @param i the row, from 0
     * @return at least 0
     */
    public long loadMilligrams(int i) {
        return loads[i];
    }

    /**
     * When an instant of the trip was reached; {@link #NOT_REACHED} if it was not.
     *
     * @param i the row, from 0
     * @param time which instant
     * @return nanoseconds since the start
     */
    public long time(int i, TripTime time) {
        return times[i * TIMES + time.ordinal()];
    }

    /**
     * The breakdowns of these trips, in order of stopping.
     *
     * @return unmodifiable
     */
    public List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /** Collects trips while a run goes on; reusable after {@link #clear}. */
    public static final class Builder {

        private int size;
        private int[] trucks = new int[256];
        private int[] cargoes = new int[256];
        private long[] loads = new long[256];
        private long[] times = new long[256 * TIMES];
        private final List<Breakdown> breakdowns = new ArrayList<>();

        /** An empty table. */
        public Builder() {}

        /** Forgets all trips, keeps the memory. */
        public void clear() {
            size = 0;
            breakdowns.clear();
        }

        /**
         * Adds a trip and returns its row.
         *
         * @param truck its number, from 1
         * @param cargo the index of its cargo, from 0
         * @param loadMilligrams its load, at least 0
         * @return the row, from 0
         */
        public int add(int truck, int cargo, long loadMilligrams) {
            if (size == trucks.length) {
                trucks = Arrays.copyOf(trucks, 2 * size);
                cargoes = Arrays.copyOf(cargoes, 2 * size);
                loads = Arrays.copyOf(loads, 2 * size);
                times = Arrays.copyOf(times, 2 * size * TIMES);
            }
            trucks[size] = truck;
            cargoes[size] = cargo;
            loads[size] = loadMilligrams;
            Arrays.fill(times, size * TIMES, (size + 1) * TIMES, NOT_REACHED);
            return size++;
        }

        /**
         * Notes when a trip reached an instant.
         *
         * @param row what {@link #add} returned
         * @param time which instant
         * @param nanos when, since the start
         */
        public void reached(int row, TripTime time, long nanos) {
            times[row * TIMES + time.ordinal()] = nanos;
        }

        /**
         * Notes that a truck stopped on the bridge; breakdowns come in order of stopping.
         *
         * @param breakdown of a row that was added
         */
        public void brokeDown(Breakdown breakdown) {
            breakdowns.add(breakdown);
        }

        /**
         * The table of what has been added; later additions do not change it.
         *
         * @return a copy
         */
        public TripTable build() {
            return new TripTable(this);
        }
    }
}
