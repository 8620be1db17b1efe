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
     * @return 0 or more; infinity for a mean of 0 with spread, NaN below two observations
     */
    public double relativeHalfWidth() {
        return estimate.halfWidth95() == 0 ? 0 : estimate.halfWidth95() / Math.abs(estimate.mean());
    }

    /**
     * About how many replications it would take.
     *
     * @return {@link Precision#replicationsNeeded}, at least one more than were run, if the precision was not reached; else
     *     what were run
     */
    public double replicationsNeeded() {
        return reached()
                ? replications
                : Math.max(Math.ceil(precision.replicationsNeeded(estimate)), replications + 1.0);
    }
}
