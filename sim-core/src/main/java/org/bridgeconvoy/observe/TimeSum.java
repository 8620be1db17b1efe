package org.bridgeconvoy.observe;

import java.math.BigInteger;

/**
 * An exact sum of times, each counted as often as wanted, in 128 bits: 5,000 trucks over ten years are 1.6 × 10^21 ns, beyond a
 * long.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class TimeSum {
    private long high;
    private long low;

    /** Creates a sum of 0. */
    public TimeSum() {}

    /**
     * Adds a time.
     *
     * @param nanos any time, also a negative one
     */
    public void add(long nanos) {
        addParts(nanos >> 63, nanos);
    }

    /**
     * Adds a time several times.
     *
     * @param nanos any time
     * @param times how often; may be negative
     */
    public void add(long nanos, long times) {
        addParts(Math.multiplyHigh(nanos, times), nanos * times);
    }

    private void addParts(long itsHigh, long itsLow) {
        long sum = low + itsLow;
        // Carry of the unsigned addition: Hacker's Delight, section 2-16.
        high += itsHigh + (((low & itsLow) | ((low | itsLow) & ~sum)) >>> 63);
        low = sum;
    }

    /** Starts again at 0: the end of the warm-up. */
    public void reset() {
        high = 0;
        low = 0;
    }

    /**
     * The sum, exactly.
     *
     * @return nanoseconds
     */
    public BigInteger nanos() {
        return BigInteger.valueOf(high)
                .shiftLeft(64)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1)));
    }

    /**
     * The sum, rounded once.
     *
     * @return seconds
     */
    public double seconds() {
        return high == low >> 63 ? low / 1e9 : nanos().doubleValue() / 1e9;
    }

    @Override
    public String toString() {
        return seconds() + " s";
    }
}
