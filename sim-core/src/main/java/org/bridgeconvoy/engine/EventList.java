package org.bridgeconvoy.engine;

import org.jspecify.annotations.Nullable;

/**
 * Pending events, earliest first. Ties go to the higher priority, then to the event scheduled first, so a run is one exact
 * sequence. Not thread-safe: one run, one thread.
 *
 * <p>Adding, cancelling and taking the earliest cost amortized constant time, whatever the number of pending events; a single
 * take may cost more when it opens a crowded bucket. Nothing is allocated in steady state, and memory is given back after a peak
 * as soon as the slots in its upper part are free. At most some billion events can be pending.
 *
 * <p>{@link Slots}, {@link WinnerTree}, {@link SortedRun}, {@link BucketedRun} and this are layers of {@link Simulation}, not objects
 * of their own: taking and adding an event then have fewer steps from one object to the next.
 */
class EventList extends BucketedRun {
    /*
     * A handful of events stand in the run, sorted (some dozens where equal times are common); some dozens in the tree, also those for
     * the present instant, and what is too late for the tree in the run; many in the run and in buckets.
     *
     * Without the tree, what is scheduled for the present instant waits in a queue of its own, in the order of priority (or in a
     * bucket, as BucketedRun says). Events in the run that are due at the same time join that queue when the first of them is due, if
     * there are priorities at all. If there are none, what waits in the queue goes to the front of the run when nothing there is due
     * now.
     *
     * Most takes look at no more than the earliest in the run or in the tree: `runIsNextUntil` and `treeIsNextUntil` stand for all
     * that may be in the way.
     */

    /** So many events stand in the run before they go to the tree. */
    private static final int FEWER = 4;

    /** When so many are left they go from the buckets to the tree again, and from the tree to the run. */
    private static final int FEW_AGAIN = WinnerTree.MOST / 4;

    private static final int FEWER_AGAIN = FEWER / 2;

    /** Memory is looked after every so many events, a power of two, or as many as there are slots. */
    static final int UPKEEP_EVERY = 1 << 14;

    private static final int SMALL_CAPACITY = 1024;

    /** So many stale entries more than pending events are left where they are. */
    private static final int MOST_STALE = 64;

    /** All stale entries are dropped before a slot can have had so many references that one of theirs comes again. */
    private static final long MOST_TURNS = 1L << 31;

    final InstantQueue instant = new InstantQueue();

    /** The last time at which an event may be taken. */
    private long limit = Long.MAX_VALUE;

    /** Until this time the earliest in the run is what to take, unless it is stale; -1 if more is to be looked at. */
    private long runIsNextUntil;

    /** An event due before this and after now stands in the run: the last time of the run; -1 if there are priorities or a tree. */
    private long soon;

    /** So many entries stand in the run while no bucket is in use: fewer, or few where the times are often equal. */
    private int mostInRun = FEWER;

    /** Twice as many entries are inserted into the run without asking what else there could be done. */
    private int runRoom = 2 * FEWER;

    /** Until this key the first of the tree is what to take, unless it is stale; -1 if more is to be looked at. */
    private long treeIsNextUntil;

    /** Whether all events stand in the tree, but for those that are too late for it, which stand in the run. */
    boolean few;

    /** How many entries got stale since all stale ones were dropped, or how many events were taken. */
    long turnsSinceSweep;

    private long now;
    private int untilUpkeep;

    EventList() {
        this(MOST_SORTED);
    }

    /** Sorts at most so many entries at first; less than the usual in tests only. */
    EventList(int mostSorted) {
        super(mostSorted);
        findNext();
    }

    final int size() {
        return treeSize() + runSize() + instant.size() + buckets.size - stale;
    }

    /** The clock: the time of the event taken last, or where it was set since; 0 before the first. */
    long now() {
        return now;
    }

