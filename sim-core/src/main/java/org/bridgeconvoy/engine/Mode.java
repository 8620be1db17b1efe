package org.bridgeconvoy.engine;

/** Mode of an {@link EventList}: the structure that holds the pending events. A page with a picture is docs/guide/event-list.md. */
enum Mode {
    /** Up to 4 events: all in the sorted run. */
    RUN(4),
    /** Up to 64 events, of which many have equal times: all in the sorted run. */
    TIED_RUN(SortedRun.RESERVED),
    /** Up to 128 events: all in the winner tree, but for up to 64 beyond its window, which stand in the sorted run. */
    TREE(SortedRun.RESERVED),
    /** Any number of events: the next ones due in the sorted run, the others in the radix heap. */
    HEAP(SortedRun.RESERVED);

    /** Number of entries in the run up to which an entry is inserted without further questions. */
    final int runCapacity;

    Mode(int runCapacity) {
        this.runCapacity = runCapacity;
    }
}
