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
 * <p>{@link Slots}, {@link SortedRun} and this are layers of {@link Simulation}, not objects of their own: taking and adding an
 * event then have fewer steps from one object to the next.
 */
class EventList extends SortedRun {
    /*
     * What is due until `runLast` stands in the run, sorted, and what comes later lies in radix buckets, in the order of coming.
     * When the run is empty the lowest bucket is emptied into it; if that is too much to sort, its entries move to lower buckets
     * first. What is scheduled for the present instant waits in a queue of its own, in the order of priority. Events in the run
     * that are due at the same time join that queue when the first of them is due, if there are priorities at all. If there are
     * none, what waits in the queue goes to the front of the run when nothing there is due now.
     *
     * Most takes look at no more than the earliest in the run: `runIsNextUntil` stands for all that may be in the way.
     *
     * While few events are pending all of them stand in the run: then `level` is EVERYTHING.
     *
     * When many events are inserted into a long run, moving the others aside costs too much. There is an account of it, and when
     * that is overdrawn the run is narrowed: what is due later goes to the buckets. Besides, each level remembers how many entries
     * it is worth while to sort: fewer after runs into which much was inserted, slowly more again when buckets had more.
     */

    /** The level of the run when no bucket is in use. */
    private static final int EVERYTHING = 8;

    /** When so many are left they all stand in the run again. */
    private static final int FEW_AGAIN = FEW / 2;

    /** So many entries are sorted by counting who is behind whom. */
    private static final int HANDFUL = 8;

    /** So many entries are sorted at most; if they have not the same time. */
    private static final int MOST_SORTED = 2048;

    /** For each entry sorted, so many may be moved aside by others that are inserted; in a run of fewer than few none are counted. */
    private static final int MOVES_PER_ENTRY = 16;

    /** With so many slots in use, what is due next is read ahead. */
    private static final int CROWD = 1 << 14;

    /** Memory is looked after every so many events, a power of two, or as many as there are slots. */
    static final int UPKEEP_EVERY = 1 << 14;

    private static final int SMALL_CAPACITY = 1024;

    /** So many stale entries more than pending events are left where they are. */
    private static final int MOST_STALE = 64;

    /** All stale entries are dropped before a slot can have had so many references that one of theirs comes again. */
    private static final long MOST_TURNS = 1L << 31;

    final InstantQueue instant = new InstantQueue();
    final Buckets buckets = new Buckets();

    /** The last time at which an event stands in the run and not in a bucket. */
    long runLast = Long.MAX_VALUE;

    /** An event due before this and after now stands in the run: the last time of the run; -1 if there are priorities. */
    private long soon = Long.MAX_VALUE;

    /** The last time at which an event may be taken. */
    private long limit = Long.MAX_VALUE;

    /** Until this time the earliest in the run is what to take, unless it is stale; -1 if more is to be looked at. */
    private long runIsNextUntil = Long.MAX_VALUE - 1;

    /** The level of the bucket that the run was filled from. */
    int level = EVERYTHING;

    /** How many entries may still be moved aside. */
    private long account;

    /** How many entries the run was filled with, and how many were inserted since while it was long. */
    private int filled;

    private int inserted;

    /** For each level how many entries of a bucket may be sorted. */
    private final int[] mostSorted = new int[EVERYTHING];

    /** How many entries are stale. */
    int stale;

    /** How many entries got stale since all stale ones were dropped, or how many events were taken. */
    long turnsSinceSweep;

    private long now;
    private int untilUpkeep;

    EventList() {
        this(MOST_SORTED);
    }

    /** Sorts at most so many entries at first; less than the usual in tests only. */
    EventList(int mostSorted) {
        Arrays.fill(this.mostSorted, mostSorted);
    }

    final int size() {
        return runSize() + instant.size() + buckets.size - stale;
    }

    /** The clock: the time of the event taken last, or where it was set since; 0 before the first. */
    long now() {
        return now;
    }

