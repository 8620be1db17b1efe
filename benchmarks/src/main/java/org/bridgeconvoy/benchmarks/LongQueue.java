package org.bridgeconvoy.benchmarks;

import java.util.Arrays;

/** First in, first out, in a ring that grows. */
final class LongQueue {
    private long[] ring = new long[1024];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(long value) {
        if (size == ring.length) {
            long[] old = ring;
            ring = Arrays.copyOf(old, 2 * size);
            // What stood before the head comes behind the old end.
            System.arraycopy(old, 0, ring, size, head);
        }
        ring[(head + size++) & (ring.length - 1)] = value;
    }

    long remove() {
        long value = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return value;
    }
}
