package org.bridgeconvoy.observe;

/**
 * What was observed in one replication: a copy of a {@link Sample}, to be put together with that of other replications in a
 * {@link PooledSample}. Immutable; 8 bytes for each observation that is not 0.
 */
public final class Observations {

    /** In any order, without zeros. */
    private final double[] values;

    private final long zeros;
    private final double unit;

    Observations(double[] values, long zeros, double unit) {
        this.values = values;
        this.zeros = zeros;
        this.unit = unit;
    }

    /**
     * Number of observations.
     *
     * @return at least 0
     */
    public long count() {
        return values.length + zeros;
    }

    /**
     * All observations in their unit.
     *
     * @return a copy in any order, zeros included
     */
    public double[] toArray() {
        double[] all = new double[Math.toIntExact(count())];
        for (int i = 0; i < values.length; i++) {
            all[i] = values[i] / unit;
        }
        return all;
    }

    /**
     * Number of observations at or below a value.
     *
     * @param value in the unit of the observations
     * @return from 0 to {@link #count}
     */
    public long atOrBelow(double value) {
        double raw = value * unit;
        long sum = raw >= 0 ? zeros : 0;
        for (double x : values) {
            if (x <= raw) {
                sum++;
            }
        }
        return sum;
    }

    /**
     * Observations that were stored or sent.
     *
     * @param values those that are not 0, not divided, as {@link #values} gave them; not copied
     * @param zeros how many are 0
     * @param unit divisor of the values when they are read
     * @return the same observations
     */
    public static Observations of(double[] values, long zeros, double unit) {
        return new Observations(values, zeros, unit);
    }

    /**
     * Divisor of the values when they are read.
     *
     * @return above 0
     */
    public double unit() {
        return unit;
    }

    /**
     * How many observations are 0.
     *
     * @return at least 0
     */
    public long zeros() {
        return zeros;
    }

    /**
     * The values that are not 0, not divided, in the order in which they were recorded.
     *
     * @return the array itself, not to be changed
     */
    public double[] values() {
        return values;
    }

    @Override
    public String toString() {
        return count() + " observations";
    }
}
