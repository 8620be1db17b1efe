package org.bridgeconvoy.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Rows of a block, a power of two. */
    private static final int ROWS = 1 << 12;

    private static final int SHIFT = Integer.numberOfTrailingZeros(ROWS);
    private static final int MASK = ROWS - 1;

    private static final long[] NONE = {};

    /** Numbers of a row before its times: truck and cargo, then the load. */
    private static final int BEFORE = 2;

    private final boolean further;
    private final int width;
    private final int row;
    private final int size;
    private final List<Supplier<long[]>> blocks;
    private final List<Breakdown> breakdowns;

    private TripTable(
            boolean further, int width, int row, int size, List<Supplier<long[]>> blocks, List<Breakdown> breakdowns) {
        this.further = further;
        this.width = width;
        this.row = row;
        this.size = size;
        this.blocks = blocks;
        this.breakdowns = breakdowns;
    }

    /** A place for rows of tables outside the memory. Tables hand them over in blocks, in a form that only tables know. */
    @FunctionalInterface
    public interface Storage {

        /**
         * Stores a block of some thousand rows. A run that records trips calls it while it goes on, so several threads may at once.
         *
         * @param block not changed any more
         * @return gives the block back whenever it is asked, on any thread
         */
        Supplier<long[]> store(long[] block);
    }

    /**
     * A table with the same rows, kept elsewhere.
     *
     * @param storage takes the rows
     * @return a table that asks the storage for rows, a block of some thousand at a time
     */
    public TripTable keptIn(Storage storage) {
        Stream<Supplier<long[]>> kept = blocks.stream().map(block -> storage.store(block.get()));
        return new TripTable(further, width, row, size, kept.toList(), breakdowns);
    }

    private long at(int i, int place) {
        return blocks.get(i >> SHIFT).get()[(i & MASK) * row + place];
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
        return size;
    }

    /**
     * The truck's number, from 1.
     *
     * @param i the row, from 0
     * @return from 1
     */
    public int truck(int i) {
        return (int) (at(i, 0) >> Integer.SIZE);
    }

    /**
     * The index of the cargo in {@link DailyTable#cargoes()}.
     *
     * @param i the row, from 0
     * @return from 0
     */
    public int cargo(int i) {
        return (int) at(i, 0);
    }

    /**
     * The load in milligrams, exact.
     *
     * @param i the row, from 0
     * @return at least 0
     */
    public long loadMilligrams(int i) {
        return at(i, 1);
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
        return further ? (int) at(i, BEFORE + width) : EMPTY;
    }

    /**
     * The return load in milligrams, exact.
     *
     * @param i the row, from 0
     * @return at least 0; 0 if the truck has none
     */
    public long returnLoadMilligrams(int i) {
        return further ? at(i, BEFORE + width + 1) : 0;
    }

    /**
     * When an instant of the trip was reached; {@link #NOT_REACHED} if it was not.
     *
     * @param i the row, from 0
     * @param time which instant
     * @return nanoseconds since the start
     */
    public long time(int i, TripTime time) {
        return time.ordinal() < width ? at(i, BEFORE + time.ordinal()) : NOT_REACHED;
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

        private final boolean further;
        private final int width;
        private final int row;
        private int size;
        private final @Nullable Storage storage;

        /** Those that are not stored; an empty one stands for one that is. */
        private final List<long[]> blocks = new ArrayList<>();

        /** What the storage gave for a block; null for one that is not stored. */
        private final List<@Nullable Supplier<long[]>> stored = new ArrayList<>();

        /** How many trips of a block have ended. */
        private int[] ended = new int[16];

        /** The block of the last row. */
        private long[] last = NONE;

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
            this(further, null);
        }

        /**
         * An empty table that stores its rows as soon as all trips of a block have ended. Nothing may be noted of a trip that has become {@link
         * TripTime#AVAILABLE}.
         *
         * @param further whether the world has roads or return loads
         * @param storage takes the rows; null to keep them in memory
         */
        public Builder(boolean further, @Nullable Storage storage) {
            this.further = further;
            this.storage = storage;
            width = further ? ALL_TIMES : TIMES;
            row = BEFORE + width + (further ? 2 : 0);
        }

        /** Forgets all trips. */
        public void clear() {
            size = 0;
            blocks.clear();
            stored.clear();
            Arrays.fill(ended, 0);
            last = NONE;
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
            int from = (size & MASK) * row;
            if (from == 0) {
                // A short run needs little.
                last = new long[Math.min(ROWS, 256) * row];
                blocks.add(last);
                stored.add(null);
                if (blocks.size() > ended.length) {
                    ended = Arrays.copyOf(ended, 2 * ended.length);
                }
            } else if (from == last.length) {
                last = Arrays.copyOf(last, 2 * last.length);
                blocks.set(blocks.size() - 1, last);
            }
            Arrays.fill(last, from + BEFORE, from + BEFORE + width, NOT_REACHED);
            last[from] = ((long) truck << Integer.SIZE) | cargo;
            last[from + 1] = loadMilligrams;
            if (further) {
                last[from + BEFORE + width] = EMPTY;
                last[from + BEFORE + width + 1] = 0;
            }
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
            set(row, width, cargo);
            set(row, width + 1, loadMilligrams);
        }

        /**
         * Notes when a trip reached an instant.
         *
         * @param row what {@link #add} returned
         * @param time which instant, one that such a trip can have
         * @param nanos when, since the start
         */
        public void reached(int row, TripTime time, long nanos) {
            set(row, time.ordinal(), nanos);
            if (time == TripTime.AVAILABLE && ++ended[row >> SHIFT] == ROWS && storage != null) {
                store(row >> SHIFT);
            }
        }

        private void store(int block) {
            long[] rows = blocks.set(block, NONE);
            stored.set(block, storage == null ? () -> rows : storage.store(rows));
        }

        private void set(int i, int place, long value) {
            blocks.get(i >> SHIFT)[(i & MASK) * row + BEFORE + place] = value;
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
         * The table of what has been added. The builder is then empty.
         *
         * @return the table, with the memory of this builder
         */
        public TripTable build() {
            int used = (size & MASK) * row;
            if (used > 0) {
                blocks.set(blocks.size() - 1, Arrays.copyOf(last, used));
            }
            for (int i = 0; i < blocks.size(); i++) {
                if (stored.get(i) == null) {
                    store(i);
                }
            }
            TripTable table = new TripTable(further, width, row, size, List.copyOf(stored), List.copyOf(breakdowns));
            clear();
            return table;
        }

        @Override
        public String toString() {
            return "builder of a table of " + size + " trips";
        }
    }

    @Override
    public String toString() {
        return size + " trips, " + breakdowns.size() + " breakdowns";
    }
}
