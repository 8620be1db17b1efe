package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;

/**
 * Whether the values of a metric are too skewed for Student's interval of their mean. It is, of {@link #FEWEST} values or more,
 *
 * <ul>
 *   <li>if one value makes up more than half of the sum of squared deviations (the contract's rule), or
 *   <li>if the sample skewness G₁ (Joanes and Gill 1998) lies more than {@link #STANDARD_ERRORS} of its standard errors from 0
 *       and the interval then covers an estimated {@link #LOST_COVERAGE} less than it says: by the Edgeworth expansion of Student's t (Hall
 *       1992, The Bootstrap and Edgeworth Expansion, section 2.6) a skewness γ takes 2φ(z)·γ²(z⁵ + 2z³ − 3z)/(18n).
 * </ul>
 */
final class Skewness {

    /** Fewer values tell nothing of skewness. */
    static final int FEWEST = 10;

    /** One point of a hundred. */
    static final double LOST_COVERAGE = 0.01;

    private static final double Z = 1.959964;
    private static final double DENSITY_AT_Z = 0.0584451;
    /** Normal values pass this in one of 160 samples; docs/guide/intervals.md says why not more. */
    static final double STANDARD_ERRORS = 2.75;

    private Skewness() {}

    /** Whether an interval of the mean is unsure; NaN among the values is no data. */
    static boolean isUnsure(double[] values, Estimate estimate) {
        double n = estimate.n();
        if (n < FEWEST || estimate.sd() == 0) {
            return false;
        }
        double mean = estimate.mean();
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                double deviation = value - mean;
                squares += deviation * deviation;
                cubes += deviation * deviation * deviation;
            }
        }
        double largest = Math.max(estimate.max() - mean, mean - estimate.min());
        if (largest * largest > squares / 2) {
            return true;
        }
        double g1 = cubes / n / Math.pow(squares / n, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
        return Math.abs(g1) > STANDARD_ERRORS * standardError(n) && lostCoverage(g1, n) > LOST_COVERAGE;
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
