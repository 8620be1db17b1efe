package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * The layer of {@link EventList} for a handful of events, and for those of many that are due next: entries in an array, sorted, so
 * that taking the earliest is counting down. Equal times stand in the order of coming.
 *
 * <p>The latest is first. What is scheduled soon then moves little, and what is taken comes from the end.
 */
abstract class SortedRun extends WinnerTree {
    /** So many entries are inserted one by one, and for so many there is always room. */
    static final int FEW = 64;

    private static final int SMALLEST_LENGTH = 2 * (FEW + 1);

    /** So many cells at most while a run is sorted. */
    private static final int MOST_CELL_BITS = 11;

    /** So many places may an entry move, on average, in the last step of sorting. */
    private static final int MOST_MOVES = 8;

    /** Time, reference, time, reference, ...; before the first entry stands one that is never due, so that searches end there. */
    long[] run = newRun(SMALLEST_LENGTH);

    /** Where the earliest entry stands; 0 if there is none. */
    int earliest;

    /** The entries to be sorted: time, reference, time, reference, ... */
    private long[] unsorted = {};

    /** The bits in which their times differ from each other. */
    private long unsortedDifference;

    private int unsortedSize;
    private int[] cell = {};

    private static long[] newRun(int length) {
        long[] entries = new long[length];
        entries[0] = Long.MAX_VALUE;
        return entries;
    }

    final int runSize() {
        return earliest >> 1;
    }

    /**
     * Inserts an entry behind all that are due before it or at its time. The run must have fewer than {@link #FEW}, the time be
     * less than {@link Long#MAX_VALUE}.
     */
    final void insert(long time, long reference) {
        long[] entries = run;
        int at = earliest;
        earliest = at + 2;
        if (entries[at] > time) {
            entries[at + 2] = time;
            entries[at + 3] = reference;
            return;
        }
        entries[at + 2] = entries[at];
        entries[at + 3] = entries[at + 1];
        if (at > 2 && entries[at - 2] <= time) {
            at = moveOn(at - 2, time);
        }
        entries[at] = time;
        entries[at + 1] = reference;
    }

    /** Moves the entry there, and those behind it that are due at the time or before; returns where one has become free. */
    private int moveOn(int first, long time) {
        long[] entries = run;
        int at = first;
        do {
            entries[at + 2] = entries[at];
            entries[at + 3] = entries[at + 1];
            at -= 2;
        } while (at > 0 && entries[at] <= time);
        return at + 2;
    }

    /** The same for any run and time; returns how many entries had to move. */
    final int insertFar(long time, long reference) {
        int moved = countUntil(time);
        int to = earliest - 2 * moved + 2;
        earliest += 2;
        makeRoom(runSize());
        System.arraycopy(run, to, run, to + 2, 2 * moved);
        run[to] = time;
        run[to + 1] = reference;
        return moved;
    }

    /** Puts what is due now in front. */
    final void putInFront(InstantQueue due, long now) {
        int count = due.inLine();
        makeRoom(runSize() + count);
        earliest += 2 * count;
        due.moveLine(now, run, earliest + 2);
    }

    /** Makes room for so many entries before the earliest, which are to be put there at once. */
    final void lengthen(int count) {
        makeRoom(runSize() + count);
        earliest += 2 * count;
    }

    private void makeRoom(int size) {
        if (2 * size + 2 > run.length) {
            run = Arrays.copyOf(run, 2 * Math.max(size + 1, run.length));
        }
    }

