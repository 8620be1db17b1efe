package org.bridgeconvoy.experiment;

/**
 * Result of {@link Experiment#runUntil}.
 *
 * @param estimate estimate from all replications that were run
 * @param precision precision that was asked for
 * @param replications number of replications, those without an observation included
 */
public record PreciseEstimate(Estimate estimate, Precision precision, int replications) {

    /**
     * Whether the precision was reached; if not, the cap was hit first.
     *
     * @return true if the half-width is as small as asked for
     */
    public boolean reached() {
        return precision.isReachedBy(estimate);
    }

    /**
     * The half-width at the precision's confidence as a share of the mean's absolute value.
     *
     * @return above 0; infinity for a mean of 0 with spread, NaN below two observations or without spread
     */
    public double relativeHalfWidth() {
        double half = precision.halfWidth(estimate);
        return half > 0 ? half / Math.abs(estimate.mean()) : Double.NaN;
    }

    /**
     * Approximate number of replications for the precision.
     *
     * @return {@link Precision#replicationsNeeded}, at least one more than were run, if the precision was not reached; else the number that
     *     was run; NaN below two observations or without spread
     */
    public double replicationsNeeded() {
        return reached()
                ? replications
                : Math.max(Math.ceil(precision.replicationsNeeded(estimate)), replications + 1.0);
    }

    /**
     * Upper bound of the probability that a replication gives something new, such as a first value other than 0: at 95% confidence 3 ÷ n,
     * the rule of three (Hanley and Lippman-Hand 1983).
     *
     * @return 3 ÷ n, at most 1; NaN without an observation
     */
    public double unseenChance() {
        return estimate.n() == 0 ? Double.NaN : Math.min(1, 3.0 / estimate.n());
    }
}
