package org.bridgeconvoy.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vehicles of one replication in the order of joining the bridge queue. Row {@code i} is vehicle {@code i + 1}. Times are
 * nanoseconds since the start of the run on the origin's clock.
 */
public final class TrafficTable {

    /** The time of an instant that was not reached before the horizon. */
    public static final long NOT_REACHED = TripTable.NOT_REACHED;

    private static final int TIMES = TrafficTime.values().length;

    private final List<Name> names;
    private final int[] nameOf;
    private final long[] times;
    private final List<Breakdown> breakdowns;

    private TrafficTable(Builder builder, List<Name> names) {
        this.names = List.copyOf(names);
        nameOf = Arrays.copyOf(builder.names, builder.size);
        times = Arrays.copyOf(builder.times, builder.size * TIMES);
        breakdowns = List.copyOf(builder.breakdowns);
    }

    /**
     * A stream of through traffic.
     *
     * @param name its name
     * @param outbound its direction
     */
    public record Name(String name, boolean outbound) {}

    /**
     * A vehicle that stood on the bridge, broken down.
     *
     * @param row its row, from 0
     * @param stoppedNanos when it stopped, since the start
     * @param droveOnNanos when it could drive on, since the start; at or after the horizon if it still stood at the end
     * @param share the part of the bridge that lay behind it, 0 to 1
     */
    public record Breakdown(int row, long stoppedNanos, long droveOnNanos, double share) {}

    /**
     * Number of vehicles that have joined the bridge queue.
     *
     * @return at least 0
     */
    public int size() {
        return nameOf.length;
    }

    /**
     * The streams of through traffic in the order of the scenario.
     *
     * @return unmodifiable
     */
    public List<Name> names() {
        return names;
    }

    /**
     * The stream of a vehicle.
     *
     * @param i the row, from 0
     * @return one of {@link #names()}
     */
    public Name name(int i) {
        return names.get(nameOf[i]);
    }

    /**
     * When a vehicle reached an instant; {@link #NOT_REACHED} if it did not.
     *
     * @param i the row, from 0
     * @param time which instant
     * @return nanoseconds since the start
     */
    public long time(int i, TrafficTime time) {
        return times[i * TIMES + time.ordinal()];
    }

    /**
     * The vehicles that stood on the bridge, in order of stopping.
     *
     * @return unmodifiable
     */
    public List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /** Collects vehicles while a run goes on; reusable after {@link #clear}. */
    public static final class Builder {

        private int size;
        private int[] names = new int[16];
        private long[] times = new long[16 * TIMES];
        private final List<Breakdown> breakdowns = new ArrayList<>();

        /** An empty table. */
        public Builder() {}

        /** Forgets all vehicles, keeps the memory. */
        public void clear() {
            size = 0;
            breakdowns.clear();
        }

        /**
         * Adds the next vehicle.
         *
         * @param name the place of its stream in the traffic, from 0
         * @return its row, from 0
         */
        public int add(int name) {
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
                times = Arrays.copyOf(times, 2 * size * TIMES);
            }
            names[size] = name;
            Arrays.fill(times, size * TIMES, (size + 1) * TIMES, NOT_REACHED);
            return size++;
        }

        /**
         * Notes when a vehicle reached an instant.
         *
         * @param row what {@link #add} returned
         * @param time which instant
         * @param nanos when, since the start
         */
        public void reached(int row, TrafficTime time, long nanos) {
            times[row * TIMES + time.ordinal()] = nanos;
        }

        /**
         * Notes that a vehicle stopped on the bridge; breakdowns come in order of stopping.
         *
         * @param breakdown of a row that was added
         */
        public void brokeDown(Breakdown breakdown) {
            breakdowns.add(breakdown);
        }

        /**
         * The table of what has been added; later additions do not change it.
         *
         * @param streams the streams of through traffic in their order
         * @return a copy
         */
        public TrafficTable build(List<Name> streams) {
            return new TrafficTable(this, streams);
        }

        @Override
        public String toString() {
            return "builder of a table of " + size + " vehicles";
        }
    }

    @Override
    public String toString() {
        return nameOf.length + " vehicles, " + breakdowns.size() + " breakdowns";
    }
}
