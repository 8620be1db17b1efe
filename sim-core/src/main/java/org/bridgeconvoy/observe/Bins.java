package org.bridgeconvoy.observe;

import java.util.Arrays;

/**
 * Counts of observations in bins no wider than 0.1% of their values: those that share sign, exponent and the first 10 bits
 * of the fraction of a double (1/1024 of the lower end at most). 0 has a bin of its own. Bins of two sets are the same
 * wherever they overlap, so counts add up exactly in any order. Immutable.
 */
final class Bins {

    /** The bits of a double that name its bin: sign, 11 bits of exponent, 10 of fraction. */
    private static final int DROPPED_BITS = 42;

    /** Greatest number of bins, from the least to the greatest value, that are counted in an array: 128 powers of 2. */
    private static final int WIDE = 1 << 17;

    static final double RESOLUTION = 0.001;
    static final Bins NONE = new Bins(new int[0], new long[0], 0, Double.NaN, Double.NaN);

    /** Ascending, as the values are; those of negative values are negative. */
    private final int[] keys;

    private final long[] counts;
    private final long count;
    private final double min;
    private final double max;

    private Bins(int[] keys, long[] counts, long count, double min, double max) {
        this.keys = keys;
        this.counts = counts;
        this.count = count;
        this.min = min;
        this.max = max;
    }

    static Bins of(Observations observations) {
        double[] values = observations.values();
        int[] keys = new int[values.length];
        double min = observations.zeros() > 0 ? 0 : Double.POSITIVE_INFINITY;
        double max = observations.zeros() > 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            keys[i] = key(values[i]);
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        if (observations.count() == 0) {
            return NONE;
        }
        return counted(keys, key(min), key(max), observations.zeros()).build(min, max);
    }

    private static Builder counted(int[] keys, int first, int last, long zeros) {
        long range = (long) last - first + 1;
        if (range > WIDE) {
            return sorted(keys, zeros);
        }
        long[] dense = new long[(int) range];
        for (int key : keys) {
            dense[key - first]++;
        }
        if (zeros > 0) {
            dense[-first] += zeros;
        }
        Builder bins = new Builder((int) Math.min(range, keys.length + 1L));
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] > 0) {
                bins.add(first + i, dense[i]);
            }
        }
        return bins;
    }

    /** Where the values spread too far for an array of all bins between them. */
    private static Builder sorted(int[] keys, long zeros) {
        int[] all = Arrays.copyOf(keys, keys.length + (zeros > 0 ? 1 : 0));
        Arrays.sort(all);
        Builder bins = new Builder(all.length);
        long left = zeros;
        for (int key : all) {
            bins.add(key, key == 0 && left > 0 ? left : 1);
            left = key == 0 ? 0 : left;
        }
        return bins;
    }

    /** The sum of two sets of counts. */
    Bins plus(Bins other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        Builder sum = new Builder(keys.length + other.keys.length);
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            if (j == other.keys.length || (i < keys.length && keys[i] < other.keys[j])) {
                sum.add(keys[i], counts[i]);
                i++;
            } else {
                sum.add(other.keys[j], other.counts[j]);
                j++;
            }
        }
        return sum.build(Math.min(min, other.min), Math.max(max, other.max));
    }

    private static int key(double value) {
        int size = (int) (Double.doubleToRawLongBits(Math.abs(value)) >>> DROPPED_BITS);
        return value < 0 ? -1 - size : size;
    }

    /** The middle of a bin; 0 for that of 0. */
    private double value(int key) {
        if (key == 0) {
            return 0;
        }
        long size = key < 0 ? -1L - key : key;
        double from = Double.longBitsToDouble(size << DROPPED_BITS);
        double to = Double.longBitsToDouble((size + 1) << DROPPED_BITS);
        double middle = key < 0 ? -(from + to) / 2 : (from + to) / 2;
        return Math.min(Math.max(middle, min), max);
    }

    /** Number of bins that are not empty. */
    int size() {
        return keys.length;
    }

    long count() {
        return count;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** The observation of a rank from 0, to the accuracy of its bin. */
    double ranked(long rank) {
        long below = 0;
        for (int i = 0; i < keys.length; i++) {
            below += counts[i];
            if (rank < below) {
                return value(keys[i]);
            }
        }
        throw new IllegalArgumentException("rank must be below " + count + ", got " + rank);
    }

    /** Number of observations at or below a value, or in its bin. */
    long atOrBelow(double value) {
        int key = key(value);
        long sum = 0;
        for (int i = 0; i < keys.length && keys[i] <= key; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Collects counts by ascending keys. */
    private static final class Builder {

        private final int[] keys;
        private final long[] counts;
        private int size;
        private long sum;

        Builder(int most) {
            keys = new int[most];
            counts = new long[most];
        }

        void add(int key, long more) {
            if (size == 0 || keys[size - 1] != key) {
                keys[size++] = key;
            }
            counts[size - 1] += more;
            sum += more;
        }

        Bins build(double min, double max) {
            return new Bins(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size), sum, min, max);
        }
    }
}
