package org.bridgeconvoy.experiment.sensitivity;

/**
 * What to expect of an output's expected value, given what is not known. The worlds' means spread more than their expected values do, for chance is in
 * them; they are drawn towards their mean by the factor √(1 − s²/(R·V)), where s² is the mean variance within worlds, R the replications of a world and
 * V the variance of the worlds' means.
 *
 * @param mean mean over worlds, with its interval
 * @param p5 value below which 5% of the drawn worlds' means lie
 * @param median value below which half of them lie
 * @param p95 value below which 95% of them lie
 * @param shrinkage the factor, from 0 (chance explains all of the spread) to 1 (none)
 */
public record ExpectedRange(IntervalEstimate mean, double p5, double median, double p95, double shrinkage) {

    /** Share of the variance of the worlds' means that chance may have before their shape is unsure. */
    private static final double ALLOWED = 0.05;

    /**
     * How much of the variance of the worlds' means is chance.
     *
     * @return from 0 to 1
     */
    public double chanceShare() {
        return 1 - shrinkage * shrinkage;
    }

    /**
     * Whether chance has so much of the variance of the worlds' means that a share of the drawn means, and with it {@link #p5} to {@link #p95}, is unsure.
     * Drawing the means together gives them the spread of the expected values but not their shape: where chance has 5% of the variance, a share of uniform
     * expected values is off by 0.02 at most, where it has half of it by 0.05; near the sharp edge of a skewed distribution by more.
     *
     * @return true above 5%
     */
    public boolean isShapeUnsure() {
        return chanceShare() > ALLOWED;
    }
}
