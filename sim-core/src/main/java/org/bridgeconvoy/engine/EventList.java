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
 * <p>Which structure holds the events is the {@link Mode}; {@link ModeChanges} moves them from one to the other. Events of the present instant wait in {@link CurrentEvents}, except in mode
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
    /** Number of events between two calls of {@link #upkeep}: 16,384, a power of two. */
    static final int UPKEEP_EVERY = 1 << 14;

    /** Number by which stale entries may exceed pending events before they are swept. */
    private static final int STALE_EXCESS = 64;

    /** Number of references after which all stale entries are swept: well before the generations of a slot can repeat. */
    private static final long TURNS_TO_SWEEP = 1L << 31;

    final WinnerTree tree = new WinnerTree(this);
    final CurrentEvents current = new CurrentEvents();
    final BucketedRun many;
    private final ModeChanges changes;

    /** The structure in use; {@link ModeChanges} changes it, by {@link #setMode} only. */
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

    EventList() {
        this(BucketedRun.MOST_SORTED);
    }

    /** Sorts at most {@code mostSorted} entries of the heap at once at first; tests use fewer than usual. */
    EventList(int mostSorted) {
        many = new BucketedRun(this, this, mostSorted);
        changes = new ModeChanges(this);
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

    /** Advances the clock. {@link #poll} must have found nothing more before that time: it then has dropped what was cancelled before it. */
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
        if (priority != 0 && priorities == null) {
            changes.keepPriorities();
        }
        if (priorities != null) {
            priorities[(int) handle] = priority;
        }
        if (mode == Mode.TREE && tree.fits(time)) {
            tree.add(time, handle, priority);
        } else {
            place(time, handle);
        }
        return handle;
    }

    /** Gives an entry its place in the structures. */
    final void place(long time, long reference) {
        if (mode == Mode.TREE) {
            if (tree.fits(time)) {
                tree.add(time, reference, priorityAt((int) reference));
                return;
            }
            changes.placeInTreeMode(time, reference);
            return;
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
    final void findNext() {
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

    final void setMode(Mode next) {
        mode = next;
        runRoom = 2 * next.runCapacity;
    }

    private void insertIntoLong(long time, long reference) {
        if (mode == Mode.HEAP) {
            many.insertAtCost(time, reference, now);
            findSoon();
        } else {
            changes.insertIntoFull(time, reference);
        }
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
        many.heap.noteStale(time);
        stale++;
        turnsSinceSweep++;
        if (stale > size() + STALE_EXCESS || turnsSinceSweep > TURNS_TO_SWEEP) {
            sweep();
        }
    }

    /** Drops all stale entries. */
    final void sweep() {
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
            long key = tree.nextLiveKey();
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
                    changes.leaveTree(Mode.RUN);
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
    final void joinCurrent() {
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
        if (changes.isHeapLeft()) {
            changes.leaveHeap();
            return earliest > 0 || mode == Mode.TREE;
        }
        boolean isFilled = many.fillRun(limit);
        findSoon();
        return isFilled;
    }

    /** To be called every {@link #UPKEEP_EVERY} events: chooses the mode that suits the events seen, and sweeps in good time. */
    final void upkeep() {
        turnsSinceSweep += UPKEEP_EVERY;
        changes.upkeep();
        if (turnsSinceSweep > TURNS_TO_SWEEP) {
            sweep();
        }
        findNext();
    }
}
