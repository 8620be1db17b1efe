package org.bridgeconvoy.result;

import java.util.Arrays;

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

    private TripTable(Builder builder) {
        trucks = Arrays.copyOf(builder.trucks, builder.size);
        cargoes = Arrays.copyOf(builder.cargoes, builder.size);
        loads = Arrays.copyOf(builder.loads, builder.size);
        times = Arrays.copyOf(builder.times, builder.size * TIMES);
    }

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

    /** Collects trips while a run goes on; reusable after {@link #clear}. */
    public static final class Builder {

        private int size;
        private int[] trucks = new int[256];
        private int[] cargoes = new int[256];
        private long[] loads = new long[256];
        private long[] times = new long[256 * TIMES];

        /** An empty table. */
        public Builder() {}

        /** Forgets all trips, keeps the memory. */
        public void clear() {
            size = 0;
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
         * The table of what has been added; later additions do not change it.
         *
         * @return a copy
         */
        public TripTable build() {
            return new TripTable(this);
        }
    }
}
