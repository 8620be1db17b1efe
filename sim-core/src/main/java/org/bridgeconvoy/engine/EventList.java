package org.bridgeconvoy.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pending events, earliest first. Ties go to the higher priority, then to the event scheduled first, so a run is one exact
 * sequence. Not thread-safe: one run, one thread.
 *
 * <p>Adding, cancelling and taking the earliest cost amortized constant time, whatever the number of pending events; a single
 * take may cost more when it opens a crowded bucket. Nothing is allocated in steady state, and memory is given back after a peak
 * as soon as the slots in its upper part are free. At most some billion events can be pending.
 *
 * <p>{@link Slots} and {@link SortedRun} are layers of the same object, not objects of their own: taking and adding an event then
 * have fewer steps from one object to the next.
 */
final class EventList extends SortedRun {
    /*
     * What is due until `runLast` stands in the run, sorted, and what comes later lies in radix buckets, in the order of coming.
     * When the run is empty the lowest bucket is emptied into it; if that is too much to sort, its entries move to lower buckets
     * first. What is scheduled for the present instant waits in a queue of its own, in the order of priority. Events in the run
     * that are due at the same time join that queue when the first of them is due, if there are priorities at all.
     *
     * While few events are pending all of them stand in the run: then `level` is EVERYTHING.
     *
     * When many events are inserted into a long run, moving the others aside costs too much. There is an account of it, and when
     * that is overdrawn the run is narrowed: what is due later goes to the buckets. Besides, each level remembers how many entries
     * it is worth while to sort: fewer after runs into which much was inserted, slowly more again when buckets had more.
     */

    /** The level of the run when no bucket is in use. */
    private static final int EVERYTHING = 8;

    /** So many events at most stand in the run without buckets; into a run of so many insertions are not on the account. */
    private static final int FEW = 64;

    /** When so many are left they all stand in the run again. */
    private static final int FEW_AGAIN = FEW / 2;

    /** So many entries are sorted by counting who is behind whom. */
    private static final int HANDFUL = 8;

    /** So many entries are sorted at most; if they have not the same time. */
    private static final int MOST_SORTED = 2048;

    /** For each entry sorted, so many may be moved aside by others that are inserted. */
    private static final int MOVES_PER_ENTRY = 16;

    /** With so many slots in use, what is due next is read ahead. */
    private static final int CROWD = 1 << 14;

    /** Memory is looked after every so many events, a power of two, or as many as there are slots. */
    static final int UPKEEP_EVERY = 1 << 14;

    private static final int SMALL_CAPACITY = 1024;

    /** So many stale entries more than pending events are left where they are. */
    private static final int MOST_STALE = 64;

    final InstantQueue instant = new InstantQueue();
    final Buckets buckets = new Buckets();

    /** The last time at which an event stands in the run and not in a bucket. */
    long runLast = Long.MAX_VALUE;

    /** The level of the bucket that the run was filled from. */
    int level = EVERYTHING;

    /** How many entries may still be moved aside. */
    private long account;

    /** How many entries the run was filled with, and how many were inserted since. */
    private int filled;

    private int inserted;

    /** For each level how many entries of a bucket may be sorted. */
    private final int[] mostSorted = new int[EVERYTHING];

    /** How many entries are stale. */
    int stale;

    private long now;
    private int untilUpkeep;

    EventList() {
        this(MOST_SORTED);
    }

    /** Sorts at most so many entries at first; less than the usual in tests only. */
    EventList(int mostSorted) {
        Arrays.fill(this.mostSorted, mostSorted);
    }

    int size() {
        return runSize + instant.size() + buckets.size - stale;
    }

    /** The time of the event taken last; 0 before the first. */
    long lastTime() {
        return now;
    }

    /**
     * Adds an event; the time must not be before {@link #lastTime()}, nor before the limit of a {@link #poll} that gave nothing.
     * Returns its handle: generation and slot, never 0.
     */
    long add(long time, int priority, Event itsEvent) {
        int slot = take(itsEvent);
        if (priority != 0 || priorities != null) {
            setPriority(slot, priority);
        }
        long handle = enter(slot, time);
        place(slot, time);
        return handle;
    }

    private void setPriority(int slot, int priority) {
        int[] all = priorities;
        if (all == null) {
            all = keepPriorities();
            // Those in the run that are due now came before those in the queue.
            long[] inQueue = instant.drain();
            joinInstant();
            for (long reference : inQueue) {
                instant.add(0, reference);
            }
        }
        all[slot] = priority;
    }

    private void place(int slot, long time) {
        if (time > runLast) {
            buckets.append(time, reference(slot));
        } else if (time == now) {
            instant.add(priorityAt(slot), reference(slot));
        } else if (runSize < FEW) {
            inserted++;
            insert(time, reference(slot));
        } else {
            insertIntoLong(time, slot);
        }
    }

    private void insertIntoLong(long time, int slot) {
        if (level == EVERYTHING && stale != 0) {
            sweep();
        }
        boolean tooMany = level == EVERYTHING ? runSize >= FEW : account < 0 && level > 0;
        if (tooMany) {
            narrow();
        }
        if (time > runLast) {
            buckets.append(time, reference(slot));
        } else {
            inserted++;
            account -= insertFar(time, reference(slot));
        }
    }

