package org.bridgeconvoy.engine;

import org.jspecify.annotations.Nullable;

/**
 * Future event list: the pending events, earliest first. Ties go to the higher priority, then to the event scheduled first, so a run is
 * one exact sequence. Not thread-safe: one run, one thread.
 *
 * <p>Adding, cancelling and taking the earliest cost amortized constant time, whatever the number of pending events; a single take may
 * cost more when it opens a full bucket. Nothing is allocated in steady state. Memory grows with the greatest number of events that
 * were ever pending and is kept until the run ends. At most some billion events can be pending.
 *
 * <p>Which structure holds the events is the {@link Mode}. Events of the present instant wait in {@link CurrentEvents}, except in mode
 * {@code TREE} (the tree holds them) and as {@link BucketedRun} says. Entries of the run that are due at one time join the current
 * events when the first of them is due, if there are priorities at all; if there are none, the current events go to the front of the
 * run when nothing there is due now.
 *
 * <p>Most takes look at the earliest entry of the run or of the tree only: {@link #runIsNextUntil} and {@link #treeIsNextUntil} stand for
 * everything else that could come first.
 *
 * <p>A superclass of {@link Simulation} and not a part of it, for speed: see docs/adr/0006-event-list.md.
 */
class EventList extends SortedRun {
    /** Number of pending events at which mode HEAP is left: 32, well below where it is entered. */
    private static final int LEAVE_HEAP_AT = WinnerTree.CAPACITY / 4;

    /** Number of pending events at which mode TREE is left: 2, below where it is entered. */
    private static final int LEAVE_TREE_AT = Mode.RUN.runCapacity / 2;

    /** Upkeep is due every 16,384 events, a power of two, or every {@code capacity()} events if that is more. */
    static final int UPKEEP_EVERY = 1 << 14;

    /** Number by which stale entries may exceed pending events before they are swept. */
    private static final int STALE_EXCESS = 64;

    /** Number of references after which all stale entries are swept: well before the generations of a slot can repeat. */
    private static final long TURNS_TO_SWEEP = 1L << 31;

    final WinnerTree tree = new WinnerTree(this);
    final CurrentEvents current = new CurrentEvents();
    final BucketedRun many;

    /** The structure in use; change it by {@link #setMode} only. */
    Mode mode = Mode.RUN;

    /** Index in the run below which an entry is inserted without further questions: twice the run capacity of the mode. */
    private int runRoom = 2 * Mode.RUN.runCapacity;

    /** Last time at which an event may be taken. */
    private long limit = Long.MAX_VALUE;

    /** Until this time the earliest entry of the run is next, unless it is stale; -1 if more must be looked at. */
    private long runIsNextUntil;

    /** Fast path: an event with now < time < soon goes into the run unchecked; -1 disables it (priorities, or mode TREE). */
    private long soon;

    /** Until this key the first entry of the tree is next, unless it is stale; -1 if more must be looked at. */
    private long treeIsNextUntil;

    /** Number of entries that became stale, or of events taken, since all stale entries were swept. */
    long turnsSinceSweep;

    private long now;
    private int untilUpkeep;

    EventList() {
        this(BucketedRun.MOST_SORTED);
    }

    /** Sorts at most {@code mostSorted} entries of the heap at once at first; tests use fewer than usual. */
    EventList(int mostSorted) {
        many = new BucketedRun(this, this, mostSorted);
        findNext();
    }

    /** Number of pending events. */
    final int size() {
        return tree.size() + runSize() + current.size() + many.heap.size - stale;
    }

    /** Clock: the time of the event taken last, or a later time that was set; 0 before the first event. */
    long now() {
        return now;
    }

    /** Advances the clock; nothing may be due before that time. */
    final void setNow(long time) {
        now = time;
        if (mode != Mode.TREE && priorities != null) {
            joinCurrent();
        }
        findNext();
    }

    /** Sets the last time at which events may be taken; -1: none may. */
    final void setLimit(long time) {
        limit = time;
        findNext();
    }

    /** Whether {@link #addSoon} may be used for a time. */
    final boolean isSoon(long time) {
        return time < soon && time > now;
    }

    /** Whether {@link #addSoon} may be used for a delay from now. */
    final boolean isSoonAfter(long delay) {
        // "Is it 0?" comes last: where some delays are, the answer is hard to predict.
        return delay < soon - now && delay > 0;
    }

    /** Fast path of {@link #add} for priority 0, when {@link #isSoon} or {@link #isSoonAfter} allows it. */
    final long addSoon(long time, Event itsEvent) {
        long handle = take(time, itsEvent);
        if (earliest < runRoom) {
            insert(time, handle);
        } else {
            insertIntoLong(time, handle);
        }
        return handle;
    }

