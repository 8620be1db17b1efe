package org.bridgeconvoy.study;

/**
 * When enough replications have been run: when the half-width of a metric's 95% interval is at most a share of its mean.
 *
 * @param metric its name; empty for no such rule
 * @param share the share, above 0: 0.02 for 2%
 */
public record Precision(String metric, double share) {

    /** No such rule. */
    public static final Precision NONE = new Precision("", 1);

    /** Checks the range. */
    public Precision {
        if (!(share > 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("a precision must be above 0%, got " + 100 * share + "%");
        }
    }

    /** Whether there is a rule. */
    public boolean isGiven() {
        return !metric.isEmpty();
    }
}
