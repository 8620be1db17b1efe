package org.bridgeconvoy.observe;

/**
 * An amount that changes in time, such as the contents of a tank, weighted by how long each value lasted. Time comes in as an argument and
 * must not go back: no call may give a time before that of an earlier one. For whole numbers {@link TimeWeighted} is exact.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class TimeWeightedAmount {
    private double value;
    private double min;
    private double max;
    private long since;
    private long began;
    private final CompensatedSum area = new CompensatedSum();

    /**
     * An amount that counts from time 0 on.
     *
     * @param value at first; finite
     * @throws IllegalArgumentException if not finite
     */
    public TimeWeightedAmount(double value) {
        this.value = finite(value);
        min = value;
        max = value;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an amount must be finite, got " + value);
        }
        return value;
    }

    /**
     * The present amount.
     *
     * @return as last set
     */
    public double value() {
        return value;
    }

    /**
     * Sets the amount at {@code now}.
     *
     * @param changed from now on; finite
     * @param now when, not before an earlier call's time, ns
     * @throws IllegalArgumentException if time goes back, or the amount is not finite
     */
    public void set(double changed, long now) {
        finite(changed);
        advance(now);
        value = changed;
        min = Math.min(min, changed);
        max = Math.max(max, changed);
    }

    private void advance(long now) {
        if (now < since) {
            throw new IllegalArgumentException(
                    "time must not go back, got " + now + " ns after " + since + " ns (amount " + value + ")");
        }
        area.add(value * (now - since));
        since = now;
    }

    /**
     * Forgets everything before {@code now} and keeps the amount: the end of the warm-up.
     *
     * @param now when, not before an earlier call's time, ns
     * @throws IllegalArgumentException if time goes back
     */
    public void reset(long now) {
        advance(now);
        area.clear();
        began = now;
        min = value;
        max = value;
    }

    /**
     * The mean from the last reset to {@code now}; NaN if no time has passed.
     *
     * @param now not before an earlier call's time, ns
     * @return NaN if no time has passed
     * @throws IllegalArgumentException if time goes back
     */
    public double mean(long now) {
        advance(now);
        return now == began ? Double.NaN : area.over(1) / (now - began);
    }

    /**
     * The least amount since the last reset.
     *
     * @return at most the present one
     */
    public double min() {
        return min;
    }

    /**
     * The greatest amount since the last reset.
     *
     * @return at least the present one
     */
    public double max() {
        return max;
    }

    @Override
    public String toString() {
        return "now " + value + ", from " + min + " to " + max;
    }
}
