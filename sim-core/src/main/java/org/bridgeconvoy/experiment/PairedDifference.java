package org.bridgeconvoy.experiment;

/**
 * The difference of two variants' means, variant minus reference, from replications paired by number. With common random
 * numbers the pairs go up and down together, and the interval is narrower than from independent runs.
 *
 * @param variant name of the variant
 * @param reference name of what it is compared with
 * @param estimate mean of the paired differences with its own 95% interval; pairs with no data on a side are left out
 * @param confidence confidence of {@code halfWidth}: 0.95, or more if several differences are to hold together
 * @param halfWidth half-width of the interval at that confidence; NaN below two pairs
 */
public record PairedDifference(
        String variant, String reference, Estimate estimate, double confidence, double halfWidth) {

    static PairedDifference of(
            String variant, double[] values, String reference, double[] referenceValues, double confidence) {
        double[] differences = new double[values.length];
        for (int r = 0; r < differences.length; r++) {
            differences[r] = values[r] - referenceValues[r];
        }
        Estimate estimate = Estimate.of(differences);
        return new PairedDifference(variant, reference, estimate, confidence, estimate.halfWidth(confidence));
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
        if (estimate.n() < 2) {
            return Verdict.UNDECIDED;
        }
        if (estimate.min() == 0 && estimate.max() == 0) {
            return Verdict.EQUAL;
        }
        if (interval().contains(0)) {
            return Verdict.UNDECIDED;
        }
        return estimate.mean() > 0 ? Verdict.LARGER : Verdict.SMALLER;
    }
}