    /** Leaves in the run only what is due soon. */
    private void narrow() {
        long base = now;
        if (level != EVERYTHING) {
            mostSorted[level] = Math.max(HANDFUL, mostSorted[level] / 4);
            base = Math.max(now, buckets.base);
        }
        if (level == EVERYTHING) {
            buckets.begin(base);
        }
        buckets.base = base;
        int kept;
        do {
            level--;
            runLast = Buckets.lastOf(base, level);
            kept = countUntil(runLast);
        } while (level > 0 && kept > FEW / 2);
        for (int i = runSize - kept - 1; i >= 0; i--) {
            buckets.append(runTime[i], runReference[i]);
        }
        keepEarliest(kept);
        openAccount();
    }

    private void openAccount() {
        filled = runSize;
        inserted = 0;
        account = MOVES_PER_ENTRY * ((long) runSize + HANDFUL);
    }

    /** When a pending event is due. */
    long timeOf(long handle) {
        return timeAt((int) handle);
    }

    boolean cancel(long handle) {
        if (!isPending(handle)) {
            return false;
        }
        leaveEntry((int) handle);
        free((int) handle);
        return true;
    }

    boolean move(long handle, long time) {
        if (!isPending(handle)) {
            return false;
        }
        leaveEntry((int) handle);
        enter((int) handle, time);
        place((int) handle, time);
        return true;
    }

    private void leaveEntry(int slot) {
        if (isLastStamp()) {
            sweep();
            restartStamps();
            sweep();
        }
        if (timeAt(slot) == buckets.least) {
            buckets.least = Buckets.UNKNOWN;
        }
        leave(slot);
        if (++stale > size() + MOST_STALE) {
            sweep();
        }
    }

    /** Drops all stale entries. */
    private void sweep() {
        sweepRun();
        instant.sweep(this);
        buckets.sweep(this);
        stale = 0;
    }

    /** The time of the earliest event, {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        while (!instant.isEmpty()) {
            if (isLive(instant.first())) {
                return now;
            }
            instant.removeFirst();
            stale--;
        }
        while (runSize > 0) {
            if (isLive(runReference[runSize - 1])) {
                return runTime[runSize - 1];
            }
            runSize--;
            stale--;
        }
        return leastInBuckets();
    }

    private long leastInBuckets() {
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

    /** Takes the earliest event if its time is not after the limit; null if there is none. */
    @Nullable
    Event poll(long limit) {
        while (true) {
            int last = runSize - 1;
            if (last < 0 || !instant.isEmpty()) {
                if (!isRunNext(limit)) {
                    break;
                }
                last = runSize - 1;
            }
            long time = runTime[last];
            if (time > limit) {
                return null;
            }
            long reference = runReference[last];
            if (priorities != null && last != 0 && runTime[last - 1] == time && isLive(reference)) {
                now = time;
                joinInstant();
                break;
            }
            runSize = last;
            if (isLive(reference)) {
                now = time;
                return taken((int) reference);
            }
            stale--;
        }
        return instant.isEmpty() ? null : pollInstant(limit);
    }

    private boolean isRunNext(long limit) {
        return instant.isEmpty() ? refill(limit) : runSize != 0 && runTime[runSize - 1] == now;
    }

    private @Nullable Event taken(int slot) {
        Event result = eventAt(slot);
        free(slot);
        return result;
    }

    private @Nullable Event pollInstant(long limit) {
        while (!instant.isEmpty()) {
            long reference = instant.first();
            instant.removeFirst();
            if (isLive(reference)) {
                return taken((int) reference);
            }
            stale--;
        }
        return poll(limit);
    }

    /** What is due now moves from the run to the queue of the instant. */
    private void joinInstant() {
        while (runSize > 0 && runTime[runSize - 1] == now) {
            long reference = runReference[--runSize];
            instant.add(priorityAt((int) reference), reference);
        }
    }

    /** Fills the empty run from the lowest bucket, if that can hold something due until the limit and nothing is due now. */
    private boolean refill(long limit) {
        if (level == EVERYTHING || !instant.isEmpty()) {
            return false;
        }
        if (buckets.size - stale <= FEW_AGAIN) {
            gather();
            return runSize > 0;
        }
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
                if (used > CROWD) {
                    readAhead(runReference, runSize);
                }
                return true;
            }
            runLast = start - 1;
            level = 0;
            buckets.appendAgain(bucket);
        }
        return false;
    }

    /** Sorts a bucket into the run, unless it has too many entries or their times crowd. */
    private boolean moveMany(int bucket) {
        int count = buckets.count(bucket);
        if (count > mostSorted[level] && !buckets.isOneTime(bucket)) {
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

    /** From now on all events stand in the run. */
    private void gather() {
        for (int bucket = buckets.lowest(); bucket >= 0; bucket = buckets.lowest()) {
            for (int place = buckets.first(bucket); place != 0; place = buckets.following(place, bucket)) {
                if (isLive(buckets.referenceAt(place))) {
                    insert(buckets.timeAt(place), buckets.referenceAt(place));
                }
            }
            buckets.clear(bucket, buckets.count(bucket));
        }
        stale = 0;
        runLast = Long.MAX_VALUE;
        level = EVERYTHING;
    }

    /** To be called every {@link #UPKEEP_EVERY} events: forgets fired events and gives back memory that is not used any more. */
    void upkeep() {
        untilUpkeep -= UPKEEP_EVERY;
        if (untilUpkeep > 0) {
            return;
        }
        untilUpkeep = capacity();
        forgetFired();
        // Less would be taken again soon.
        long enough = 4L * Math.max(SMALL_CAPACITY, size());
        instant.shrink(enough);
        shrinkRun(enough);
        buckets.shrink();
        if (capacity() > SMALL_CAPACITY && size() < capacity() / 8) {
            // Stale entries must not point to slots that are cut off.
            sweep();
            shrink();
        }
    }
}
