package org.bridgeconvoy.study;

import java.util.Arrays;

/** Ring buffer of the trucks of one direction on the lane, in the order in which they leave it. */
final class LaneQueue {

    private long[] exits = new long[16];
    private long[] masses = new long[16];
    private int first;
    private int count;
    private long mass;

    int count() {
        return count;
    }

    /** Mass of all trucks together, mg. */
    long mass() {
        return mass;
    }

    /** Time at which the first truck leaves, ns; the queue must not be empty. */
    long firstExit() {
        return exits[first];
    }

    /** Adds a truck that leaves after all others. */
    void add(long exit, long milligrams) {
        if (count == exits.length) {
            grow();
        }
        int end = first + count & exits.length - 1;
        exits[end] = exit;
        masses[end] = milligrams;
        mass += milligrams;
        count++;
    }

    /** Removes the first truck; the queue must not be empty. */
    void poll() {
        mass -= masses[first];
        first = first + 1 & exits.length - 1;
        count--;
    }

    private void grow() {
        exits = grown(exits);
        masses = grown(masses);
        first = 0;
    }

    /** A ring of twice the length, with the first truck at index 0. */
    private long[] grown(long[] ring) {
        long[] longer = Arrays.copyOfRange(ring, first, first + 2 * ring.length);
        Arrays.fill(longer, ring.length - first, longer.length, 0);
        System.arraycopy(ring, 0, longer, ring.length - first, first);
        return longer;
    }
}
