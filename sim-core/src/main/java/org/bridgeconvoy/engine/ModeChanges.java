package org.bridgeconvoy.engine;

/**
 * Changes of the {@link Mode} of an event list: when the list leaves a mode, which mode follows, and how the pending events move from
 * one structure to the other. All of this is rare, so it stands apart from what happens for each event.
 */
final class ModeChanges {
    /** Number of pending events at which mode HEAP is left: 32, well below where it is entered. */
    private static final int LEAVE_HEAP_AT = WinnerTree.CAPACITY / 4;

    /** Number of pending events at which mode TREE is left: 2, below where it is entered. */
    private static final int LEAVE_TREE_AT = Mode.RUN.runCapacity / 2;

    private final EventList list;
    private final WinnerTree tree;
    private int untilReview;

    ModeChanges(EventList list) {
        this.list = list;
        tree = list.tree;
    }

    /** Adds an entry in mode TREE for which the tree has no leaf or no time; if it cannot make room, turns to mode HEAP. */
    void placeInTreeMode(long time, long reference) {
        if (!placedInTreeMode(time, reference)) {
            leaveTree(Mode.RUN);
            turnToHeap();
            list.place(time, reference);
        }
    }

    /** Adds an entry to the tree after making room, or beyond its window to the run; false if there would be too many. */
    private boolean placedInTreeMode(long time, long reference) {
        if (!tree.isInWindow(time) && tree.isWindowHalfOver(list.now()) && !moveWindow()) {
            return false;
        }
        if (tree.isInWindow(time)) {
            return addToTreeIfRoom(time, reference);
        }
        if (list.runSize() >= Mode.TREE.runCapacity) {
            return false;
        }
        list.insertFar(time, reference);
        return true;
    }

    private boolean addToTreeIfRoom(long time, long reference) {
        if (!tree.hasLeaf() && !tree.makeLeaf()) {
            return false;
        }
        tree.add(time, reference, list.priorityAt((int) reference));
        return true;
    }

    /** Moves the window of the tree to now, and entries that are no longer beyond it into the tree; false if they are too many. */
    private boolean moveWindow() {
        tree.moveBase(list.now());
        list.findNext();
        long[] entries = list.entries;
        for (; list.earliest > 0 && tree.isInWindow(entries[list.earliest]); list.earliest -= 2) {
            if (!addToTreeIfRoom(entries[list.earliest], entries[list.earliest + 1])) {
                return false;
            }
        }
        return true;
    }

    /** Inserts an entry into a run that may be full, not in mode HEAP; if it is full, turns to mode TREE or HEAP. */
    void insertIntoFull(long time, long reference) {
        if (list.stale != 0) {
            list.sweep();
        }
        if (list.runSize() < list.mode.runCapacity) {
            list.insertFar(time, reference);
            return;
        }
        if (list.mode == Mode.RUN && list.size() < WinnerTree.CAPACITY) {
            turnToTree();
        } else {
            turnToHeap();
        }
        list.place(time, reference);
    }

    /** Enters mode TREE. There must be no stale entries. */
    private void turnToTree() {
        list.setMode(Mode.TREE);
        tree.begin(list.now());
        moveWindow();
        while (list.mode == Mode.TREE && !list.current.isEmpty()) {
            list.place(list.now(), list.current.removeFirst());
        }
    }

    /** Leaves the tree for another mode: its entries go to the run, in front of those beyond its window. */
    void leaveTree(Mode next) {
        tree.sweep();
        list.setMode(next);
        list.lengthen(tree.size());
        int at = list.earliest;
        for (long key = tree.firstKey(); key <= WinnerTree.LAST_KEY; key = tree.firstKey()) {
            tree.takeFirst(key);
            list.entries[at] = tree.timeOfKey(key);
            list.entries[at + 1] = tree.referenceOfKey(key);
            at -= 2;
        }
        tree.clear();
        if (list.priorities != null) {
            list.joinCurrent();
        }
        list.findNext();
    }

    private void turnToHeap() {
        list.setMode(Mode.HEAP);
        list.many.beginHeap(list.now());
        list.findNext();
    }

    /** Whether so few events are left in mode HEAP that the list should leave it once the run is empty. */
    boolean isHeapLeft() {
        return list.many.heap.size - list.stale <= LEAVE_HEAP_AT;
    }

    /** Leaves mode HEAP, whose run must be empty. */
    void leaveHeap() {
        list.many.emptyHeap();
        list.stale = 0;
        list.setMode(Mode.RUN);
        if (list.runSize() > Mode.RUN.runCapacity) {
            turnToTree();
        }
        list.findNext();
    }

    /** At each upkeep of the list, but at most once in {@code capacity()} events: chooses the mode that suits the events seen. */
    void upkeep() {
        untilReview -= EventList.UPKEEP_EVERY;
        if (untilReview <= 0) {
            untilReview = list.capacity();
            reviewTree();
        }
    }

    /** Leaves the tree if equal times are common or few events are left, else makes it fit. */
    private void reviewTree() {
        if (list.mode == Mode.TREE) {
            if (tree.ties > Math.max(EventList.UPKEEP_EVERY, list.capacity()) / 4) {
                leaveTree(Mode.TIED_RUN);
            } else if (list.size() <= LEAVE_TREE_AT) {
                leaveTree(Mode.RUN);
            } else {
                tree.shrink();
            }
        }
        tree.ties = 0;
    }

    /** Begins to note priorities, which takes other fast paths: all that is due now joins the current events. */
    void keepPriorities() {
        list.priorities = new int[list.capacity()];
        // Entries of the run due now were added before the current events and those in the bucket of now (one of
        // which is empty).
        long[] afterRun = list.current.drain();
        if (list.mode != Mode.TREE) {
            list.joinCurrent();
        }
        for (long reference : afterRun) {
            list.current.add(0, reference);
        }
        list.many.endInstant(list.current, list.now());
        list.findNext();
    }
}
