package org.bridgeconvoy.observe;

import java.math.BigInteger;

/**
 * A whole number that changes in time, such as a queue's length, weighted by how long each value lasted. The area under
 * it is exact: 128 bits of number × nanoseconds. Time comes in as an argument and must not go back.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class TimeWeighted {

    private int value;
    private int max;
    private boolean lasted;
    private long since;
    private long began;
    private long areaHigh;
    private long areaLow;

    /** A value of 0 at time 0. */
    public TimeWeighted() {}

    /**
     * The present value.
     *
     * @return as last set
     */
    public int value() {
        return value;
    }

    /**
     * Adds to the value at {@code now}.
     *
     * @param delta what to add, also negative
     * @param now when, not before the last change
     */
    public void add(int delta, long now) {
        advance(now);
        value += delta;
    }

    /**
     * Sets the value at {@code now}.
     *
     * @param changed from now on
     * @param now when, not before the last change
     */
    public void set(int changed, long now) {
        advance(now);
        value = changed;
    }

    /**
     * Forgets everything before {@code now} and keeps the value: the end of the warm-up.
     *
     * @param now when, not before the last change
     */
    public void reset(long now) {
        since = now;
        began = now;
        areaHigh = 0;
        areaLow = 0;
        max = 0;
        lasted = false;
    }

    private void advance(long now) {
        long lastedNanos = now - since;
        if (lastedNanos == 0) {
            return;
        }
        since = now;
        long low = value * lastedNanos;
        long sum = areaLow + low;
        // Carry of the unsigned addition: Hacker's Delight, section 2-16.
        areaHigh += Math.multiplyHigh(value, lastedNanos) + (((areaLow & low) | ((areaLow | low) & ~sum)) >>> 63);
        areaLow = sum;
        if (value > max || !lasted) {
            max = value;
            lasted = true;
        }
    }

    /**
     * The exact area under the value from the last reset to {@code now}, in number × nanoseconds.
     *
     * @param now not before the last change
     * @return number × nanoseconds
     */
    public BigInteger area(long now) {
        advance(now);
        return BigInteger.valueOf(areaHigh)
                .shiftLeft(64)
                .add(BigInteger.valueOf(areaLow >>> 1).shiftLeft(1).add(BigInteger.valueOf(areaLow & 1)));
    }

    /**
     * The mean from the last reset to {@code now}; NaN if no time has passed.
     *
     * @param now not before the last change
     * @return NaN if no time has passed
     */
    public double mean(long now) {
        return now == began ? Double.NaN : area(now).doubleValue() / (now - began);
    }

    /**
     * The largest value that lasted for a positive time since the last reset; 0 if none did.
     *
     * @param now not before the last change
     * @return 0 if no value lasted
     */
    public int max(long now) {
        advance(now);
        return max;
    }
}