    /** Sets the clock on; nothing may be due before that time. */
    final void setNow(long time) {
        now = time;
        if (priorities != null) {
            joinInstant();
        }
        findNext();
    }

    /** Nothing that is due after a time is taken from now on; -1: nothing at all. */
    final void setLimit(long time) {
        limit = time;
        findNext();
    }

    /** Whether {@link #addSoon} will do for a time. */
    final boolean isSoon(long time) {
        return time > now && time < soon;
    }

    /** Whether {@link #addSoon} will do for a delay from now. */
    final boolean isSoonAfter(long delay) {
        return delay > 0 && delay < soon - now;
    }

    /** The quick way for most events of priority 0 if only few are pending; otherwise as {@link #add}. */
    final long addSoon(long time, Event itsEvent) {
        long handle = take(time, itsEvent);
        if (earliest < 2 * FEW) {
            insert(time, handle);
        } else {
            insertIntoLong(time, handle);
        }
        return handle;
    }

    /** Adds an event; the time must not be before {@link #now()}. Returns its handle: generation and slot, never 0. */
    final long add(long time, int priority, Event itsEvent) {
        long handle = take(time, itsEvent);
        if (priority != 0 || priorities != null) {
            setPriority((int) handle, priority);
        }
        place(time, handle);
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
            setRunLast(runLast);
            findNext();
        }
        all[slot] = priority;
    }

    private void place(long time, long reference) {
        if (time > runLast) {
            buckets.append(time, reference);
        } else if (time == now) {
            addToInstant(reference);
        } else if (earliest < 2 * FEW && time != Long.MAX_VALUE) {
            insert(time, reference);
        } else {
            insertIntoLong(time, reference);
        }
    }

    private void addToInstant(long reference) {
        boolean isFirst = instant.isEmpty();
        if (priorities == null) {
            instant.add(reference);
        } else {
            instant.add(priorityAt((int) reference), reference);
        }
        if (isFirst) {
            findNext();
        }
    }

    private void setRunLast(long time) {
        runLast = time;
        soon = priorities == null ? time : -1;
    }

    /** Tells until when the earliest in the run is to be taken without looking at anything else. */
    private void findNext() {
        if (priorities != null || retireFrom != Integer.MAX_VALUE) {
            runIsNextUntil = -1;
        } else {
            // Less than the time of what stands before the first entry of the run.
            runIsNextUntil = Math.min(Long.MAX_VALUE - 1, instant.isEmpty() ? limit : Math.min(limit, now));
        }
    }

    private void insertIntoLong(long time, long reference) {
        if (level == EVERYTHING && stale != 0) {
            sweep();
        }
        boolean tooMany = level == EVERYTHING ? runSize() >= FEW : account < 0 && level > 0;
        if (tooMany) {
            narrow();
        }
        if (time > runLast) {
            buckets.append(time, reference);
        } else {
            inserted++;
            account -= insertFar(time, reference);
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
            setRunLast(Buckets.lastOf(base, level));
            kept = countUntil(runLast);
        } while (level > 0 && kept > FEW / 2);
        for (int at = earliest - 2 * kept; at > 0; at -= 2) {
            buckets.append(run[at], run[at + 1]);
        }
        keepEarliest(kept);
        openAccount();
    }

    private void openAccount() {
        filled = runSize();
        inserted = 0;
        account = MOVES_PER_ENTRY * ((long) runSize() + HANDFUL);
    }

    /** When a pending event is due. */
    long timeOf(long handle) {
        return timeAt((int) handle);
    }

    boolean cancel(long handle) {
        if (!isPending(handle)) {
            return false;
        }
        int slot = (int) handle;
        long time = timeAt(slot);
        free(slot);
        noteStale(time);
        return true;
    }

    final boolean move(long handle, long time) {
        if (!isPending(handle)) {
            return false;
        }
        long before = timeAt((int) handle);
        long reference = renew(handle, time);
        noteStale(before);
        place(time, reference);
        return true;
    }

    /** An entry of that time has got stale. */
    private void noteStale(long time) {
        if (time == buckets.least) {
            buckets.least = Buckets.UNKNOWN;
        }
        stale++;
        turnsSinceSweep++;
        if (stale > size() + MOST_STALE || turnsSinceSweep > MOST_TURNS) {
            sweep();
        }
    }

    /** Drops all stale entries. */
    private void sweep() {
        sweepRun();
        instant.sweep(this);
        buckets.sweep(this);
        stale = 0;
        turnsSinceSweep = 0;
        findNext();
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
        findNext();
        while (earliest > 0) {
            if (isLive(run[earliest + 1])) {
                return run[earliest];
            }
            earliest -= 2;
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
    final @Nullable Event poll() {
        int at = earliest;
        long[] entries = run;
        long reference = entries[at + 1];
        long time = entries[at];
        if (time <= runIsNextUntil && isLive(reference)) {
            earliest = at - 2;
            now = time;
            return fire(reference);
        }
        return pollWithCare();
    }

    private @Nullable Event pollWithCare() {
        while (now <= limit) {
            int at = earliest;
            if (!instant.isEmpty() && (at == 0 || run[at] != now)) {
                long reference = instant.removeFirst();
                if (priorities == null && !instant.isEmpty()) {
                    // From the run they are taken with less care.
                    putInFront(instant, now);
                }
                if (instant.isEmpty()) {
                    findNext();
                }
                if (isLive(reference)) {
                    return fireOrRetire(reference);
                }
                stale--;
                continue;
            }
            if (at == 0) {
                if (!refill()) {
                    break;
                }
                at = earliest;
            }
            long time = run[at];
            if (time > limit) {
                break;
            }
            long reference = run[at + 1];
            earliest = at - 2;
            if (!isLive(reference)) {
                stale--;
                continue;
            }
            now = time;
            if (priorities == null || run[at - 2] != time || at == 2) {
                return fireOrRetire(reference);
            }
            earliest = at;
            joinInstant();
        }
        return null;
    }

    /** What is due now moves from the run to the queue of the instant. */
    private void joinInstant() {
        while (earliest > 0 && run[earliest] == now) {
            long reference = run[earliest + 1];
            earliest -= 2;
            instant.add(priorityAt((int) reference), reference);
        }
    }

    /** Fills the empty run from the lowest bucket, if that can hold something due until the limit; nothing must be due now. */
    private boolean refill() {
        if (level == EVERYTHING) {
            return false;
        }
        if (buckets.size - stale <= FEW_AGAIN) {
            gather();
            return earliest > 0;
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
                setRunLast(Buckets.lastOf(start, level));
                openAccount();
                if (used > CROWD) {
                    readAhead(run, 2, earliest + 2);
                }
                return true;
            }
            setRunLast(start - 1);
            level = 0;
            buckets.appendAgain(bucket);
        }
        return false;
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

    /** From now on all events stand in the run. */
    private void gather() {
        for (int bucket = buckets.lowest(); bucket >= 0; bucket = buckets.lowest()) {
            for (int place = buckets.first(bucket); place != 0; place = buckets.following(place, bucket)) {
                if (isLive(buckets.referenceAt(place))) {
                    insertFar(buckets.timeAt(place), buckets.referenceAt(place));
                }
            }
            buckets.clear(bucket, buckets.count(bucket));
        }
        stale = 0;
        setRunLast(Long.MAX_VALUE);
        level = EVERYTHING;
    }

    /** To be called every {@link #UPKEEP_EVERY} events: gives back memory that is not used any more. */
    final void upkeep() {
        turnsSinceSweep += UPKEEP_EVERY;
        untilUpkeep -= UPKEEP_EVERY;
        if (untilUpkeep > 0) {
            return;
        }
        untilUpkeep = capacity();
        forgetFired();
        if (turnsSinceSweep > MOST_TURNS) {
            sweep();
        }
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
        findNext();
    }
}
