package org.bridgeconvoy.experiment;

/**
 * What {@link Experiment#runUntil} came to.
 *
 * @param estimate from all replications that were run
 * @param precision what was asked for
 * @param replications how many were run, those without an observation included
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
     * The half-width as a share of the mean's absolute value.
     *
     * @return above 0; infinity for a mean of 0 with spread, NaN below two observations or without spread
     */
    public double relativeHalfWidth() {
        return estimate.halfWidth95() > 0 ? estimate.halfWidth95() / Math.abs(estimate.mean()) : Double.NaN;
    }

    /**
     * About how many replications it would take.
     *
     * @return {@link Precision#replicationsNeeded}, at least one more than were run, if the precision was not reached; else
     *     what were run; NaN below two observations or without spread
     */
    public double replicationsNeeded() {
        return reached()
                ? replications
                : Math.max(Math.ceil(precision.replicationsNeeded(estimate)), replications + 1.0);
    }

    /**
     * How likely a replication may be to give something that none has given so far, such as a first value other than 0: with 95%
     * confidence no likelier than this (the rule of three; Hanley and Lippman-Hand 1983).
     *
     * @return 3 ÷ n, at most 1; NaN without an observation
     */
    public double unseenChance() {
        return estimate.n() == 0 ? Double.NaN : Math.min(1, 3.0 / estimate.n());
    }
}
