package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * Current events: those due at the present instant that are still to fire, by priority (higher first), then by the order of scheduling.
 *
 * <p>Events wait in a line, at no comparison each, until one comes with a higher priority than the last in the line. From then on,
 * until the heap is empty again, new events go to a binary heap beside the line. Every event in the line came before all in the heap.
 */
final class CurrentEvents {
    private static final int SMALLEST_CAPACITY = 16;

    /** Ring buffer of the line; its length is a power of two. */
    private long[] line = new long[SMALLEST_CAPACITY];

    private int[] linePriority = new int[SMALLEST_CAPACITY];
    private int from;
    private int inLine;

    private long[] heap = new long[0];

    /** Keys of the heap, least first: inverted priority in the upper half, order of adding in the lower. */
    private long[] key = new long[0];

    private int inHeap;
    private int came;

    boolean isEmpty() {
        return inLine + inHeap == 0;
    }

    int size() {
        return inLine + inHeap;
    }

    void add(int priority, long reference) {
        if (inHeap != 0 || inLine != 0 && priority > linePriority[place(inLine - 1)]) {
            if (inHeap == 0) {
                came = 0;
            }
            push((long) ~priority << 32 | came++ & 0xffff_ffffL, reference);
            return;
        }
        int to = stand(reference);
        linePriority[to] = priority;
    }

    /** Adds an event to the line, when all events have priority 0. */
    void add(long reference) {
        stand(reference);
    }

    private int stand(long reference) {
        if (inLine == line.length) {
            resize(2 * inLine);
        }
        int to = place(inLine++);
        line[to] = reference;
        return to;
    }

    private int place(int index) {
        return from + index & line.length - 1;
    }

    private boolean isFirstInLine() {
        return inHeap == 0 || inLine != 0 && linePriority[from] >= (int) ~(key[0] >> 32);
    }

    /** Reference of the first event; there must be one. */
    long first() {
        return isFirstInLine() ? line[from] : heap[0];
    }

    /** Takes the first event out; returns its reference. */
    long removeFirst() {
        if (isFirstInLine()) {
            long first = line[from];
            from = place(1);
            inLine--;
            return first;
        }
        long first = heap[0];
        pop();
        return first;
    }

    /** Number of events in the line; the others are in the heap. */
    int inLine() {
        return inLine;
    }

    /** Moves the line to an array of entries, backwards: the first event goes to just before {@code end}. */
    void moveLine(long time, long[] entries, int end) {
        int to = end;
        for (int i = 0; i < inLine; i++) {
            to -= 2;
            entries[to] = time;
            entries[to + 1] = line[place(i)];
        }
        inLine = 0;
    }

    private void push(long itsKey, long reference) {
        if (inHeap == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(SMALLEST_CAPACITY, 2 * inHeap));
            key = Arrays.copyOf(key, heap.length);
        }
        int at = inHeap++;
        while (at > 0 && key[(at - 1) >> 1] > itsKey) {
            put(at, (at - 1) >> 1);
            at = (at - 1) >> 1;
        }
        key[at] = itsKey;
        heap[at] = reference;
    }

    private void pop() {
        int last = --inHeap;
        int at = 0;
        for (int child = 1; child < last; child = 2 * at + 1) {
            int least = child + 1 < last && key[child + 1] < key[child] ? child + 1 : child;
            if (key[least] >= key[last]) {
                break;
            }
            put(at, least);
            at = least;
        }
        put(at, last);
    }

    private void put(int to, int from) {
        key[to] = key[from];
        heap[to] = heap[from];
    }

    private void resize(int capacity) {
        long[] references = new long[capacity];
        int[] priorities = new int[capacity];
        for (int i = 0; i < inLine; i++) {
            references[i] = line[place(i)];
            priorities[i] = linePriority[place(i)];
        }
        line = references;
        linePriority = priorities;
        from = 0;
    }

    /** Drops the stale entries. */
    void sweep(Slots slots) {
        int kept = 0;
        for (int i = 0; i < inLine; i++) {
            if (slots.isLive(line[place(i)])) {
                line[place(kept)] = line[place(i)];
                linePriority[place(kept++)] = linePriority[place(i)];
            }
        }
        inLine = kept;
        int all = inHeap;
        inHeap = 0;
        for (int i = 0; i < all; i++) {
            // Safe in place: the heap grows no faster than it is read.
            if (slots.isLive(heap[i])) {
                push(key[i], heap[i]);
            }
        }
    }

    /** Takes all events out, in their order. */
    long[] drain() {
        long[] all = new long[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = removeFirst();
        }
        return all;
    }

    /** Reference of an event by its number, from 0 to {@link #size}, in no particular order. */
    long reference(int index) {
        return index < inLine ? line[place(index)] : heap[index - inLine];
    }
}
