package org.bridgeconvoy.observe;

import java.math.BigInteger;

/**
 * A whole number that changes in time, such as a queue's length, weighted by how long each value lasted. The area under
 * it is exact: 128 bits of number × nanoseconds. Time comes in as an argument and must not go back: no call may give a time
 * before that of an earlier one.
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

    /** A value of 0 that counts from time 0 on, also if it is made later in a run; see {@link #TimeWeighted(int, long)}. */
    public TimeWeighted() {}

    /**
     * A value that counts from a given time on, for one that is made during a run.
     *
     * @param value at first
     * @param now when it begins
     */
    public TimeWeighted(int value, long now) {
        this.value = value;
        since = now;
        began = now;
    }

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
     * @param now when, not before an earlier call's time
     * @throws IllegalArgumentException if time goes back
     */
    public void add(int delta, long now) {
        advance(now);
        value += delta;
    }

    /**
     * Sets the value at {@code now}.
     *
     * @param changed from now on
     * @param now when, not before an earlier call's time
     * @throws IllegalArgumentException if time goes back
     */
    public void set(int changed, long now) {
        advance(now);
        value = changed;
    }

    /**
     * Forgets everything before {@code now} and keeps the value: the end of the warm-up.
     *
     * @param now when, not before an earlier call's time
     * @throws IllegalArgumentException if time goes back
     */
    public void reset(long now) {
        checkTime(now);
        since = now;
        began = now;
        areaHigh = 0;
        areaLow = 0;
        max = 0;
        lasted = false;
    }

    private void checkTime(long now) {
        if (now < since) {
            throw new IllegalArgumentException(
                    "time must not go back, got " + now + " ns after " + since + " ns (value " + value + ")");
        }
    }

    private void advance(long now) {
        checkTime(now);
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
     * @param now not before an earlier call's time
     * @return number × nanoseconds
     * @throws IllegalArgumentException if time goes back
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
     * @param now not before an earlier call's time
     * @return NaN if no time has passed
     * @throws IllegalArgumentException if time goes back
     */
    public double mean(long now) {
        checkTime(now);
        return now == began ? Double.NaN : area(now).doubleValue() / (now - began);
    }

    /**
     * The largest value that lasted for a positive time since the last reset; 0 if none did.
     *
     * @param now not before an earlier call's time
     * @return 0 if no value lasted
     * @throws IllegalArgumentException if time goes back
     */
    public int max(long now) {
        advance(now);
        return max;
    }

    @Override
    public String toString() {
        return "now " + value + ", largest " + max;
    }
}
