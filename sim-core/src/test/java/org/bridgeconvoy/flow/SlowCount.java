package org.bridgeconvoy.flow;

/** Waits that have ended: how many, and how long they were together, ns. */
final class SlowCount {
    private long count;
    private long sum;

    void add(long nanos) {
        count++;
        sum += nanos;
    }

    long count() {
        return count;
    }

    @Override
    public String toString() {
        return count + " of " + sum;
    }
}
