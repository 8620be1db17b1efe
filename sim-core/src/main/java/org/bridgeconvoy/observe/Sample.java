package org.bridgeconvoy.observe;

import java.util.Arrays;

/**
 * Observations kept one by one, 8 bytes each, for a mean and quantiles. The buffer survives {@link #clear}, so that one
 * sample serves many replications.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class Sample {

    private double[] values = new double[64];
    private int size;

    /** An empty sample. */
    public Sample() {}

    /**
     * Adds an observation; it must not be NaN.
     *
     * @param value anything but NaN
     */
    public void record(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /**
     * Adds all observations of another sample.
     *
     * @param other any sample but this one; it stays as it is
     */
    public void recordAll(Sample other) {
        if (size + other.size > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + other.size));
        }
        System.arraycopy(other.values, 0, values, size, other.size);
        size += other.size;
    }

    /** Forgets the observations and keeps the memory. */
    public void clear() {
        size = 0;
    }

    /**
     * How many observations there are.
     *
     * @return at least 0
     */
    public int count() {
        return size;
    }

    /**
     * The mean; NaN if there is none. Equal observations give exactly their value.
     *
     * @return NaN without an observation
     */
    public double mean() {
        if (size == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        double mean = sum / size;
        double rest = 0;
        for (int i = 0; i < size; i++) {
            rest += values[i] - mean;
        }
        return mean + rest / size;
    }

    /**
     * A quantile by linear interpolation between closest ranks (Hyndman and Fan 1996, type 7; the default of numpy and
     * R); NaN if there is no observation. Changes the order of the observations, not their values.
     *
     * @param p in [0, 1]
     * @return the quantile, or NaN without an observation
     */
    public double quantile(double p) {
        if (size == 0) {
            return Double.NaN;
        }
        double rank = p * (size - 1);
        int below = (int) rank;
        double low = select(below);
        if (rank == below) {
            return low;
        }
        // After the selection all that is not smaller stands behind; its least is the next rank.
        double high = Double.POSITIVE_INFINITY;
        for (int i = below + 1; i < size; i++) {
            high = Math.min(high, values[i]);
        }
        return low + (rank - below) * (high - low);
    }

    /*
     * Hoare's selection (1961, Algorithm 65) with the median of three as pivot, in place: commons-math's selector works
     * on a whole array only, and would have to copy the buffer for each quantile.
     */
    private double select(int k) {
        int left = 0;
        int right = size - 1;
        while (left < right) {
            double pivot = medianOfThree(values[left], values[(left + right) >>> 1], values[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                return values[k];
            }
        }
        return values[k];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
