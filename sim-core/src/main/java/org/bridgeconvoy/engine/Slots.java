package org.bridgeconvoy.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The lowest layer of {@link EventList}: a slot for each pending event, which its handle names together with the generation of the
 * slot.
 *
 * <p>What orders events are entries elsewhere: pairs of a time and a reference, which is a slot and a stamp. An entry is live
 * while its slot bears its stamp. To cancel or to move an event is to change the stamp of its slot; the entry that it leaves
 * behind is then stale, and is dropped when somebody meets it.
 */
abstract class Slots {
    private static final int SMALLEST_CAPACITY = 64;
    private static final int LARGEST_CAPACITY = Integer.MAX_VALUE / 2 - 8;
    private static final long GENERATION = 1L << 32;
    private static final long STAMP_MASK = GENERATION - 1;

    /** In place of the next free slot: a slot that is not to be used again, so that memory can be given back. */
    static final long RETIRED = -2;

    /** Two longs a slot: the time (the next free slot while it is free); the generation in the upper half, the stamp in the lower. */
    private long[] record = new long[2 * SMALLEST_CAPACITY];

    /** A free slot may keep its last event, so that an event that schedules itself again need not be stored again. */
    private @Nullable Event[] event = new Event[SMALLEST_CAPACITY];

    /** Null until an event has a priority other than 0. */
    int @Nullable [] priorities;

    /** The first free slot; 0 is none, and is no slot. */
    int firstFree;

    /** Slots from here on have not been used yet. */
    int used = 1;

    /** Slots from here on are retired when they get free. */
    int retireFrom = Integer.MAX_VALUE;

    int stamp = 1;
    private int firstGeneration = 1;

    /** Not used; without it the reads would be optimised away. */
    @SuppressWarnings("UnusedVariable")
    private int readAhead;

    /** How many slots there is memory for. */
    final int capacity() {
        return event.length;
    }

    /** Gives an event a slot. */
    final int take(Event itsEvent) {
        int slot = firstFree;
        if (slot != 0) {
            firstFree = (int) record[2 * slot];
        } else {
            slot = freshSlot();
        }
        if (event[slot] != itsEvent) {
            event[slot] = itsEvent;
        }
        return slot;
    }

    /** Notes the time of an event that now gets an entry; returns its handle. */
    final long enter(int slot, long time) {
        record[2 * slot] = time;
        long state = record[2 * slot + 1];
        record[2 * slot + 1] = state & ~STAMP_MASK | stamp;
        return state & ~STAMP_MASK | slot;
    }

    /** What an entry made now says of its event. */
    final long reference(int slot) {
        return (long) stamp << 32 | slot;
    }

    final long timeAt(int slot) {
        return record[2 * slot];
    }

    final int priorityAt(int slot) {
        int[] its = priorities;
        return its == null ? 0 : its[slot];
    }

    /** From now on every event has its priority noted; those that are pending have 0. */
    final int[] keepPriorities() {
        int[] all = new int[capacity()];
        priorities = all;
        return all;
    }

    final boolean isPending(long handle) {
        int slot = (int) handle;
        return slot > 0 && slot < used && (record[2 * slot + 1] ^ handle) >>> 32 == 0;
    }

    final boolean isLive(long reference) {
        return (int) record[2 * (int) reference + 1] == (int) (reference >>> 32);
    }

    final @Nullable Event eventAt(int slot) {
        return event[slot];
    }

    /** Makes the entry of an event stale. */
    final void leave(int slot) {
        stamp++;
        record[2 * slot + 1] = record[2 * slot + 1] & ~STAMP_MASK | stamp;
    }

    /** Whether the stamps are used up: then all stale entries must go before the next {@link #leave}. */
    final boolean isLastStamp() {
        return stamp == Integer.MAX_VALUE;
    }

    /** Begins with the first stamp again; all live entries must get a {@link #renewedReference}, all others must go. */
    final void restartStamps() {
        stamp = 1;
    }

    final long renewedReference(int slot) {
        record[2 * slot + 1] = record[2 * slot + 1] & ~STAMP_MASK | stamp;
        return reference(slot);
    }

    /** Frees a slot; its handles are inert from now on. */
    final void free(int slot) {
        record[2 * slot + 1] += GENERATION;
        if (slot < retireFrom) {
            record[2 * slot] = firstFree;
            firstFree = slot;
        } else {
            record[2 * slot] = RETIRED;
        }
    }

    /** Reads what taking an event will read: when it is done for many at once the waits for memory overlap. */
    final void readAhead(long[] references, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int slot = (int) references[i];
            Event its = event[slot];
            // No class is an interface: this reads the event's header.
            sum += (int) record[2 * slot + 1] + (its == null || its.getClass() == Event.class ? 1 : 0);
        }
        readAhead = sum;
    }

    /* Memory. */

    private int freshSlot() {
        if (retireFrom < used && bringBackRetired()) {
            int slot = firstFree;
            firstFree = (int) record[2 * slot];
            return slot;
        }
        if (used == event.length) {
            if (used == LARGEST_CAPACITY) {
                throw new IllegalStateException("too many pending events: " + (used - 1));
            }
            resize((int) Math.min(used + used / 2L, LARGEST_CAPACITY));
        }
        record[2 * used + 1] = (long) firstGeneration << 32;
        return used++;
    }

    private void resize(int capacity) {
        record = Arrays.copyOf(record, 2 * capacity);
        event = Arrays.copyOf(event, capacity);
        if (priorities != null) {
            priorities = Arrays.copyOf(priorities, capacity);
        }
    }

    private boolean bringBackRetired() {
        for (int slot = used - 1; slot >= retireFrom; slot--) {
            if (record[2 * slot] == RETIRED) {
                record[2 * slot] = firstFree;
                firstFree = slot;
            }
        }
        retireFrom = Integer.MAX_VALUE;
        return firstFree != 0;
    }

    /** Forgets the events that have fired. */
    final void forgetFired() {
        for (int slot = firstFree; slot != 0; slot = (int) record[2 * slot]) {
            event[slot] = null;
        }
    }

    /**
     * Gives back what is far too much for the events pending now; there must be no stale entries. Slots cannot move, their
     * numbers are in handles. So this cuts off what lies above the highest slot in use, and if that is still far too much, retires
     * the upper slots: they are not used again when their events have fired, and are cut off later. An event that stays pending up
     * there keeps the memory below it.
     */
    final void shrink() {
        bringBackRetired();
        BitSet idle = new BitSet(used);
        for (int slot = firstFree; slot != 0; slot = (int) record[2 * slot]) {
            idle.set(slot);
        }
        int pending = used - 1 - idle.cardinality();
        int end = idle.previousClearBit(used - 1) + 1;
        for (int slot = end; slot < used; slot++) {
            int generation = (int) (record[2 * slot + 1] >>> 32);
            firstGeneration = Integer.compareUnsigned(generation, firstGeneration) > 0 ? generation : firstGeneration;
        }
        used = end;
        int enough = 1 + Math.max(SMALLEST_CAPACITY, 2 * pending);
        retireFrom = end > enough ? enough : Integer.MAX_VALUE;
        firstFree = 0;
        for (int slot = end - 1; slot > 0; slot--) {
            if (idle.get(slot)) {
                record[2 * slot] = slot < retireFrom ? firstFree : RETIRED;
                firstFree = slot < retireFrom ? slot : firstFree;
            }
        }
        int capacity = Math.max(SMALLEST_CAPACITY, 2 * Math.min(end, enough));
        if (Math.max(capacity, end) < event.length) {
            resize(Math.max(capacity, end));
        }
    }
}
