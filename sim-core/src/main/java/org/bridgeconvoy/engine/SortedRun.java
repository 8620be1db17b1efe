package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * The contents of the bucket that is due next, sorted: pairs of a time and a reference, equal times in the order of coming. Taking
 * the earliest is counting up.
 *
 * <p>The bucket's entries are distributed over about as many cells as there are entries, and sorted by insertion within and across
 * cells. That is linear for times that spread over the bucket; when they crowd in a few cells the run declines, and the bucket has
 * to be spread over finer ones.
 */
final class SortedRun {
    /** Buckets with more entries are spread over finer ones first. */
    private final int most;

    private static final int CELL_BITS = 15;

    /** On average an entry may meet so many others in its cell, itself included. */
    private static final int CROWDED = 16;

    /** So many are read ahead at once. */
    private static final int AHEAD = 64;

    private static final long[] NONE = {-1};

    /** Time, reference, time, reference, ..., and -1 where the time behind the last would be. */
    private long[] data = NONE;

    /** Where each cell begins while the run is filled. */
    private int[] cell = {};

    private int at;
    private int end;
    private int readTo;

    SortedRun(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return at == end;
    }

    int size() {
        return (end - at) >> 1;
    }

    /** The time of the first; there must be one. */
    long firstTime() {
        return data[at];
    }

    long firstReference() {
        return data[at + 1];
    }

    /** The time of the one behind the first, -1 if there is none; there must be a first. */
    long secondTime() {
        return data[at + 2];
    }

    void removeFirst() {
        at += 2;
    }

    /** Whether the first is one that {@link #readOn} has not counted yet. */
    boolean isUnread() {
        return at >= readTo;
    }

    /** How many of the first are to be read ahead now. */
    int readOn() {
        readTo = Math.min(at + 2 * AHEAD, end);
        return (readTo - at) >> 1;
    }

    /** Takes over the entries of a bucket, none of them stale, unless that would take long; the run must be empty. */
    boolean fill(FarEntries far, int bucket) {
        int count = far.count(bucket);
        if (count > most) {
            return false;
        }
        int span = bucket >>> 8 << 3;
        int bits = Math.min(Math.min(32 - Integer.numberOfLeadingZeros(count), CELL_BITS), span);
        int shift = span - bits;
        int mask = (1 << bits) - 1;
        makeRoom(count);
        if (!countCells(far, bucket, shift, mask)) {
            return false;
        }
        distribute(far, bucket, shift, mask);
        at = 0;
        readTo = 0;
        end = 2 * count;
        data[end] = -1;
        insertionSort();
        return true;
    }

    private void makeRoom(int count) {
        if (data.length <= 2 * count) {
            data = new long[2 * Integer.highestOneBit(2 * count) + 1];
        }
        if (cell.length == 0) {
            cell = new int[1 << CELL_BITS];
        }
    }

    /** Sets each cell to where it ends; false if too many entries share a cell. */
    private boolean countCells(FarEntries far, int bucket, int shift, int mask) {
        Arrays.fill(cell, 0, mask + 1, 0);
        int left = far.count(bucket);
        for (int chunk = far.head(bucket); left > 0; chunk = far.next(chunk)) {
            int here = Math.min(left, FarEntries.CHUNK);
            for (int i = 0; i < here; i++) {
                cell[(int) (far.time(chunk, i) >>> shift) & mask]++;
            }
            left -= here;
        }
        long meetings = 0;
        int sum = 0;
        for (int i = 0; i <= mask; i++) {
            int its = cell[i];
            meetings += (long) its * its;
            cell[i] = sum;
            sum += its;
        }
        return meetings <= (long) CROWDED * sum;
    }

    private void distribute(FarEntries far, int bucket, int shift, int mask) {
        int left = far.count(bucket);
        for (int chunk = far.detach(bucket); chunk != 0; chunk = far.release(chunk)) {
            int here = Math.min(left, FarEntries.CHUNK);
            for (int i = 0; i < here; i++) {
                long time = far.time(chunk, i);
                int to = 2 * cell[(int) (time >>> shift) & mask]++;
                data[to] = time;
                data[to + 1] = far.reference(chunk, i);
            }
            left -= here;
        }
    }

    private void insertionSort() {
        long[] d = data;
        for (int next = 2; next < end; next += 2) {
            long time = d[next];
            if (d[next - 2] > time) {
                long reference = d[next + 1];
                int to = next;
                do {
                    d[to] = d[to - 2];
                    d[to + 1] = d[to - 1];
                    to -= 2;
                } while (to > 0 && d[to - 2] > time);
                d[to] = time;
                d[to + 1] = reference;
            }
        }
    }

    /** Forgets the memory; the run must be empty. */
    void shrink() {
        data = NONE;
        cell = new int[0];
        at = 0;
        end = 0;
    }

    /** The time of one of those that are left, counted from 0. */
    long time(int index) {
        return data[at + 2 * index];
    }

    long reference(int index) {
        return data[at + 2 * index + 1];
    }

    /** Copies an entry to an earlier place. */
    void move(int from, int to) {
        data[at + 2 * to] = data[at + 2 * from];
        data[at + 2 * to + 1] = data[at + 2 * from + 1];
    }

    /** Keeps the first so many. */
    void truncate(int size) {
        end = at + 2 * size;
        data[end] = -1;
    }
}
