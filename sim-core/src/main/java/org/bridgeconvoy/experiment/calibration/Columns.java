package org.bridgeconvoy.experiment.calibration;

/** Moments and ranks of columns of numbers, in which NaN is left out. */
final class Columns {

    private Columns() {}

    /** The mean of what is not NaN; NaN if nothing is. */
    static double mean(double[] values) {
        double sum = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** The standard deviation of what is not NaN, divisor n; NaN if nothing is. */
    static double sd(double[] values) {
        double mean = mean(values);
        double squares = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
                n++;
            }
        }
        return n == 0 ? Double.NaN : Math.sqrt(squares / n);
    }

    /** Quantile of sorted values, linear between closest ranks (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
