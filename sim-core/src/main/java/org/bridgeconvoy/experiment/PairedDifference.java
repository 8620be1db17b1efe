package org.bridgeconvoy.experiment;

/**
 * The difference of two variants' means, variant minus reference, from replications paired by number. With common random
 * numbers the pairs go up and down together, and the interval is narrower than from independent runs.
 *
 * @param variant name of the variant
 * @param reference name of the variant with which it is compared
 * @param estimate mean of the paired differences with its own 95% interval; pairs with no data on a side are left out
 * @param confidence confidence of {@code halfWidth}: 0.95, or more if several differences are to hold together
 * @param halfWidth half-width of the interval at that confidence; NaN below two pairs
 * @param matters least difference that matters, in the metric's unit: differences within ± this are {@link Verdict#EQUAL}; 0 if every
 *     difference matters
 * @param skewness skewness G₁ of the paired differences (Joanes and Gill 1998): about 0 where the interval holds as often as it says; NaN below three
 *     pairs, and where all differences are equal
 */
public record PairedDifference(
        String variant,
        String reference,
        Estimate estimate,
        double confidence,
        double halfWidth,
        double matters,
        double skewness) {

    /**
     * Differences below this share of the larger value are the rounding of sums: far above what millions of additions lose, and far
     * below what can matter (4 µs in 1,000 h).
     */
    private static final double ROUNDING = 1e-12;

    /**
     * The difference of two variants.
     *
     * @param variant name of the variant
     * @param values its observation in each replication; NaN for no data
     * @param reference name of the variant with which it is compared
     * @param referenceValues its observation in the same replications
     * @param confidence of the interval, above 0 and below 1
     * @return the paired differences; one that is no more than the rounding of sums, 10<sup>−12</sup> of the largest value of
     *     either variant, counts as 0
     * @throws IllegalArgumentException if the numbers of replications differ or the confidence is out of range
     */
    public static PairedDifference of(
            String variant, double[] values, String reference, double[] referenceValues, double confidence) {
        if (values.length != referenceValues.length) {
            throw new IllegalArgumentException("all variants need the same replications, got "
                    + referenceValues.length + " of '" + reference + "' and " + values.length + " of '" + variant
                    + "'");
        }
        double rounding = ROUNDING * Math.max(largest(values), largest(referenceValues));
        double[] differences = new double[values.length];
        for (int r = 0; r < differences.length; r++) {
            double difference = values[r] - referenceValues[r];
            differences[r] = Math.abs(difference) <= rounding ? 0 : difference;
        }
        Estimate estimate = Estimate.of(differences);
        return new PairedDifference(
                variant,
                reference,
                estimate,
                confidence,
                estimate.halfWidth(confidence),
                0,
                skewness(differences, estimate));
    }

    /**
     * A copy with a least difference that matters.
     *
     * @param least 0 or more, in the metric's unit
     * @return a copy whose {@link #verdict} is {@link Verdict#EQUAL} where the interval lies within ± that
     */
    public PairedDifference withMatters(double least) {
        return new PairedDifference(variant, reference, estimate, confidence, halfWidth, least, skewness);
    }

    /** G₁ of those that are not NaN. */
    private static double skewness(double[] values, Estimate estimate) {
        double n = estimate.n();
        if (n < 3 || estimate.sd() == 0) {
            return Double.NaN;
        }
        double cubes = 0;
        for (double value : values) {
            double deviation = (value - estimate.mean()) / estimate.sd();
            cubes += Double.isNaN(value) ? 0 : deviation * deviation * deviation;
        }
        return n / ((n - 1) * (n - 2)) * cubes;
    }

    /** The largest absolute value; infinite and missing ones do not count. */
    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            double size = Math.abs(value);
            largest = size > largest && size < Double.POSITIVE_INFINITY ? size : largest;
        }
        return largest;
    }

    /**
     * The interval at the adjusted confidence.
     *
     * @return mean ± half-width
     */
    public Interval interval() {
        return new Interval(estimate.mean() - halfWidth, estimate.mean() + halfWidth);
    }

    /**
     * What the interval at the adjusted confidence says.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return Verdict.of(estimate, halfWidth, matters);
    }
}
