package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * Sorted run: entries in an array, sorted by time, latest first; equal times in the order of adding. It holds all events while they are
 * few, and the next ones due when they are many.
 *
 * <p>Taking the earliest entry is counting down, and inserting an entry that is due soon moves few others.
 *
 * <p>A superclass of {@link EventList} and not a part of it, for speed: see docs/adr/0006-event-list.md.
 */
abstract class SortedRun extends Slots {
    /** Number of entries that the array always has room for, so that {@link #insert} need not check: 64. */
    static final int RESERVED = 64;

    private static final int SMALLEST_LENGTH = 2 * (RESERVED + 1);

    /** Greatest number of cells of the distribution sort, as a power of two. */
    private static final int MOST_CELL_BITS = 11;

    /** Mean number of places that an entry may move in the final insertion sort before sorting is given up. */
    private static final int MOVES_PER_ENTRY = 8;

    /** Time, reference, time, reference, ... The sentinel at index 0 is never due, so searches end there. */
    long[] entries = newRun(SMALLEST_LENGTH);

    /** Index of the earliest entry; 0 if the run is empty. */
    int earliest;

    /** Entries to be sorted: time, reference, time, reference, ... */
    private long[] unsorted = {};

    /** The bits in which the times to be sorted differ. */
    private long unsortedDifference;

    private int unsortedSize;
    private int[] cell = {};

    private static long[] newRun(int length) {
        long[] entries = new long[length];
        entries[0] = Long.MAX_VALUE;
        return entries;
    }

    int runSize() {
        return earliest >> 1;
    }

    /**
     * Inserts an entry after all that are due before it or at its time. The run must have fewer than {@link #RESERVED} entries, and the
     * time must be less than {@link Long#MAX_VALUE}.
     */
    void insert(long time, long reference) {
        long[] sorted = entries;
        int at = earliest;
        earliest = at + 2;
        if (sorted[at] > time) {
            sorted[at + 2] = time;
            sorted[at + 3] = reference;
            return;
        }
        sorted[at + 2] = sorted[at];
        sorted[at + 3] = sorted[at + 1];
        if (at > 2 && sorted[at - 2] <= time) {
            at = moveOn(at - 2, time);
        }
        sorted[at] = time;
        sorted[at + 1] = reference;
    }

    /** Moves an entry, and those after it that are due at the time or before; returns the index that has become free. */
    private int moveOn(int first, long time) {
        long[] sorted = entries;
        int at = first;
        do {
            sorted[at + 2] = sorted[at];
            sorted[at + 3] = sorted[at + 1];
            at -= 2;
        } while (at > 0 && sorted[at] <= time);
        return at + 2;
    }

    /** Inserts like {@link #insert}, for any size and time, by binary search; returns how many entries had to move. */
    int insertFar(long time, long reference) {
        int moved = countUntil(time);
        int to = earliest - 2 * moved + 2;
        earliest += 2;
        makeRoom(runSize());
        System.arraycopy(entries, to, entries, to + 2, 2 * moved);
        entries[to] = time;
        entries[to + 1] = reference;
        return moved;
    }

    /** Moves the line of the current events to the front of the run. */
    void putInFront(CurrentEvents due, long now) {
        int count = due.inLine();
        makeRoom(runSize() + count);
        earliest += 2 * count;
        due.moveLine(now, entries, earliest + 2);
    }

    /** Adds a number of entries at the front, which the caller must fill in at once. */
    void lengthen(int count) {
        makeRoom(runSize() + count);
        earliest += 2 * count;
    }

    private void makeRoom(int size) {
        if (2 * size + 2 > entries.length) {
            entries = Arrays.copyOf(entries, 2 * Math.max(size + 1, entries.length));
        }
    }

    /** Number of entries due at a time or before. */
    int countUntil(long time) {
        int low = 1;
        int high = runSize() + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[2 * middle] > time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return runSize() + 1 - low;
    }

