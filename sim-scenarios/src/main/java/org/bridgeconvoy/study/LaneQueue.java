package org.bridgeconvoy.study;

import java.util.Arrays;

/** The trucks of one direction on the lane in the order in which they leave it. */
final class LaneQueue {

    private long[] exits = new long[16];
    private long[] masses = new long[16];
    private int first;
    private int count;
    private long mass;

    int count() {
        return count;
    }

    /** Milligrams of all. */
    long mass() {
        return mass;
    }

    /** When the first leaves; there must be one. */
    long firstExit() {
        return exits[first];
    }

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

    /** Twice as long, with the first in front. */
    private long[] grown(long[] ring) {
        long[] longer = Arrays.copyOfRange(ring, first, first + 2 * ring.length);
        Arrays.fill(longer, ring.length - first, longer.length, 0);
        System.arraycopy(ring, 0, longer, ring.length - first, first);
        return longer;
    }
}