    /** Sets the clock on; nothing may be due before that time. */
    final void setNow(long time) {
        now = time;
        if (!few && priorities != null) {
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
        return time < soon && time > now;
    }

    /** Whether {@link #addSoon} will do for a delay from now. */
    final boolean isSoonAfter(long delay) {
        // Whether a delay is 0 is hard to guess where some are, so that is asked last.
        return delay < soon - now && delay > 0;
    }

    /** The quick way for most events of priority 0 if there is no tree; otherwise as {@link #add}. */
    final long addSoon(long time, Event itsEvent) {
        long handle = take(time, itsEvent);
        if (earliest < runRoom) {
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
            // Those in the run that are due now came before those in the queue or in a bucket, of which one is empty.
            long[] inQueue = instant.drain();
            if (!few) {
                joinInstant();
            }
            for (long reference : inQueue) {
                instant.add(0, reference);
            }
            endInstant(instant, now);
            findNext();
        }
        all[slot] = priority;
    }

    private void place(long time, long reference) {
        if (few) {
            if (fits(time)) {
                addToTree(time, reference);
                return;
            }
            if (placeAmongFew(time, reference)) {
                return;
            }
            turnToMany();
        }
        if (time > runLast) {
            buckets.append(time, reference);
        } else if (time == now) {
            addToInstant(reference);
        } else if (earliest < runRoom && time != Long.MAX_VALUE) {
            insert(time, reference);
        } else {
            insertIntoLong(time, reference);
        }
    }

    /** Places an entry that does not fit into the tree as it is; false if there would be too many. */
    private boolean placeAmongFew(long time, long reference) {
        if (!isInWindow(time) && isWindowOld(now) && !moveWindow()) {
            return false;
        }
        if (isInWindow(time)) {
            return addToTreeIfRoom(time, reference);
        }
        if (runSize() >= FEW) {
            return false;
        }
        insertFar(time, reference);
        return true;
    }

    private boolean addToTreeIfRoom(long time, long reference) {
        if (!hasLeaf() && !makeLeaf()) {
            return false;
        }
        addToTree(time, reference);
        return true;
    }

    /** Lets the window of the tree begin now, and events that were too late for it come in; false if there would be too many. */
    private boolean moveWindow() {
        moveBase(now);
        findNext();
        for (; earliest > 0 && isInWindow(run[earliest]); earliest -= 2) {
            if (!addToTreeIfRoom(run[earliest], run[earliest + 1])) {
                return false;
            }
        }
        return true;
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

    private void findSoon() {
        soon = few || priorities != null ? -1 : runLast;
    }

    /** Tells until when the earliest is to be taken without looking at anything else. */
    private void findNext() {
        runIsNextUntil = -1;
        treeIsNextUntil = -1;
        findSoon();
        if (retireFrom != Integer.MAX_VALUE) {
            return;
        }
        if (few) {
            treeIsNextUntil = lastKeyUntil(limit);
        } else if (priorities == null) {
            // Less than the time of what stands before the first entry of the run.
            runIsNextUntil = Math.min(Long.MAX_VALUE - 1, instant.isEmpty() ? limit : Math.min(limit, now));
        }
    }

    /** All that stands in the tree goes to the run, before what was too late for the tree. */
    private void leaveTree() {
        sweepTree();
        few = false;
        lengthen(treeSize());
        int at = earliest;
        for (long key = firstKey(); key <= LAST_KEY; key = firstKey()) {
            takeFirst(key);
            run[at] = timeOfKey(key);
            run[at + 1] = referenceOfKey(key);
            at -= 2;
        }
        clearTree();
        runRoom = 2 * mostInRun;
        if (priorities != null) {
            joinInstant();
        }
        findNext();
    }

    /** From now on events are many. */
    private void turnToMany() {
        leaveTree();
        turnToBuckets();
    }

    /** From now on all events stand in the tree, but for those that are too late for it. There must be no stale ones. */
    private void turnToFew() {
        few = true;
        beginTree(now);
        moveWindow();
        while (few && !instant.isEmpty()) {
            place(now, instant.removeFirst());
        }
    }

    private void insertIntoLong(long time, long reference) {
        if (!isBucketless()) {
            insertAtCost(time, reference, now);
            findSoon();
            return;
        }
        if (stale != 0) {
            sweep();
        }
        if (runSize() < mostInRun) {
            insertFar(time, reference);
            return;
        }
        if (mostInRun == FEWER && size() < WinnerTree.MOST) {
            turnToFew();
        } else {
            turnToBuckets();
        }
        place(time, reference);
    }

    private void turnToBuckets() {
        runRoom = 2 * FEW;
        beginBuckets(now);
        findNext();
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
        if (few) {
            sweepTree();
        }
        sweepRun();
        instant.sweep(this);
        buckets.sweep(this);
        stale = 0;
        turnsSinceSweep = 0;
        findNext();
    }

    /** The time of the earliest event, {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        if (few) {
            long key = nextKey();
            if (key <= LAST_KEY && !isLive(referenceOfKey(key))) {
                dropStaleFromTree();
                key = firstKey();
            }
            if (key <= LAST_KEY) {
                return timeOfKey(key);
            }
        }
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

    /** Drops stale entries from the root until it is live. */
    private void dropStaleFromTree() {
        for (long key = firstKey(); key <= LAST_KEY && !isLive(referenceOfKey(key)); key = firstKey()) {
            takeFirst(key);
            stale--;
        }
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
        return few ? pollTree() : pollWithCare();
    }

    private @Nullable Event pollTree() {
        long key = firstKey();
        if (key <= treeIsNextUntil) {
            long reference = referenceOfKey(key);
            if (isLive(reference)) {
                takeFirst(key);
                now = timeOfKey(key);
                return fire(reference);
            }
        }
        return pollWithCare();
    }

    private @Nullable Event pollWithCare() {
        while (now <= limit) {
            if (few) {
                long key = firstKey();
                if (key > LAST_KEY && earliest > 0) {
                    leaveTree();
                    continue;
                }
                if (key > lastKeyUntil(limit)) {
                    break;
                }
                takeFirst(key);
                long reference = referenceOfKey(key);
                if (isLive(reference)) {
                    now = timeOfKey(key);
                    return fireOrRetire(reference);
                }
                stale--;
                continue;
            }
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
                continue;
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

    /** Fills the empty run, or the tree if so few are left; nothing must be due now. Whether something may be due until the limit. */
    private boolean refill() {
        if (isBucketless()) {
            return false;
        }
        if (buckets.size - stale <= FEW_AGAIN) {
            gather();
            return earliest > 0 || few;
        }
        boolean isFilled = fillRun(limit);
        findSoon();
        return isFilled;
    }

    /** From now on no event lies in a bucket. */
    private void gather() {
        emptyBuckets();
        stale = 0;
        mostInRun = FEWER;
        runRoom = 2 * FEWER;
        if (runSize() > FEWER) {
            turnToFew();
        }
        findNext();
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
        if (few && ties > Math.max(UPKEEP_EVERY, capacity()) / 4) {
            mostInRun = FEW;
            leaveTree();
        } else if (few && size() <= FEWER_AGAIN) {
            leaveTree();
        } else if (few) {
            shrinkTree();
        }
        ties = 0;
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
