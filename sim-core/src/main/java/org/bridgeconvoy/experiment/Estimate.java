package org.bridgeconvoy.experiment;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What values of independent replications say about a mean.
 *
 * @param n how many values there are
 * @param mean their mean; NaN without values
 * @param sd their standard deviation (divisor n − 1); NaN below two values
 * @param halfWidth95 half the width of the 95% interval of the mean by Student's t; NaN below two values, never 0 for want
 *     of data
 * @param min the least; NaN without values
 * @param max the greatest; NaN without values
 */
public record Estimate(int n, double mean, double sd, double halfWidth95, double min, double max) {

    /**
     * The estimate from values in the order of their replications.
     *
     * @param values one for each replication; NaN means no data and is left out
     */
    public static Estimate of(double... values) {
        double[] data = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        int n = data.length;
        if (n == 0) {
            return new Estimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            // Welford (1962): stable, and exact when all values agree.
            double delta = data[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (data[i] - mean);
            min = Math.min(min, data[i]);
            max = Math.max(max, data[i]);
        }
        double sd = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
        return new Estimate(n, mean, sd, halfWidth(n, sd, 0.95), min, max);
    }

    /**
     * Half the width of the interval of the mean at another confidence.
     *
     * @param confidence in (0, 1): 0.99
     * @return NaN below two values
     */
    public double halfWidth(double confidence) {
        return halfWidth(n, sd, confidence);
    }

    private static double halfWidth(int n, double sd, double confidence) {
        if (n < 2) {
            return Double.NaN;
        }
        double t = new TDistribution(null, n - 1.0).inverseCumulativeProbability((1 + confidence) / 2);
        return t * sd / Math.sqrt(n);
    }
}
