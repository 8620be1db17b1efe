package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;

/**
 * Whether values by replication are too skewed for Student's interval of their mean.
 *
 * <p>By the Edgeworth expansion of Student's t (Hall 1992, The Bootstrap and Edgeworth Expansion, section 2.6), a skewness γ lowers the
 * coverage of the interval of n values by 2φ(z)·γ²(z⁵ + 2z³ − 3z)/(18n). The skewness of a sample is G₁ (Joanes and Gill 1998).
 */
final class Skewness {

    /** Fewer values say nothing of skewness. */
    static final int FEWEST = 10;

    /** Quantile z of the normal distribution for an interval of 95%. */
    private static final double Z = 1.959964;

    /** Normal density φ(z). */
    private static final double DENSITY_AT_Z = 0.0584451;

    /**
     * Limit beyond which values are too skewed; both parts must be exceeded.
     *
     * @param lostCoverage coverage that the interval may lose
     * @param standardErrors distance of the skewness from 0, in its standard errors
     */
    private record Limit(double lostCoverage, double standardErrors) {}

    /**
     * Limit for values that judge their own interval. Normal values exceed it in one of 160 samples; docs/guide/intervals.md says why the
     * limit is not stricter.
     */
    private static final Limit OF_OWN = new Limit(0.01, 2.75);

    /** Limit for values that judge the interval of others; independent values allow a stricter limit. */
    private static final Limit OF_OTHERS = new Limit(0.01 / 3, 2);

    /** A spread of differences below this share of their mean is the rounding of sums. */
    private static final double ROUNDING = 1e-9;

    private Skewness() {}

    /** Whether one value makes up more than half of the sum of squared deviations. */
    static boolean hasOutlier(double[] values, Estimate estimate) {
        if (estimate.n() < FEWEST || estimate.sd() == 0) {
            return false;
        }
        double squares = sumOfPowers(values, estimate.mean(), 2);
        double largest = Math.max(estimate.max() - estimate.mean(), estimate.mean() - estimate.min());
        return largest * largest > squares / 2;
    }

    /** Whether the interval of the values' own mean is unsure: one value is an outlier, or the values are skewed. */
    static boolean isUnsure(double[] values, Estimate estimate) {
        return hasOutlier(values, estimate)
                || (estimate.n() >= FEWEST && estimate.sd() > 0 && costs(values, estimate.n(), OF_OWN));
    }

    /** Whether the interval of a paired difference is unsure, by the rules for values that judge their own interval. */
    static boolean isUnsure(PairedDifference difference) {
        Estimate e = difference.estimate();
        if (e.n() < FEWEST || !(e.sd() > ROUNDING * Math.abs(e.mean()))) {
            return false;
        }
        double largest = Math.max(e.max() - e.mean(), e.mean() - e.min());
        boolean hasOutlier = largest * largest > e.sd() * e.sd() * (e.n() - 1) / 2;
        return hasOutlier || costs(difference.skewness(), e.n(), e.n(), OF_OWN);
    }

    /**
     * Whether the interval of n values is unsure, judged by other values of the same world that are independent of these.
     *
     * @param others at least {@link #FEWEST} values, not all equal; NaN is no data
     * @param n number of values behind the interval
     */
    static boolean isUnsure(double[] others, double n) {
        return costs(others, n, OF_OTHERS);
    }

    /** Whether the skewness of the values costs more coverage than the limit allows. */
    private static boolean costs(double[] values, double n, Limit limit) {
        Estimate estimate = Estimate.of(values);
        return costs(ofSample(values, estimate), estimate.n(), n, limit);
    }

    /** Whether a skewness that was seen in {@code judging} values costs the interval of n values more coverage than the limit allows. */
    private static boolean costs(double skewness, double judging, double n, Limit limit) {
        return lostCoverage(skewness, n) > limit.lostCoverage()
                && Math.abs(skewness) > limit.standardErrors() * standardError(judging);
    }

    /** Skewness G₁. */
    private static double ofSample(double[] values, Estimate estimate) {
        double n = estimate.n();
        double squares = sumOfPowers(values, estimate.mean(), 2);
        double cubes = sumOfPowers(values, estimate.mean(), 3);
        return cubes / n / Math.pow(squares / n, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /** Sum of the second or third powers of the deviations from the mean; NaN among the values is no data. */
    private static double sumOfPowers(double[] values, double mean, int power) {
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                double deviation = value - mean;
                sum += power == 2 ? deviation * deviation : deviation * deviation * deviation;
            }
        }
        return sum;
    }

    /** Standard error of G₁ for normal values (Joanes and Gill 1998). */
    private static double standardError(double n) {
        return Math.sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)));
    }

    private static double lostCoverage(double skewness, double n) {
        double polynomial = Z * (Z * Z * Z * Z + 2 * Z * Z - 3) / 18;
        return 2 * DENSITY_AT_Z * polynomial * skewness * skewness / n;
    }
}
