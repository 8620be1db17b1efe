package org.bridgeconvoy.observe;

import java.util.Arrays;
import org.bridgeconvoy.numeric.Fdlibm;

/**
 * Observations kept one by one, 8 bytes each (zeros are only counted), for a mean and quantiles. The buffer survives
 * {@link #clear}, so that one sample serves many replications. A sample {@linkplain #withoutQuantiles() without quantiles} takes no memory for
 * observations.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class Sample {

    /** Length from which the pivot of a stretch is chosen from a sample. */
    private static final int LONG = 600;

    private static final double[] NONE = {};

    /** All but the zeros, which are only counted: waiting times are often 0. Empty if they are not kept. */
    private double[] values;

    /** Number of observations but the zeros. */
    private int size;

    private long zeros;
    private int negatives;
    private final CompensatedSum sum = new CompensatedSum();

    /** An empty sample. */
    public Sample() {
        this(new double[64]);
    }

    private Sample(double[] values) {
        this.values = values;
    }

    /**
     * An empty sample for a mean and a count alone.
     *
     * @return a sample that keeps no observations; its mean is that of one that does, to the bit
     */
    public static Sample withoutQuantiles() {
        return new Sample(NONE);
    }

    /**
     * Whether this sample has quantiles.
     *
     * @return false for one {@linkplain #withoutQuantiles() without}
     */
    public boolean hasQuantiles() {
        return values.length > 0;
    }

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
        if (value == 0) {
            zeros++;
            return;
        }
        negatives += value < 0 ? 1 : 0;
        sum.add(value);
        if (size >= values.length && !hasRoom()) {
            size++;
            return;
        }
        values[size++] = value;
    }

    /** Makes room for observations, if they are kept. */
    private boolean hasRoom() {
        if (!hasQuantiles()) {
            return false;
        }
        values = Arrays.copyOf(values, 2 * size);
        return true;
    }

    /**
     * Adds all observations of another sample.
     *
     * @param other any sample but this one; it stays as it is
     * @throws IllegalArgumentException if it is this one,
     * @throws IllegalStateException if it keeps no observations and this one does
     */
    public void recordAll(Sample other) {
        if (other == this) {
            throw new IllegalArgumentException("a sample cannot be added to itself");
        }
        if (hasQuantiles()) {
            other.requireQuantiles();
            if (size + other.size > values.length) {
                values = Arrays.copyOf(values, Math.max(2 * values.length, size + other.size));
            }
            System.arraycopy(other.values, 0, values, size, other.size);
        }
        size += other.size;
        zeros += other.zeros;
        negatives += other.negatives;
        sum.add(other.sum);
    }

    /** Adds all observations of a replication. */
    void recordAll(Observations other) {
        double[] more = other.values();
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        for (double value : more) {
            negatives += value < 0 ? 1 : 0;
            sum.add(value);
        }
        size += more.length;
        zeros += other.zeros();
    }

    /**
     * A copy of the observations, to be put together with those of other replications.
     *
     * @param unit what they are divided by when they are read, above 0: 60e9 for minutes of nanoseconds
     * @return unchanged by what comes later
     * @throws IllegalArgumentException if the unit is not above 0
     * @throws IllegalStateException if this sample keeps no observations
     */
    public Observations observations(double unit) {
        if (!(unit > 0)) {
            throw new IllegalArgumentException("unit must be > 0, got " + unit);
        }
        requireQuantiles();
        return new Observations(Arrays.copyOf(values, size), zeros, unit);
    }

    /** The observation of a rank from 0, which must be below the count. */
    double ranked(int rank) {
        return ranked(rank, 0);
    }

    /** Forgets the observations and keeps the memory. */
    public void clear() {
        size = 0;
        zeros = 0;
        negatives = 0;
        sum.clear();
    }

    /**
     * Number of observations.
     *
     * @return at least 0
     */
    public int count() {
        return Math.toIntExact(size + zeros);
    }

    /**
     * The mean, in all but rare cases the number next to the exact one.
     *
     * @return NaN without an observation, or if one is infinite
     */
    public double mean() {
        int count = count();
        if (count == 0) {
            return Double.NaN;
        }
        return sum.over(count);
    }

    /**
     * A quantile by linear interpolation between closest ranks (Hyndman and Fan 1996, type 7; the default of numpy and
     * R); NaN if there is no observation. Changes the order of the observations, not their values.
     *
     * @param p from 0, for the least observation, to 1, for the greatest
     * @return the quantile, or NaN without an observation
     * @throws IllegalArgumentException if p is below 0, above 1 or NaN
     * @throws IllegalStateException if this sample keeps no observations
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile's p must be from 0 to 1, got " + p);
        }
        requireQuantiles();
        int count = count();
        if (count == 0) {
            return Double.NaN;
        }
        double rank = p * (count - 1);
        int below = (int) rank;
        double low = ranked(below, 0);
        if (rank == below) {
            return low;
        }
        // After the selection all that is not smaller stands behind.
        double high = ranked(below + 1, low == 0 ? 0 : place(below) + 1);
        return low + (rank - below) * (high - low);
    }

    private void requireQuantiles() {
        if (!hasQuantiles()) {
            throw new IllegalStateException("this sample keeps no observations: it has a mean, but no quantiles");
        }
    }

    /** The value of a rank; from a place on stand it and all that are not smaller. */
    private double ranked(int rank, int from) {
        if (rank >= negatives && rank < negatives + zeros) {
            return 0;
        }
        select(from, size - 1, place(rank));
        return values[place(rank)];
    }

    /** Where the value of a rank stands once it is selected; the rank must not be that of a zero. */
    private int place(int rank) {
        return rank < negatives ? rank : (int) (rank - zeros);
    }

    /*
     * The selection of Floyd and Rivest (1975, Algorithm 489), in place: the pivot of a long stretch comes from a selection in a
     * short part of it, so close to the rank wanted that little more than one look at each value is needed. Commons-math's selector
     * works on a whole array only, and would have to copy the buffer for each quantile.
     */
    private void select(int from, int to, int k) {
        int left = from;
        int right = to;
        while (left < right) {
            if (right - left > LONG) {
                selectInPart(left, right, k);
            }
            double pivot = right - left > LONG
                    ? values[k]
                    : medianOfThree(values[left], values[(left + right) >>> 1], values[right]);
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
                return;
            }
        }
    }

    /** Lets rank k of a stretch be nearly in its place, a little nearer to the middle of the stretch. */
    private void selectInPart(int left, int right, int k) {
        double n = right - left + 1;
        double rank = k - left + 1;
        double log = Fdlibm.log(n);
        double part = 0.5 * Fdlibm.cbrt(n * n);
        double shift = 0.5 * Math.sqrt(log * part * (n - part) / n) * Math.signum(rank - n / 2);
        int newLeft = (int) Math.max(left, k - rank * part / n + shift);
        int newRight = (int) Math.min(right, k + (n - rank) * part / n + shift);
        select(Math.min(newLeft, k), Math.max(newRight, k), k);
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    @Override
    public String toString() {
        return count() + " observations, mean " + mean();
    }
}