    /** Adds an event due at a time, not before {@link #now()}; returns its handle: generation and slot, never 0. */
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
            // Entries of the run due now were added before the current events and those in the bucket of now (one of
            // which is empty).
            long[] afterRun = current.drain();
            if (mode != Mode.TREE) {
                joinCurrent();
            }
            for (long reference : afterRun) {
                current.add(0, reference);
            }
            many.endInstant(current, now);
            findNext();
        }
        all[slot] = priority;
    }

    private void place(long time, long reference) {
        if (mode == Mode.TREE) {
            if (tree.fits(time)) {
                tree.add(time, reference, priorityAt((int) reference));
                return;
            }
            if (placeInTreeMode(time, reference)) {
                return;
            }
            leaveTree(Mode.RUN);
            turnToHeap();
        }
        if (time > many.runLast) {
            many.heap.append(time, reference);
        } else if (time == now) {
            addToCurrent(reference);
        } else if (earliest < runRoom && time != Long.MAX_VALUE) {
            insert(time, reference);
        } else {
            insertIntoLong(time, reference);
        }
    }

    /** Mode TREE: adds an entry after making room, or beyond the window to the run; false if there would be too many. */
    private boolean placeInTreeMode(long time, long reference) {
        if (!tree.isInWindow(time) && tree.isWindowHalfOver(now) && !moveWindow()) {
            return false;
        }
        if (tree.isInWindow(time)) {
            return addToTreeIfRoom(time, reference);
        }
        if (runSize() >= mode.runCapacity) {
            return false;
        }
        insertFar(time, reference);
        return true;
    }

    private boolean addToTreeIfRoom(long time, long reference) {
        if (!tree.hasLeaf() && !tree.makeLeaf()) {
            return false;
        }
        tree.add(time, reference, priorityAt((int) reference));
        return true;
    }

    /** Moves the window of the tree to now, and entries that are no longer beyond it into the tree; false if they are too many. */
    private boolean moveWindow() {
        tree.moveBase(now);
        findNext();
        for (; earliest > 0 && tree.isInWindow(entries[earliest]); earliest -= 2) {
            if (!addToTreeIfRoom(entries[earliest], entries[earliest + 1])) {
                return false;
            }
        }
        return true;
    }

    private void addToCurrent(long reference) {
        boolean isFirst = current.isEmpty();
        if (priorities == null) {
            current.add(reference);
        } else {
            current.add(priorityAt((int) reference), reference);
        }
        if (isFirst) {
            findNext();
        }
    }

    private void findSoon() {
        soon = mode == Mode.TREE || priorities != null ? -1 : many.runLast;
    }

    /** Finds until when the earliest entry can be taken without looking at anything else; to be called when any of that changes. */
    private void findNext() {
        runIsNextUntil = -1;
        treeIsNextUntil = -1;
        findSoon();
        if (mode == Mode.TREE) {
            treeIsNextUntil = tree.lastKeyUntil(limit);
        } else if (priorities == null) {
            // Less than the time of the run's sentinel.
            runIsNextUntil = Math.min(Long.MAX_VALUE - 1, current.isEmpty() ? limit : Math.min(limit, now));
        }
    }

    private void setMode(Mode next) {
        mode = next;
        runRoom = 2 * next.runCapacity;
    }

    /** Leaves the tree for another mode: its entries go to the run, in front of those beyond its window. */
    private void leaveTree(Mode next) {
        tree.sweep();
        setMode(next);
        lengthen(tree.size());
        int at = earliest;
        for (long key = tree.firstKey(); key <= WinnerTree.LAST_KEY; key = tree.firstKey()) {
            tree.takeFirst(key);
            entries[at] = tree.timeOfKey(key);
            entries[at + 1] = tree.referenceOfKey(key);
            at -= 2;
        }
        tree.clear();
        if (priorities != null) {
            joinCurrent();
        }
        findNext();
    }

    /** Enters mode TREE. There must be no stale entries. */
    private void turnToTree() {
        setMode(Mode.TREE);
        tree.begin(now);
        moveWindow();
        while (mode == Mode.TREE && !current.isEmpty()) {
            place(now, current.removeFirst());
        }
    }

    private void insertIntoLong(long time, long reference) {
        if (mode == Mode.HEAP) {
            many.insertAtCost(time, reference, now);
            findSoon();
            return;
        }
        if (stale != 0) {
            sweep();
        }
        if (runSize() < mode.runCapacity) {
            insertFar(time, reference);
            return;
        }
        if (mode == Mode.RUN && size() < WinnerTree.CAPACITY) {
            turnToTree();
        } else {
            turnToHeap();
        }
        place(time, reference);
    }

    private void turnToHeap() {
        setMode(Mode.HEAP);
        many.beginHeap(now);
        findNext();
    }

    /** Time at which a pending event is due. */
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

    /** Notes that an entry of a time has become stale. */
    private void noteStale(long time) {
        if (time == many.heap.least) {
            many.heap.least = RadixHeap.UNKNOWN;
        }
        stale++;
        turnsSinceSweep++;
        if (stale > size() + STALE_EXCESS || turnsSinceSweep > TURNS_TO_SWEEP) {
            sweep();
        }
    }

    /** Drops all stale entries. */
    private void sweep() {
        if (mode == Mode.TREE) {
            tree.sweep();
        }
        sweepRun();
        current.sweep(this);
        many.heap.sweep(this);
        stale = 0;
        turnsSinceSweep = 0;
        findNext();
    }

    /** Time of the earliest event, {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        if (mode == Mode.TREE) {
            long key = tree.nextKey();
            if (key <= WinnerTree.LAST_KEY && !isLive(tree.referenceOfKey(key))) {
                dropStaleFromTree();
                key = tree.firstKey();
            }
            if (key <= WinnerTree.LAST_KEY) {
                return tree.timeOfKey(key);
            }
        }
        while (!current.isEmpty()) {
            if (isLive(current.first())) {
                return now;
            }
            current.removeFirst();
            stale--;
        }
        findNext();
        while (earliest > 0) {
            if (isLive(entries[earliest + 1])) {
                return entries[earliest];
            }
            earliest -= 2;
            stale--;
        }
        return many.leastInHeap();
    }

    /** Drops stale entries until the root of the tree is live. */
    private void dropStaleFromTree() {
        for (long key = tree.firstKey();
                key <= WinnerTree.LAST_KEY && !isLive(tree.referenceOfKey(key));
                key = tree.firstKey()) {
            tree.takeFirst(key);
            stale--;
        }
    }

    /** Takes the earliest event due until the limit; null if there is none. */
    final @Nullable Event poll() {
        int at = earliest;
        long[] all = entries;
        long reference = all[at + 1];
        long time = all[at];
        if (time <= runIsNextUntil && isLive(reference)) {
            earliest = at - 2;
            now = time;
            return fire(reference);
        }
        return mode == Mode.TREE ? pollTree() : pollWithCare();
    }

    private @Nullable Event pollTree() {
        long key = tree.firstKey();
        if (key <= treeIsNextUntil) {
            long reference = tree.referenceOfKey(key);
            if (isLive(reference)) {
                tree.takeFirst(key);
                now = tree.timeOfKey(key);
                return fire(reference);
            }
        }
        return pollWithCare();
    }

    private @Nullable Event pollWithCare() {
        while (now <= limit) {
            if (mode == Mode.TREE) {
                long key = tree.firstKey();
                if (key > WinnerTree.LAST_KEY && earliest > 0) {
                    leaveTree(Mode.RUN);
                    continue;
                }
                if (key > tree.lastKeyUntil(limit)) {
                    break;
                }
                tree.takeFirst(key);
                long reference = tree.referenceOfKey(key);
                if (isLive(reference)) {
                    now = tree.timeOfKey(key);
                    return fire(reference);
                }
                stale--;
                continue;
            }
            int at = earliest;
            if (!current.isEmpty() && (at == 0 || entries[at] != now)) {
                long reference = current.removeFirst();
                if (priorities == null && !current.isEmpty()) {
                    // Taking from the run is faster.
                    putInFront(current, now);
                }
                if (current.isEmpty()) {
                    findNext();
                }
                if (isLive(reference)) {
                    return fire(reference);
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
            long time = entries[at];
            if (time > limit) {
                break;
            }
            long reference = entries[at + 1];
            earliest = at - 2;
            if (!isLive(reference)) {
                stale--;
                continue;
            }
            now = time;
            if (priorities == null || entries[at - 2] != time || at == 2) {
                return fire(reference);
            }
            earliest = at;
            joinCurrent();
        }
        return null;
    }

    /** Moves the entries of the run that are due now to the current events. */
    private void joinCurrent() {
        while (earliest > 0 && entries[earliest] == now) {
            long reference = entries[earliest + 1];
            earliest -= 2;
            current.add(priorityAt((int) reference), reference);
        }
    }

    /** Fills the empty run from the heap, or leaves mode HEAP if few events are left; false if nothing can be due until the limit. */
    private boolean refill() {
        if (mode != Mode.HEAP) {
            return false;
        }
        if (many.heap.size - stale <= LEAVE_HEAP_AT) {
            leaveHeap();
            return earliest > 0 || mode == Mode.TREE;
        }
        boolean isFilled = many.fillRun(limit);
        findSoon();
        return isFilled;
    }

    private void leaveHeap() {
        many.emptyHeap();
        stale = 0;
        setMode(Mode.RUN);
        if (runSize() > mode.runCapacity) {
            turnToTree();
        }
        findNext();
    }

    /** To be called every {@link #UPKEEP_EVERY} events: chooses the mode that suits the events seen, and sweeps in good time. */
    final void upkeep() {
        turnsSinceSweep += UPKEEP_EVERY;
        untilUpkeep -= UPKEEP_EVERY;
        if (untilUpkeep > 0) {
            return;
        }
        untilUpkeep = capacity();
        if (mode == Mode.TREE) {
            if (tree.ties > Math.max(UPKEEP_EVERY, capacity()) / 4) {
                leaveTree(Mode.TIED_RUN);
            } else if (size() <= LEAVE_TREE_AT) {
                leaveTree(Mode.RUN);
            } else {
                tree.shrink();
            }
        }
        tree.ties = 0;
        if (turnsSinceSweep > TURNS_TO_SWEEP) {
            sweep();
        }
        findNext();
    }
}
