package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * The middle layer of {@link EventList}: the entries that are due next, sorted, so that taking the earliest is counting down.
 * Equal times stand in the order of coming.
 *
 * <p>The latest is first. What is scheduled soon then moves little, and what is taken comes from the end.
 */
abstract class SortedRun extends Slots {
    private static final int SMALLEST_CAPACITY = 64;

    /** So many cells at most while a run is sorted. */
    private static final int MOST_CELL_BITS = 11;

    /** So many places may an entry move, on average, in the last step of sorting. */
    private static final int MOST_MOVES = 8;

    long[] runTime = new long[SMALLEST_CAPACITY];
    long[] runReference = new long[SMALLEST_CAPACITY];
    int runSize;

    /** The entries to be sorted: time, reference, time, reference, ... */
    private long[] unsorted = {};

    /** The bits in which their times differ from each other. */
    private long unsortedDifference;

    private int unsortedSize;
    private int[] cell = {};

    /** Inserts an entry behind all that are due before it or at its time; for short runs. */
    final void insert(long time, long reference) {
        int size = runSize;
        makeRoom(size + 1);
        runSize = size + 1;
        long[] times = runTime;
        long[] references = runReference;
        if (size == 1) {
            insertSecond(times, references, time, reference);
            return;
        }
        int to = size;
        while (to > 0 && times[to - 1] <= time) {
            times[to] = times[to - 1];
            references[to] = references[to - 1];
            to--;
        }
        times[to] = time;
        references[to] = reference;
    }

    /** Small models have one or two events pending all the time. */
    private static void insertSecond(long[] times, long[] references, long time, long reference) {
        long other = times[0];
        if (time < other) {
            times[1] = time;
            references[1] = reference;
        } else {
            times[1] = other;
            references[1] = references[0];
            times[0] = time;
            references[0] = reference;
        }
    }

    /** The same for long runs; returns how many entries had to move. */
    final int insertFar(long time, long reference) {
        int moved = countUntil(time);
        int to = runSize - moved;
        makeRoom(++runSize);
        System.arraycopy(runTime, to, runTime, to + 1, moved);
        System.arraycopy(runReference, to, runReference, to + 1, moved);
        runTime[to] = time;
        runReference[to] = reference;
        return moved;
    }

    private void makeRoom(int size) {
        if (size > runTime.length) {
            int capacity = Math.max(size, 2 * runTime.length);
            runTime = Arrays.copyOf(runTime, capacity);
            runReference = Arrays.copyOf(runReference, capacity);
        }
    }

    /** How many entries are due at a time or before. */
    final int countUntil(long time) {
        int low = 0;
        int high = runSize;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runTime[middle] > time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return runSize - low;
    }

    /** Drops all but the earliest. */
    final void keepEarliest(int count) {
        System.arraycopy(runTime, runSize - count, runTime, 0, count);
        System.arraycopy(runReference, runSize - count, runReference, 0, count);
        runSize = count;
    }

    /** Drops the stale entries and renews the others. */
    final void sweepRun() {
        int kept = 0;
        for (int i = 0; i < runSize; i++) {
            if (isLive(runReference[i])) {
                runTime[kept] = runTime[i];
                runReference[kept++] = renewedReference((int) runReference[i]);
            }
        }
        runSize = kept;
    }

    /** Gives the memory of a long run back if there is room for more than so many entries. */
    final void shrinkRun(long enough) {
        if (runTime.length > enough && runSize <= SMALLEST_CAPACITY) {
            runTime = Arrays.copyOf(runTime, SMALLEST_CAPACITY);
            runReference = Arrays.copyOf(runReference, SMALLEST_CAPACITY);
            unsorted = new long[0];
            cell = new int[0];
        }
    }

    /* Filling an empty run. */

    /** Fills the run with a few entries: each goes where the number of those behind it says, which takes no branches. */
    final void fillWithFew(long[] entries, int from, int count) {
        runSize = count;
        if (count == 1) {
            runTime[0] = entries[from];
            runReference[0] = entries[from + 1];
            return;
        }
        for (int i = 0; i < count; i++) {
            long time = entries[from + 2 * i];
            int behind = 0;
            for (int j = 0; j < count; j++) {
                // The sign bit of a difference; of equal times the one that came later is behind.
                behind += (int) ((time - entries[from + 2 * j] - (j > i ? 1 : 0)) >>> 63);
            }
            runTime[behind] = time;
            runReference[behind] = entries[from + 2 * i + 1];
        }
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
        if (unsortedDifference == 0) {
            fillReversed(count);
            return true;
        }
        int span = 64 - Long.numberOfLeadingZeros(unsortedDifference);
        int bits = Math.min(Math.min(33 - Integer.numberOfLeadingZeros(count), MOST_CELL_BITS), span);
        int shift = span - bits;
        countCells(shift, 1 << bits);
        distribute(shift, (1 << bits) - 1);
        runSize = insertionSort(count) ? count : 0;
        return runSize != 0;
    }

    private void fillReversed(int count) {
        for (int i = 0; i < count; i++) {
            runTime[count - 1 - i] = unsorted[2 * i];
            runReference[count - 1 - i] = unsorted[2 * i + 1];
        }
        runSize = count;
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
            counts[(int) (all[i] >>> shift) & (cells - 1)]++;
        }
        int end = size >> 1;
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
        long[] times = runTime;
        long[] references = runReference;
        for (int i = 0; i < size; i += 2) {
            long time = all[i];
            int its = (int) (time >>> shift) & mask;
            int to = ends[its] - 1;
            ends[its] = to;
            times[to] = time;
            references[to] = all[i + 1];
        }
    }

    private boolean insertionSort(int count) {
        long[] times = runTime;
        long[] references = runReference;
        int movesLeft = MOST_MOVES * count;
        for (int next = 1; next < count; next++) {
            long time = times[next];
            if (times[next - 1] < time) {
                long reference = references[next];
                int to = next;
                do {
                    times[to] = times[to - 1];
                    references[to] = references[to - 1];
                    to--;
                } while (to > 0 && times[to - 1] < time);
                times[to] = time;
                references[to] = reference;
                movesLeft -= next - to;
                if (movesLeft < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