    /** Drops all but a number of the earliest entries. */
    void keepEarliest(int count) {
        System.arraycopy(entries, earliest + 2 - 2 * count, entries, 2, 2 * count);
        earliest = 2 * count;
    }

    /** Drops the stale entries. */
    void sweepRun() {
        int kept = 0;
        for (int at = 2; at <= earliest; at += 2) {
            if (isLive(entries[at + 1])) {
                kept += 2;
                entries[kept] = entries[at];
                entries[kept + 1] = entries[at + 1];
            }
        }
        earliest = kept;
    }

    /* Filling an empty run. */

    /** Fills the run with a few entries by counting, for each, the entries that come later: branch-free. */
    void fillWithFew(long[] source, int from, int count) {
        earliest = 2 * count;
        if (count == 1) {
            entries[2] = source[from];
            entries[3] = source[from + 1];
            return;
        }
        for (int i = 0; i < count; i++) {
            long time = source[from + 2 * i];
            int behind = 1;
            for (int j = 0; j < count; j++) {
                // Sign bit of the difference; of equal times, the entry added later counts as later.
                behind += (int) ((time - source[from + 2 * j] - (j > i ? 1 : 0)) >>> 63);
            }
            entries[2 * behind] = time;
            entries[2 * behind + 1] = source[from + 2 * i + 1];
        }
    }

    /** Begins to fill the run with a number of entries that must all have one time. */
    void beginOneTime(int count) {
        makeRoom(count);
        earliest = 2 * count;
    }

    /** Copies entries in front of those copied before; false, and the run is empty, if one has another time. */
    boolean fillOneTime(long[] source, int from, int to, int before, long time) {
        long[] all = entries;
        int at = before;
        for (int i = from; i < to; i += 2) {
            if (source[i] != time) {
                earliest = 0;
                return false;
            }
            all[at] = time;
            all[at + 1] = source[i + 1];
            at -= 2;
        }
        return true;
    }

    void beginUnsorted(int count) {
        if (unsorted.length < 2 * count) {
            unsorted = new long[2 * Math.max(count, unsorted.length)];
        }
        unsortedSize = 0;
        unsortedDifference = 0;
    }

    void addUnsorted(long[] source, int from, int to) {
        long[] all = unsorted;
        int size = unsortedSize;
        long difference = unsortedDifference;
        long one = size == 0 ? source[from] : all[0];
        for (int i = from; i < to; i += 2) {
            long time = source[i];
            difference |= time ^ one;
            all[size] = time;
            all[size + 1] = source[i + 1];
            size += 2;
        }
        unsortedSize = size;
        unsortedDifference = difference;
    }

    /**
     * Fills the run with the entries added by {@link #addUnsorted}: distributes them over about as many cells as there are entries, then
     * sorts by insertion. False, and the run is empty, if the times crowd in a few cells, so that sorting would take long.
     */
    boolean fillWithUnsorted() {
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

    /** Sets each cell to the index where it ends in the run. */
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
        long[] sorted = entries;
        for (int i = 0; i < size; i += 2) {
            long time = all[i];
            int its = (int) (time >>> shift) & mask;
            int to = ends[its] - 2;
            ends[its] = to;
            sorted[to] = time;
            sorted[to + 1] = all[i + 1];
        }
    }

    private boolean insertionSort(int count) {
        long[] sorted = entries;
        int movesLeft = MOVES_PER_ENTRY * count;
        for (int next = 4; next <= 2 * count; next += 2) {
            long time = sorted[next];
            if (sorted[next - 2] < time) {
                long reference = sorted[next + 1];
                int to = next;
                do {
                    sorted[to] = sorted[to - 2];
                    sorted[to + 1] = sorted[to - 1];
                    to -= 2;
                    // The sentinel has the greatest time.
                } while (sorted[to - 2] < time);
                sorted[to] = time;
                sorted[to + 1] = reference;
                movesLeft -= (next - to) >> 1;
                if (movesLeft < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
