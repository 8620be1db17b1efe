package org.bridgeconvoy.experiment;

/**
 * A rule for how many replications to run: in batches, the first of at least 10, until the half-width of the 95% interval is
 * below a share of the mean's absolute value, or a cap is reached.
 *
 * <p>Since the data decide when to stop, the interval then covers the mean a little less often than 95%: with the looks
 * used here (each at most doubles the replications) simulations gave 93.5% to 95%, the lower the fewer replications it took and
 * the more skewed the metric.
 *
 * @param relativeHalfWidth the share, above 0 (0.02 is 2%)
 * @param firstBatch replications before the first look, at least 10
 * @param maxReplications the cap, at least the first batch
 */
public record Precision(double relativeHalfWidth, int firstBatch, int maxReplications) {
    private static final int MIN_FIRST_BATCH = 10;
    /** A little more than seems needed, so that a target is rarely missed by one replication. */
    private static final double GENEROSITY = 1.1;

    /** Checks the ranges. */
    public Precision {
        if (!(relativeHalfWidth > 0 && relativeHalfWidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("relative half-width must be > 0, got " + relativeHalfWidth);
        }
        if (firstBatch < MIN_FIRST_BATCH) {
            throw new IllegalArgumentException("first batch must be >= " + MIN_FIRST_BATCH + ", got " + firstBatch);
        }
        if (maxReplications < firstBatch) {
            throw new IllegalArgumentException(
                    "cap must be >= the first batch of " + firstBatch + ", got " + maxReplications);
        }
    }

    /**
     * Whether an estimate is good enough. One without spread always is; one of no more than one observation never.
     *
     * @param estimate what is known
     * @return true if the half-width is 0 or below the share of the mean
     */
    public boolean isReachedBy(Estimate estimate) {
        return estimate.halfWidth95() == 0 || estimate.halfWidth95() < relativeHalfWidth * Math.abs(estimate.mean());
    }

    /**
     * How many replications are likely to reach this precision, if mean and spread stay what they are.
     *
     * @param estimate what is known
     * @return a number above 0, infinity if the mean is 0; NaN below two observations
     */
    public double replicationsNeeded(Estimate estimate) {
        double ratio = estimate.halfWidth95() / (relativeHalfWidth * Math.abs(estimate.mean()));
        return estimate.n() * ratio * ratio;
    }

    /** The number of replications to have at the next look: about what is needed, at most twice what there is. */
    int nextTarget(Estimate estimate, int done) {
        double needed = GENEROSITY * replicationsNeeded(estimate);
        double target =
                Double.isNaN(needed) ? 2.0 * done : Math.min(Math.max(Math.ceil(needed), done + 10.0), 2.0 * done);
        return (int) Math.min(target, maxReplications);
    }
}
