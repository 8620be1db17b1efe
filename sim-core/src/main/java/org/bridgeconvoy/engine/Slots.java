package org.bridgeconvoy.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The lowest layer of {@link EventList}: a slot for each pending event, which its handle names together with the generation of the
 * slot.
 *
 * <p>What orders events are entries elsewhere: pairs of a time and a reference, which is the handle of the event, or of its last
 * move. An entry is live while its slot has that reference. To cancel an event is to free its slot, to move it is to give the slot
 * another reference; the entry that it leaves behind is then stale, and is dropped when somebody meets it.
 */
abstract class Slots {
    private static final int SMALLEST_CAPACITY = 64;
    private static final int LARGEST_CAPACITY = Integer.MAX_VALUE / 2 - 8;

    /** A reference has the generation in the upper half, the slot in the lower. */
    private static final long GENERATION = 1L << 32;

    /** In place of the next free slot: a slot that is not to be used again, so that memory can be given back. */
    static final long RETIRED = -2;

    /** Two longs a slot: the time (the next free slot while it is free); the reference (the next event's while it is free). */
    private long[] record = new long[2 * SMALLEST_CAPACITY];

    /** The slot of the event taken last keeps it, so that an event that schedules itself again need not be stored again. */
    private @Nullable Event[] event = new Event[SMALLEST_CAPACITY];

    /** Null until an event has a priority other than 0. */
    int @Nullable [] priorities;

    /**
     * Null until an event is moved. For an event moved since its slot was taken: the generation in its handle in the upper half, the
     * one in its reference in the lower.
     */
    private long @Nullable [] moved;

    /** The reference that the next event which comes will have, in the slot of an event taken before; 0 if there is none. */
    long nextReference;

    /** The first free slot; 0 if there is none. */
    int firstFree;

    /** Slots from here on have not been used yet. */
    int used = 1;

    /** Slots from here on are retired when they get free. */
    int retireFrom = Integer.MAX_VALUE;

    private int firstGeneration = 1;

    /** How many entries are stale. */
    int stale;

    /** Not used; without it the reads would be optimised away. */
    @SuppressWarnings("UnusedVariable")
    private int readAhead;

    /** How many slots there is memory for. */
    final int capacity() {
        return event.length;
    }

    /** Gives an event that is due at a time a slot; returns its reference, which is its handle. */
    final long take(long time, Event itsEvent) {
        long reference = nextReference;
        if (reference != 0) {
            nextReference = 0;
        } else {
            // Not in one step: the records may move to a longer array.
            int free = freeSlot();
            reference = record[2 * free + 1];
        }
        int slot = (int) reference;
        if (event[slot] != itsEvent) {
            event[slot] = itsEvent;
        }
        record[2 * slot] = time;
        return reference;
    }

    private int freeSlot() {
        int slot = firstFree;
        if (slot == 0) {
            return freshSlot();
        }
        firstFree = (int) record[2 * slot];
        return slot;
    }

    /** Makes the entry of an event stale and notes its new time; returns the reference for the new entry. */
    final long renew(long handle, long time) {
        int slot = (int) handle;
        long reference = record[2 * slot + 1] + GENERATION;
        record[2 * slot] = time;
        record[2 * slot + 1] = reference;
        if (moved == null) {
            moved = new long[capacity()];
        }
        moved[slot] = handle & -GENERATION | reference >>> 32;
        return reference;
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

    boolean isPending(long handle) {
        int slot = (int) handle;
        if (slot <= 0 || slot >= used) {
            return false;
        }
        long reference = record[2 * slot + 1];
        return reference == handle || moved != null && moved[slot] == (handle & -GENERATION | reference >>> 32);
    }

    final boolean isLive(long reference) {
        return record[2 * (int) reference + 1] == reference;
    }

    /** The event of a live reference, which is inert from now on. No slots must be retired now. */
    final @Nullable Event fire(long reference) {
        if (nextReference != 0) {
            addToFree((int) nextReference);
        }
        int slot = (int) reference;
        long following = reference + GENERATION;
        nextReference = following;
        record[2 * slot + 1] = following;
        return event[slot];
    }

    /** The same, also while slots are retired. */
    final @Nullable Event fireOrRetire(long reference) {
        int slot = (int) reference;
        if (slot < retireFrom) {
            return fire(reference);
        }
        Event its = event[slot];
        free(slot);
        return its;
    }

    /** Frees a slot; its handles are inert from now on. */
    final void free(int slot) {
        record[2 * slot + 1] += GENERATION;
        addToFree(slot);
    }

    private void addToFree(int slot) {
        event[slot] = null;
        if (slot < retireFrom) {
            record[2 * slot] = firstFree;
            firstFree = slot;
        } else {
            record[2 * slot] = RETIRED;
        }
    }

    /**
     * Reads what taking an event will read, and what scheduling the next in its slot will write: when it is done for many at once the
     * waits for memory overlap.
     */
    final void readAhead(long[] entries, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += 2) {
            int slot = (int) entries[i + 1];
            Event its = event[slot];
            // No class is an interface: this reads the event's header.
            sum += (int) record[2 * slot + 1] + (its == null || its.getClass() == Event.class ? 1 : 0);
            sum += priorityAt(slot);
        }
        readAhead = sum;
    }

    /* Memory. */

    private int freshSlot() {
        if (retireFrom < used && bringBackRetired()) {
            return freeSlot();
        }
        if (used == event.length) {
            if (used == LARGEST_CAPACITY) {
                throw new IllegalStateException("too many pending events: " + (used - 1));
            }
            resize((int) Math.min(used + used / 2L, LARGEST_CAPACITY));
        }
        record[2 * used + 1] = (long) firstGeneration << 32 | used;
        return used++;
    }

    private void resize(int capacity) {
        record = Arrays.copyOf(record, 2 * capacity);
        event = Arrays.copyOf(event, capacity);
        if (priorities != null) {
            priorities = Arrays.copyOf(priorities, capacity);
        }
        if (moved != null) {
            moved = Arrays.copyOf(moved, capacity);
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

    /** Forgets the event taken last. */
    final void forgetFired() {
        if (nextReference != 0) {
            addToFree((int) nextReference);
            nextReference = 0;
        }
    }

    /**
     * Gives back what is far too much for the events pending now; there must be no stale entries, and what fired last must be
     * forgotten. Slots cannot move, their numbers are in handles. So this cuts off what lies above the highest slot in use, and if
     * that is still far too much, retires the upper slots: they are not used again when their events have fired, and are cut off
     * later. An event that stays pending up there keeps the memory below it.
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
