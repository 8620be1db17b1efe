package org.bridgeconvoy.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A slot for each pending event. The handle of an event names its slot and the generation of the slot: how often the slot was used.
 *
 * <p>What orders events are <i>entries</i> in other structures: pairs of a time and a <i>reference</i>. The reference is the handle of
 * the event, or of its last move. An entry is <i>live</i> while its slot has that reference, else <i>stale</i>. To cancel an event is
 * to free its slot; to move it is to give its slot another reference. Both leave a stale entry behind, which is dropped when it is
 * met.
 *
 * <p>A superclass of {@link EventList} and not a part of it, for speed: see docs/adr/0006-event-list.md.
 */
abstract class Slots {
    private static final int SMALLEST_CAPACITY = 64;
    private static final int LARGEST_CAPACITY = Integer.MAX_VALUE / 2 - 8;

    /** One generation: a reference has the generation in the upper half, the slot in the lower. */
    private static final long GENERATION = 1L << 32;

    /** Two longs a slot: the time (of a free slot: the next free slot); the reference (of a free slot: that of its next event). */
    private long[] record = new long[2 * SMALLEST_CAPACITY];

    /** The slot of the event taken last keeps its event: an event that schedules itself again need not be stored again. */
    private @Nullable Event[] event = new Event[SMALLEST_CAPACITY];

    /** Null until an event has a priority other than 0. */
    int @Nullable [] priorities;

    /**
     * Null until an event is moved. For an event moved since it took its slot: the generation of its handle in the upper half, the one
     * of its reference in the lower.
     */
    private long @Nullable [] moved;

    /** Handle reserved for the next event that is scheduled: it reuses the slot of the event now firing; 0 = none. */
    long nextReference;

    /** The first free slot; 0 if there is none. */
    int firstFree;

    /** Slots from this one on have not been used yet. */
    int used = 1;

    /** Number of stale entries, in all structures together. */
    int stale;

    /** Never read: assigning it keeps the compiler from removing the reads of {@link #readAhead}. */
    @SuppressWarnings("UnusedVariable")
    private int readAhead;

    /** Number of slots that there is memory for. */
    int capacity() {
        return event.length;
    }

    /** Gives a slot to an event due at a time; returns the reference of its entry, which is also its handle. */
    long take(long time, Event itsEvent) {
        long reference = nextReference;
        if (reference != 0) {
            nextReference = 0;
        } else {
            // Two statements, because freeSlot() may replace the array.
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

    private int freshSlot() {
        if (used == event.length) {
            if (used == LARGEST_CAPACITY) {
                throw new IllegalStateException("too many pending events: " + (used - 1));
            }
            resize((int) Math.min(used + used / 2L, LARGEST_CAPACITY));
        }
        record[2 * used + 1] = GENERATION | used;
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

    /** Makes the entry of a pending event stale and notes the event's new time; returns the reference for its new entry. */
    long renew(long handle, long time) {
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

    /** Time at which the event of a slot is due. */
    long timeAt(int slot) {
        return record[2 * slot];
    }

    int priorityAt(int slot) {
        int[] its = priorities;
        return its == null ? 0 : its[slot];
    }

    boolean isPending(long handle) {
        int slot = (int) handle;
        if (slot <= 0 || slot >= used) {
            return false;
        }
        long reference = record[2 * slot + 1];
        return reference == handle || moved != null && moved[slot] == (handle & -GENERATION | reference >>> 32);
    }

    boolean isLive(long reference) {
        return record[2 * (int) reference + 1] == reference;
    }

    /** The event of a live reference; the reference is inert from now on, and its slot reserved for the next event scheduled. */
    @Nullable
    Event fire(long reference) {
        if (nextReference != 0) {
            addToFree((int) nextReference);
        }
        int slot = (int) reference;
        long following = reference + GENERATION;
        nextReference = following;
        record[2 * slot + 1] = following;
        return event[slot];
    }

    /** Frees a slot; its handles are inert from now on. */
    void free(int slot) {
        record[2 * slot + 1] += GENERATION;
        addToFree(slot);
    }

    private void addToFree(int slot) {
        event[slot] = null;
        record[2 * slot] = firstFree;
        firstFree = slot;
    }

    /**
     * Reads what taking the events of some entries will read, and what scheduling in their slots will write. Done for many entries at
     * once, the waits for memory overlap.
     */
    void readAhead(long[] entries, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += 2) {
            int slot = (int) entries[i + 1];
            Event its = event[slot];
            // The class of an object is never an interface: the comparison only reads the event's header.
            sum += (int) record[2 * slot + 1] + (its == null || its.getClass() == Event.class ? 1 : 0);
            sum += priorityAt(slot);
        }
        readAhead = sum;
    }
}
