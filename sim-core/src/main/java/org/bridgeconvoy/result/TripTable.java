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

    /** Stands for the cargo of the return load where there is none. */
    public static final int EMPTY = -1;

    private static final int TIMES = TripTime.AVAILABLE.ordinal() + 1;
    private static final int ALL_TIMES = TripTime.values().length;

    private final boolean further;
    private final int width;
    private final int[] trucks;
    private final int[] cargoes;
    private final long[] loads;
    private final long[] times;
    private final int[] returnCargoes;
    private final long[] returnLoads;
    private final List<Breakdown> breakdowns;

    private TripTable(Builder builder) {
        trucks = Arrays.copyOf(builder.trucks, builder.size);
        cargoes = Arrays.copyOf(builder.cargoes, builder.size);
        loads = Arrays.copyOf(builder.loads, builder.size);
        further = builder.further;
        width = builder.width;
        times = Arrays.copyOf(builder.times, builder.size * width);
        returnCargoes = Arrays.copyOf(builder.returnCargoes, further ? builder.size : 0);
        returnLoads = Arrays.copyOf(builder.returnLoads, further ? builder.size : 0);
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
     * Whether the world has roads or return loads, so that trips have further instants ({@link TripTime#isFurther}).
     *
     * @return whether they can be reached
     */
    public boolean hasFurther() {
        return further;
    }

    /**
     * The index of the cargo of the return load in {@link DailyTable#cargoes()}.
     *
     * @param i the row, from 0
     * @return from 0; {@link #EMPTY} if the truck has no return load
     */
    public int returnCargo(int i) {
        return further ? returnCargoes[i] : EMPTY;
    }

    /**
     * The return load in milligrams, exact.
     *
     * @param i the row, from 0
     * @return at least 0; 0 if the truck has none
     */
    public long returnLoadMilligrams(int i) {
        return further ? returnLoads[i] : 0;
    }

    /**
     * When an instant of the trip was reached; {@link #NOT_REACHED} if it was not.
     *
     * @param i the row, from 0
     * @param time which instant
     * @return nanoseconds since the start
     */
    public long time(int i, TripTime time) {
        return time.ordinal() < width ? times[i * width + time.ordinal()] : NOT_REACHED;
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

        private static final int SMALL = 256;

        private final boolean further;
        private final int width;
        private int size;
        private int[] trucks = new int[SMALL];
        private int[] cargoes = new int[SMALL];
        private long[] loads = new long[SMALL];
        private long[] times;
        private int[] returnCargoes;
        private long[] returnLoads;
        private final List<Breakdown> breakdowns = new ArrayList<>();

        /** An empty table of a world without roads and return loads. */
        public Builder() {
            this(false);
        }

        /**
         * An empty table.
         *
         * @param further whether the world has roads or return loads
         */
        public Builder(boolean further) {
            this.further = further;
            width = further ? ALL_TIMES : TIMES;
            times = new long[SMALL * width];
            returnCargoes = new int[further ? SMALL : 0];
            returnLoads = new long[further ? SMALL : 0];
        }

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
                times = Arrays.copyOf(times, 2 * size * width);
                returnCargoes = Arrays.copyOf(returnCargoes, further ? 2 * size : 0);
                returnLoads = Arrays.copyOf(returnLoads, further ? 2 * size : 0);
            }
            if (further) {
                returnCargoes[size] = EMPTY;
                returnLoads[size] = 0;
            }
            trucks[size] = truck;
            cargoes[size] = cargo;
            loads[size] = loadMilligrams;
            Arrays.fill(times, size * width, (size + 1) * width, NOT_REACHED);
            return size++;
        }

        /**
         * Notes that the truck of a trip took a return load; the world must have some.
         *
         * @param row what {@link #add} returned
         * @param cargo the index of its cargo, from 0
         * @param loadMilligrams the load, at least 0
         */
        public void returnLoad(int row, int cargo, long loadMilligrams) {
            returnCargoes[row] = cargo;
            returnLoads[row] = loadMilligrams;
        }

        /**
         * Notes when a trip reached an instant.
         *
         * @param row what {@link #add} returned
         * @param time which instant, one that such a trip can have
         * @param nanos when, since the start
         */
        public void reached(int row, TripTime time, long nanos) {
            times[row * width + time.ordinal()] = nanos;
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

        @Override
        public String toString() {
            return "builder of a table of " + size + " trips";
        }
    }

    @Override
    public String toString() {
        return trucks.length + " trips, " + breakdowns.size() + " breakdowns";
    }
}
