package org.bridgeconvoy.report.chart;

import java.util.Arrays;

/** The statistics that charts compute themselves: mean, quantile, sorting. */
final class Stats {

    private Stats() {}

    /** Arithmetic mean; NaN for no values. */
    static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return x.length == 0 ? Double.NaN : sum / x.length;
    }

    /** Quantile by linear interpolation between closest ranks (type 7 of Hyndman and Fan, 1996); NaN for no values. */
    static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = p * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** A sorted copy. */
    static double[] sorted(double[] x) {
        double[] copy = x.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** A growing array of doubles. */
    static final class Samples {
        private static final int MOST = 1_000_000;
        private static final int KEPT = 100_001;

        private double[] values;
        private int size;

        Samples() {
            this(256);
        }

        /** Room for a number of values, so that millions of them are never copied. */
        Samples(int expected) {
            values = new double[Math.max(1, expected)];
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        /** The values in order; of more than a million, {@value #KEPT} at equal distances of rank, the least and the greatest among them. */
        double[] sorted() {
            if (size <= MOST) {
                double[] all = Arrays.copyOf(values, size);
                Arrays.sort(all);
                return all;
            }
            Arrays.sort(values, 0, size);
            double[] some = new double[KEPT];
            for (int i = 0; i < KEPT; i++) {
                some[i] = values[(int) ((long) i * (size - 1) / (KEPT - 1))];
            }
            return some;
        }
    }
}
