package org.bridgeconvoy.experiment.selection;

/**
 * A bound that candidates must meet: on the expected value of an output, or on the share of replications whose value meets it.
 *
 * <p>The expected value itself is compared without regard to strictness: it never lies on the bound exactly.
 *
 * @param output number of the output in the rows of the runner, from 0
 * @param relation on which side of the bound
 * @param bound the bound on the expected value, or on the value of single replications
 * @param share the least share of replications that meet the bound, above 0, at most 1; NaN for a bound on the expected value
 * @param tolerance half the width of the zone in which a candidate may be taken or left: of the expected value about the bound (a share is one of the
 *     bound), or of the share of replications about {@code share} (always an amount)
 */
public record Constraint(int output, Relation relation, double bound, double share, Margin tolerance) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Constraint {
        if (output < 0) {
            throw new IllegalArgumentException("output must be >= 0, got " + output);
        }
        if (Double.isNaN(bound) || Double.isInfinite(bound)) {
            throw new IllegalArgumentException("a bound must be a number, got " + bound);
        }
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("a share must be > 0 and <= 1, got " + share);
        }
        if (!Double.isNaN(share) && tolerance.isRelative()) {
            throw new IllegalArgumentException("the tolerance of a share is an amount: 0.02 for 2 points");
        }
    }

    /**
     * A bound on the expected value.
     *
     * @param output number of the output
     * @param relation on which side
     * @param bound the bound
     * @param tolerance how near to the bound a candidate may be taken or left
     * @return the constraint
     */
    public static Constraint ofMean(int output, Relation relation, double bound, Margin tolerance) {
        return new Constraint(output, relation, bound, Double.NaN, tolerance);
    }

    /**
     * A bound that a share of the replications must meet. NaN meets no bound.
     *
     * @param output number of the output
     * @param relation on which side
     * @param bound the bound
     * @param share the least share of replications, above 0, at most 1
     * @param tolerance in points of the share: 0.02 is 2 points
     * @return the constraint
     */
    public static Constraint ofShare(int output, Relation relation, double bound, double share, double tolerance) {
        return new Constraint(output, relation, bound, share, Margin.ofAmount(tolerance));
    }

    /**
     * Whether it is a bound on a share of replications.
     *
     * @return false for a bound on the expected value
     */
    public boolean isShare() {
        return !Double.isNaN(share);
    }

    /** What is averaged over replications: the value, or 1 where it meets the bound and 0 where not. */
    double observed(double value) {
        if (!isShare()) {
            return value;
        }
        return relation.isMet(value, bound) ? 1 : 0;
    }
}