    /** How many entries are due at a time or before. */
    final int countUntil(long time) {
        int low = 1;
        int high = runSize() + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (run[2 * middle] > time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return runSize() + 1 - low;
    }

    /** Drops all but the earliest. */
    final void keepEarliest(int count) {
        System.arraycopy(run, earliest + 2 - 2 * count, run, 2, 2 * count);
        earliest = 2 * count;
    }

    /** Drops the stale entries. */
    final void sweepRun() {
        int kept = 0;
        for (int at = 2; at <= earliest; at += 2) {
            if (isLive(run[at + 1])) {
                kept += 2;
                run[kept] = run[at];
                run[kept + 1] = run[at + 1];
            }
        }
        earliest = kept;
    }

    /** Gives the memory of a long run back if there is room for more than so many entries. */
    final void shrinkRun(long enough) {
        if (run.length > 2 * enough && runSize() < FEW) {
            run = Arrays.copyOf(run, SMALLEST_LENGTH);
            unsorted = new long[0];
            cell = new int[0];
        }
    }

    /* Filling an empty run. */

    /** Fills the run with a few entries: each goes where the number of those behind it says, which takes no branches. */
    final void fillWithFew(long[] entries, int from, int count) {
        earliest = 2 * count;
        if (count == 1) {
            run[2] = entries[from];
            run[3] = entries[from + 1];
            return;
        }
        for (int i = 0; i < count; i++) {
            long time = entries[from + 2 * i];
            int behind = 1;
            for (int j = 0; j < count; j++) {
                // The sign bit of a difference; of equal times the one that came later is behind.
                behind += (int) ((time - entries[from + 2 * j] - (j > i ? 1 : 0)) >>> 63);
            }
            run[2 * behind] = time;
            run[2 * behind + 1] = entries[from + 2 * i + 1];
        }
    }

    /** Begins to fill the run with so many entries that must have the same time. */
    final void beginOneTime(int count) {
        makeRoom(count);
        earliest = 2 * count;
    }

    /** Puts entries before those that were put there; false if their time is another. */
    final boolean fillOneTime(long[] entries, int from, int to, int before, long time) {
        long[] all = run;
        int at = before;
        for (int i = from; i < to; i += 2) {
            if (entries[i] != time) {
                earliest = 0;
                return false;
            }
            all[at] = time;
            all[at + 1] = entries[i + 1];
            at -= 2;
        }
        return true;
    }

    final void beginUnsorted(int count) {
        if (unsorted.length < 2 * count) {
            unsorted = new long[2 * Math.max(count, unsorted.length)];
        }
        unsortedSize = 0;
        unsortedDifference = 0;
    }

    final void addUnsorted(long[] entries, int from, int to) {
        long[] all = unsorted;
        int size = unsortedSize;
        long difference = unsortedDifference;
        long one = size == 0 ? entries[from] : all[0];
        for (int i = from; i < to; i += 2) {
            long time = entries[i];
            difference |= time ^ one;
            all[size] = time;
            all[size + 1] = entries[i + 1];
            size += 2;
        }
        unsortedSize = size;
        unsortedDifference = difference;
    }

    /**
     * Fills the run with the unsorted entries: they are distributed over about as many cells as there are entries, and those that
     * share one are sorted by insertion. False if that would take long, because the times crowd in a few cells; the run is then
     * empty.
     */
    final boolean fillWithUnsorted() {
        int count = unsortedSize >> 1;
        makeRoom(count);
        int span = 64 - Long.numberOfLeadingZeros(unsortedDifference);
        int bits = Math.min(Math.min(33 - Integer.numberOfLeadingZeros(count), MOST_CELL_BITS), span);
        int shift = span - bits;
        countCells(shift, 1 << bits);
        distribute(shift, (1 << bits) - 1);
        earliest = insertionSort(count) ? 2 * count : 0;
        return earliest != 0;
    }

    /** Sets each cell to where it ends in the run. */
    private void countCells(int shift, int cells) {
        if (cell.length < cells) {
            cell = new int[cells];
        } else {
            Arrays.fill(cell, 0, cells, 0);
        }
        int[] counts = cell;
        long[] all = unsorted;
        int size = unsortedSize;
        for (int i = 0; i < size; i += 2) {
            counts[(int) (all[i] >>> shift) & (cells - 1)] += 2;
        }
        int end = size + 2;
        for (int i = 0; i < cells; i++) {
            int its = counts[i];
            counts[i] = end;
            end -= its;
        }
    }

    private void distribute(int shift, int mask) {
        int[] ends = cell;
        long[] all = unsorted;
        int size = unsortedSize;
        long[] entries = run;
        for (int i = 0; i < size; i += 2) {
            long time = all[i];
            int its = (int) (time >>> shift) & mask;
            int to = ends[its] - 2;
            ends[its] = to;
            entries[to] = time;
            entries[to + 1] = all[i + 1];
        }
    }

    private boolean insertionSort(int count) {
        long[] entries = run;
        int movesLeft = MOST_MOVES * count;
        for (int next = 4; next <= 2 * count; next += 2) {
            long time = entries[next];
            if (entries[next - 2] < time) {
                long reference = entries[next + 1];
                int to = next;
                do {
                    entries[to] = entries[to - 2];
                    entries[to + 1] = entries[to - 1];
                    to -= 2;
                    // Before the first entry stands the greatest time.
                } while (entries[to - 2] < time);
                entries[to] = time;
                entries[to + 1] = reference;
                movesLeft -= (next - to) >> 1;
                if (movesLeft < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
