package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * The layer of {@link EventList} for many pending events: what is due until {@link #runLast} stands in the run, sorted, and what
 * comes later lies in radix buckets, in the order of coming.
 *
 * <p>When the run is empty the lowest bucket is emptied into it; if that is too much to sort, its entries move to lower buckets
 * first. When many events are inserted into a long run, moving the others aside costs too much. There is an account of it, and
 * when that is overdrawn the run is narrowed: what is due later goes to the buckets. Besides, each level remembers how many
 * entries it is worth while to sort: fewer after runs into which much was inserted, slowly more again when buckets had more.
 *
 * <p>When a run is about to be taken that has only one time, what is scheduled for that time from now on lies in a bucket behind
 * it, as all that comes later does: then nothing needs to be told apart when events are scheduled. Not so if there are priorities.
 */
abstract class BucketedRun extends SortedRun {

    /** The level of the run when no bucket is in use. */
    static final int EVERYTHING = 8;

    /** So many entries are sorted at most; if they have not the same time. */
    static final int MOST_SORTED = 2048;

    /** So many entries are sorted by counting who is behind whom. */
    private static final int HANDFUL = 8;

    /** For each entry sorted, so many may be moved aside by others that are inserted; in a run of fewer than few none are counted. */
    private static final int MOVES_PER_ENTRY = 16;

    /** With so many slots in use, what is due next is read ahead. */
    private static final int CROWD = 1 << 14;

    final Buckets buckets = new Buckets();

    /** What is due later is put in a bucket, not in the run. */
    long runLast = Long.MAX_VALUE;

    /** The level of the bucket that the run was filled from. */
    int level = EVERYTHING;

    /** How many entries may still be moved aside. */
    private long account;

    /** How many entries the run was filled with, and how many were inserted since while it was long. */
    private int filled;

    private int inserted;

    /** For each level how many entries of a bucket may be sorted. */
    private final int[] mostSorted = new int[EVERYTHING];

    /** Sorts at most so many entries at first. */
    BucketedRun(int mostSorted) {
        Arrays.fill(this.mostSorted, mostSorted);
    }

    /** Whether all that is not due now or in the tree stands in the run. */
    final boolean isBucketless() {
        return level == EVERYTHING;
    }

    /** From now on what is not due soon lies in buckets. */
    final void beginBuckets(long now) {
        buckets.begin(now);
        narrow(now);
    }

    /** Inserts an entry into a long run, or appends it to a bucket. */
    final void insertAtCost(long time, long reference, long now) {
        if (account < 0 && level > 0) {
            mostSorted[level] = Math.max(HANDFUL, mostSorted[level] / 4);
            narrow(Math.max(now, buckets.base));
        }
        if (time > runLast) {
            buckets.append(time, reference);
        } else {
            inserted++;
            account -= insertFar(time, reference);
        }
    }

    /** Leaves in the run only what is due soon after a base. */
    private void narrow(long base) {
        buckets.base = base;
        int kept;
        do {
            level--;
            runLast = Buckets.lastOf(base, level);
            kept = countUntil(runLast);
        } while (level > 0 && kept > FEW / 2);
        for (int at = earliest - 2 * kept; at > 0; at -= 2) {
            // A stale one could be taken for the least time of the buckets.
            if (isLive(run[at + 1])) {
                buckets.append(run[at], run[at + 1]);
            } else {
                stale--;
            }
        }
        keepEarliest(kept);
        openAccount();
    }

    private void openAccount() {
        filled = runSize();
        inserted = 0;
        account = MOVES_PER_ENTRY * ((long) runSize() + HANDFUL);
    }

    /** The time of the earliest event in the buckets, {@link Long#MAX_VALUE} if there is none. */
    final long leastInBuckets() {
        while (buckets.least == Buckets.UNKNOWN) {
            int bucket = buckets.lowest();
            if (bucket < 0) {
                return Long.MAX_VALUE;
            }
            buckets.least = buckets.leastOf(bucket, this);
            if (buckets.least == Buckets.UNKNOWN) {
                int count = buckets.count(bucket);
                buckets.clear(bucket, count);
                stale -= count;
            }
        }
        return buckets.least;
    }

    /** Fills the empty run from the lowest bucket, if that can hold something due until the limit; nothing must be due now. */
    final boolean fillRun(long limit) {
        if (inserted > filled >> 1) {
            // Sorting was not worth while.
            mostSorted[level] = Math.max(HANDFUL, Math.min(mostSorted[level], filled) / 2);
        }
        openAccount();
        for (int bucket = buckets.lowest(); bucket >= 0; bucket = buckets.lowest()) {
            long start = buckets.start(bucket);
            if (start > limit) {
                return false;
            }
            buckets.base = start;
            level = Buckets.level(bucket);
            if (buckets.moveFew(this, bucket, HANDFUL) || moveMany(bucket)) {
                runLast = Buckets.lastOf(start, level);
                openAccount();
                if (isInstant(limit)) {
                    beginInstant();
                }
                if (used > CROWD) {
                    readAhead(run, 2, earliest + 2);
                }
                return true;
            }
            runLast = start - 1;
            level = 0;
            buckets.appendAgain(bucket);
        }
        return false;
    }

    /** Whether what stands in the run will be taken now and has one time, so that nothing will ever be inserted before it. */
    private boolean isInstant(long limit) {
        long time = run[earliest];
        return time == run[2]
                && (level == 0 || runSize() > HANDFUL)
                && priorities == null
                && time <= limit
                && isLive(run[earliest + 1]);
    }

    /** From now on what is scheduled for the time in the run goes to a bucket. */
    private void beginInstant() {
        buckets.base = run[earliest];
        level = 0;
        runLast = buckets.base - 1;
    }

    /** What lies in a bucket for the present instant moves to its queue. */
    final void endInstant(InstantQueue due, long now) {
        if (runLast < now && buckets.base == now) {
            int bucket = Buckets.bucketOf(now, now);
            if (!buckets.isEmpty(bucket)) {
                for (int place = buckets.first(bucket); place != 0; place = buckets.following(place, bucket)) {
                    due.add(0, buckets.referenceAt(place));
                }
                buckets.clear(bucket, buckets.count(bucket));
            }
            runLast = now;
        }
    }

    /** Sorts a bucket into the run, unless it has too many entries or their times crowd. */
    private boolean moveMany(int bucket) {
        int count = buckets.count(bucket);
        if (buckets.moveOneTime(this, bucket, count)) {
            return true;
        }
        if (count > mostSorted[level]) {
            mostSorted[level] = Math.min(MOST_SORTED, mostSorted[level] + 1 + mostSorted[level] / 16);
            return false;
        }
        buckets.copyTo(this, bucket, count);
        if (!fillWithUnsorted()) {
            return false;
        }
        buckets.clear(bucket, count);
        return true;
    }

    /** Puts all that lies in the buckets into the empty run, without the stale entries. */
    final void emptyBuckets() {
        for (int bucket = buckets.lowest(); bucket >= 0; bucket = buckets.lowest()) {
            for (int place = buckets.first(bucket); place != 0; place = buckets.following(place, bucket)) {
                if (isLive(buckets.referenceAt(place))) {
                    insertFar(buckets.timeAt(place), buckets.referenceAt(place));
                }
            }
            buckets.clear(bucket, buckets.count(bucket));
        }
        runLast = Long.MAX_VALUE;
        level = EVERYTHING;
    }
}
