package org.bridgeconvoy.experiment.selection;

/**
 * Mean and spread of numbers.
 *
 * @param n how many
 * @param mean their mean
 * @param sd their standard deviation (divisor n − 1); 0 exactly if all are equal
 */
record Sample(int n, double mean, double sd) {

    /** Differences below this share of the larger value are the rounding of sums; see {@code PairedDifference}. */
    private static final double ROUNDING = 1e-12;

    /** The first n of some values; NaN if one of these is. */
    static Sample of(double[] values, int n) {
        double first = values[0];
        boolean equal = true;
        double sum = 0;
        for (int r = 0; r < n; r++) {
            sum += values[r];
            equal &= values[r] == first;
        }
        if (equal) {
            return new Sample(n, first, 0);
        }
        double mean = sum / n;
        double squares = 0;
        double rest = 0;
        for (int r = 0; r < n; r++) {
            double d = values[r] - mean;
            squares += d * d;
            rest += d;
        }
        return new Sample(n, mean + rest / n, Math.sqrt(Math.max(0, squares - rest * rest / n) / (n - 1)));
    }

    /** The first n paired differences, the first minus the second. */
    static Sample ofDifferences(double[] values, double[] from, int n) {
        double largest = 0;
        for (int r = 0; r < n; r++) {
            largest = Math.max(largest, Math.max(Math.abs(values[r]), Math.abs(from[r])));
        }
        double[] differences = new double[n];
        for (int r = 0; r < n; r++) {
            double d = values[r] - from[r];
            differences[r] = Math.abs(d) <= ROUNDING * largest ? 0 : d;
        }
        return of(differences, n);
    }
}
