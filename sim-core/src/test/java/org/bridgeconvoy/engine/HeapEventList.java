package org.bridgeconvoy.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pending events, earliest first; ties go to the higher priority, then to the event scheduled first. A plain 4-ary
 * heap of slots: the oracle that {@link EventList} is held against.
 */
final class HeapEventList {
    private static final int FIRST_CAPACITY = 64;

    private int[] heap = new int[FIRST_CAPACITY];
    private int[] position = new int[FIRST_CAPACITY];
    private int[] generation = new int[FIRST_CAPACITY];
    private int[] priority = new int[FIRST_CAPACITY];
    private long[] time = new long[FIRST_CAPACITY];
    private long[] sequence = new long[FIRST_CAPACITY];
    private @Nullable Event[] event = new Event[FIRST_CAPACITY];
    private int size;
    private int slots;
    private long nextSequence;
    private long lastTime;

    int size() {
        return size;
    }

    long lastTime() {
        return lastTime;
    }

    long nextTime() {
        return size == 0 ? Long.MAX_VALUE : time[heap[0]];
    }

    long add(long timeNanos, int itsPriority, Event itsEvent) {
        int slot = takeSlot();
        time[slot] = timeNanos;
        priority[slot] = itsPriority;
        event[slot] = itsEvent;
        insert(slot);
        return ((long) generation[slot] << 32) | slot;
    }

    boolean isPending(long handle) {
        int slot = (int) handle;
        return slot >= 0 && slot < slots && position[slot] >= 0 && generation[slot] == (int) (handle >>> 32);
    }

    long timeOf(long handle) {
        return time[(int) handle];
    }

    boolean cancel(long handle) {
        if (!isPending(handle)) {
            return false;
        }
        remove((int) handle);
        free((int) handle);
        return true;
    }

    boolean move(long handle, long timeNanos) {
        if (!isPending(handle)) {
            return false;
        }
        int slot = (int) handle;
        remove(slot);
        time[slot] = timeNanos;
        insert(slot);
        return true;
    }

    @Nullable
    Event poll(long limitNanos) {
        if (size == 0 || time[heap[0]] > limitNanos) {
            return null;
        }
        int slot = heap[0];
        lastTime = time[slot];
        Event result = event[slot];
        remove(slot);
        free(slot);
        return result;
    }

    private int takeSlot() {
        if (size == slots) {
            if (slots == heap.length) {
                grow(2 * slots);
            }
            heap[slots] = slots;
            generation[slots] = 1;
            slots++;
        }
        return heap[size];
    }

    /** Free slots lie behind the heap in the same array. */
    private void free(int slot) {
        event[slot] = null;
        position[slot] = -1;
        generation[slot] = generation[slot] == -1 ? 1 : generation[slot] + 1;
        heap[size] = slot;
    }

    private void insert(int slot) {
        sequence[slot] = nextSequence++;
        up(size++, slot);
    }

    private void remove(int slot) {
        int hole = position[slot];
        int last = heap[--size];
        heap[size] = slot;
        if (last != slot) {
            if (hole > 0 && before(last, heap[(hole - 1) >> 2])) {
                up(hole, last);
            } else {
                down(hole, last);
            }
        }
    }

    private boolean before(int a, int b) {
        if (time[a] != time[b]) {
            return time[a] < time[b];
        }
        return priority[a] != priority[b] ? priority[a] > priority[b] : sequence[a] < sequence[b];
    }

    private void up(int from, int slot) {
        int hole = from;
        while (hole > 0 && before(slot, heap[(hole - 1) >> 2])) {
            put(hole, heap[(hole - 1) >> 2]);
            hole = (hole - 1) >> 2;
        }
        put(hole, slot);
    }

    private void down(int from, int slot) {
        int hole = from;
        for (int child = 4 * hole + 1; child < size; child = 4 * hole + 1) {
            int least = child;
            for (int other = child + 1; other < Math.min(child + 4, size); other++) {
                least = before(heap[other], heap[least]) ? other : least;
            }
            if (before(slot, heap[least])) {
                break;
            }
            put(hole, heap[least]);
            hole = least;
        }
        put(hole, slot);
    }

    private void put(int index, int slot) {
        heap[index] = slot;
        position[slot] = index;
    }

    private void grow(int capacity) {
        heap = Arrays.copyOf(heap, capacity);
        position = Arrays.copyOf(position, capacity);
        generation = Arrays.copyOf(generation, capacity);
        priority = Arrays.copyOf(priority, capacity);
        time = Arrays.copyOf(time, capacity);
        sequence = Arrays.copyOf(sequence, capacity);
        event = Arrays.copyOf(event, capacity);
    }
}
