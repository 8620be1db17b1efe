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

    /** Divisor of the values when they are read. */
    double unit() {
        return unit;
    }

    long zeros() {
        return zeros;
    }

    /** The values that are not 0, not divided; the array itself, not to be changed. */
    double[] values() {
        return values;
    }

    @Override
    public String toString() {
        return count() + " observations";
    }
}
