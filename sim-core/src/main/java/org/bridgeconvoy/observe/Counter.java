package org.bridgeconvoy.observe;

/** Counter: number of occurrences, since the start or the last reset. Not thread-safe: one run, one thread. */
public final class Counter {
    private long count;

    /** Creates a counter at 0. */
    public Counter() {}

    /** Counts one. */
    public void record() {
        count++;
    }

    /**
     * Counts several at once.
     *
     * @param times at least 0
     * @throws IllegalArgumentException if negative
     */
    public void record(long times) {
        if (times < 0) {
            throw new IllegalArgumentException("a count must be >= 0, got " + times);
        }
        count = Math.addExact(count, times);
    }

    /**
     * How often so far.
     *
     * @return at least 0
     */
    public long count() {
        return count;
    }

    /** Starts again at 0: the end of the warm-up. */
    public void reset() {
        count = 0;
    }

    @Override
    public String toString() {
        return "counted " + count;
    }
}
