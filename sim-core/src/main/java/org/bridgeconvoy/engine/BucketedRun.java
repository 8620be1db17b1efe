package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * Sorted run in front of a radix heap, for many pending events: entries due until {@link #runLast} stand in the run, later ones lie in
 * the heap.
 *
 * <p>When the run is empty, the lowest bucket is sorted into it. A bucket with too many entries to sort is first distributed over lower
 * buckets.
 *
 * <p>Insertion into a long run shifts other entries. Each insertion is charged the entries that it shifts (budget: 16 per entry); when
 * the budget is spent, the later part of the run goes back to the heap. Besides, each level learns how many entries are worth sorting:
 * fewer after runs into which much was inserted, slowly more when buckets had more.
 *
 * <p>While a run of one time is being taken and all priorities are 0, what is scheduled for that time goes to a bucket like everything
 * later. Scheduling then need not ask whether a delay is 0, which is hard to predict.
 */
final class BucketedRun {

    /** Value of {@link #level} while the heap is not in use: above every level. */
    static final int NO_HEAP = 8;

    /** Greatest number of entries sorted at once, unless they have one time: 2,048. */
    static final int MOST_SORTED = 2048;

    /** Greatest number of entries sorted by counting: 8. */
    private static final int SORTED_BY_COUNTING = 8;

    /** Budget for insertion: entries shifted per entry of the run. */
    private static final int SHIFTS_PER_ENTRY = 16;

    /** Number of entries that may stay in the run when it is narrowed. */
    private static final int KEPT_IN_RUN = SortedRun.RESERVED / 2;

    /** Number of slots in use above which the next events are read ahead: slots then no longer fit in the cache. */
    private static final int SLOTS_TO_READ_AHEAD = 1 << 14;

    final RadixHeap heap = new RadixHeap();

    /** Last time that stands in the run; later times go to the heap. */
    long runLast = Long.MAX_VALUE;

    /** Level of the bucket that the run was filled from; {@link #NO_HEAP} while the heap is not in use. */
    int level = NO_HEAP;

    private final Slots slots;
    private final SortedRun run;

    /** Number of entries that insertions may still shift. */
    private long budget;

    /** Number of entries with which the run was filled. */
    private int filled;

    /** Number of entries inserted since then, while the run was long. */
    private int inserted;

    /** For each level, the greatest number of entries of a bucket that are sorted at once. */
    private final int[] mostSorted = new int[NO_HEAP];

    /** Sorts at most {@code mostSorted} entries at once, until the levels have learned more. */
    BucketedRun(Slots slots, SortedRun run, int mostSorted) {
        this.slots = slots;
        this.run = run;
        Arrays.fill(this.mostSorted, mostSorted);
    }

    /** Begins to use the heap: what is not due soon moves there from the run. */
    void beginHeap(long now) {
        heap.begin(now);
        narrow(now);
    }

    /** Adds an entry to the run, at the expense of the budget, or to the heap. */
    void insertAtCost(long time, long reference, long now) {
        if (budget < 0 && level > 0) {
            mostSorted[level] = Math.max(SORTED_BY_COUNTING, mostSorted[level] / 4);
            narrow(Math.max(now, heap.base));
        }
        if (time > runLast) {
            heap.append(time, reference);
        } else {
            inserted++;
            budget -= run.insertFar(time, reference);
        }
    }

    /** Moves all but what is due soon after a base from the run to the heap. */
    private void narrow(long base) {
        heap.base = base;
        int kept;
        do {
            level--;
            runLast = RadixHeap.lastOf(base, level);
            kept = run.countUntil(runLast);
        } while (level > 0 && kept > KEPT_IN_RUN);
        for (int at = run.earliest - 2 * kept; at > 0; at -= 2) {
            // A stale entry must not count for the least time of the heap.
            if (slots.isLive(run.entries[at + 1])) {
                heap.append(run.entries[at], run.entries[at + 1]);
            } else {
                slots.stale--;
            }
        }
        run.keepEarliest(kept);
        openBudget();
    }

    private void openBudget() {
        filled = run.runSize();
        inserted = 0;
        budget = SHIFTS_PER_ENTRY * ((long) run.runSize() + SORTED_BY_COUNTING);
    }

    /** Time of the earliest event in the heap, {@link Long#MAX_VALUE} if there is none. */
    long leastInHeap() {
        while (heap.least == RadixHeap.UNKNOWN) {
            int bucket = heap.lowest();
            if (bucket < 0) {
                return Long.MAX_VALUE;
            }
            heap.least = heap.leastOf(bucket, slots);
            if (heap.least == RadixHeap.UNKNOWN) {
                int count = heap.count(bucket);
                heap.clear(bucket, count);
                slots.stale -= count;
            }
        }
        return heap.least;
    }

    /** Fills the empty run from the lowest bucket; false if nothing in the heap can be due until the limit. Nothing may be due now. */
    boolean fillRun(long limit) {
        if (inserted > filled >> 1) {
            // Sorting that number of events did not pay.
            mostSorted[level] = Math.max(SORTED_BY_COUNTING, Math.min(mostSorted[level], filled) / 2);
        }
        openBudget();
        for (int bucket = heap.lowest(); bucket >= 0; bucket = heap.lowest()) {
            long start = heap.start(bucket);
            if (start > limit) {
                return false;
            }
            heap.base = start;
            level = RadixHeap.level(bucket);
            if (heap.moveFew(run, bucket, SORTED_BY_COUNTING) || moveMany(bucket)) {
                runLast = RadixHeap.lastOf(start, level);
                openBudget();
                if (isInstant(limit)) {
                    beginInstant();
                }
                if (slots.used > SLOTS_TO_READ_AHEAD) {
                    slots.readAhead(run.entries, 2, run.earliest + 2);
                }
                return true;
            }
            runLast = start - 1;
            level = 0;
            heap.appendAgain(bucket);
        }
        return false;
    }

    /** Whether the run has one time and is about to be taken, so that nothing will be inserted before its end. */
    private boolean isInstant(long limit) {
        long time = run.entries[run.earliest];
        return time == run.entries[2]
                && (level == 0 || run.runSize() > SORTED_BY_COUNTING)
                && slots.priorities == null
                && time <= limit
                && slots.isLive(run.entries[run.earliest + 1]);
    }

    /** Sends what is scheduled for the time of the run to a bucket from now on. */
    private void beginInstant() {
        heap.base = run.entries[run.earliest];
        level = 0;
        runLast = heap.base - 1;
    }

    /** Moves what lies in a bucket for the present instant to the current events. */
    void endInstant(CurrentEvents due, long now) {
        if (runLast < now && heap.base == now) {
            int bucket = RadixHeap.bucketOf(now, now);
            if (!heap.isEmpty(bucket)) {
                for (int place = heap.first(bucket); place != 0; place = heap.following(place, bucket)) {
                    due.add(0, heap.referenceAt(place));
                }
                heap.clear(bucket, heap.count(bucket));
            }
            runLast = now;
        }
    }

    /** Sorts a bucket into the run; false if it has too many entries or their times crowd. */
    private boolean moveMany(int bucket) {
        int count = heap.count(bucket);
        if (heap.moveOneTime(run, bucket, count)) {
            return true;
        }
        if (count > mostSorted[level]) {
            mostSorted[level] = Math.min(MOST_SORTED, mostSorted[level] + 1 + mostSorted[level] / 16);
            return false;
        }
        heap.copyTo(run, bucket, count);
        if (!run.fillWithUnsorted()) {
            return false;
        }
        heap.clear(bucket, count);
        return true;
    }

    /** Moves all live entries of the heap to the empty run, and stops using the heap. */
    void emptyHeap() {
        for (int bucket = heap.lowest(); bucket >= 0; bucket = heap.lowest()) {
            for (int place = heap.first(bucket); place != 0; place = heap.following(place, bucket)) {
                if (slots.isLive(heap.referenceAt(place))) {
                    run.insertFar(heap.timeAt(place), heap.referenceAt(place));
                }
            }
            heap.clear(bucket, heap.count(bucket));
        }
        runLast = Long.MAX_VALUE;
        level = NO_HEAP;
    }
}
