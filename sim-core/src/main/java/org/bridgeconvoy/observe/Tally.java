package org.bridgeconvoy.observe;

/**
 * Observations summed up as they come: count, mean, standard deviation, least and greatest. Nothing is kept per observation.
 *
 * <ul>
 *   <li>Without an observation, mean, least and greatest are NaN; below two, so is the standard deviation.
 *   <li>NaN is refused; an infinite observation makes mean and standard deviation infinite or NaN.
 *   <li>Equal observations give a standard deviation of exactly 0.
 * </ul>
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class Tally {
    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Creates an empty tally. */
    public Tally() {}

    /**
     * Adds an observation.
     *
     * @param value anything but NaN
     * @throws IllegalArgumentException if NaN
     */
    public void record(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("an observation must be a number, got NaN");
        }
        // Welford (1962), Technometrics 4(3): stable where the plain sum of squares cancels.
        count++;
        double difference = value - mean;
        mean += difference / count;
        squares += difference * (value - mean);
        min = value < min ? value : min;
        max = value > max ? value : max;
    }

    /** Forgets all observations: the end of the warm-up. */
    public void reset() {
        count = 0;
        mean = 0;
        squares = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    /**
     * Number of observations.
     *
     * @return at least 0
     */
    public long count() {
        return count;
    }

    /**
     * The mean.
     *
     * @return NaN without an observation
     */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /**
     * The standard deviation of the observations as a sample (divided by count - 1).
     *
     * @return at least 0; NaN below two observations
     */
    public double sd() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /**
     * The least observation.
     *
     * @return NaN without an observation
     */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /**
     * The greatest observation.
     *
     * @return NaN without an observation
     */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }

    @Override
    public String toString() {
        return count == 0
                ? "no observation"
                : count + " observations, mean " + mean() + ", sd " + sd() + ", from " + min + " to " + max;
    }
}
