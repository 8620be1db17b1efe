package org.bridgeconvoy.study;

/**
 * The rule when enough replications have been run: when the half-width of a metric's 95% interval is below a share of its mean. The first
 * look comes after at least thirty replications, and after at least as many as the study asks for.
 *
 * @param metric its name in files; empty for no such rule
 * @param share the share, above 0: 0.02 for 2%
 */
public record Target(String metric, double share) {

    /** No such rule. */
    public static final Target NONE = new Target("", 1);

    /** The most replications that are run, whatever precision is reached. */
    public static final int MAX_REPLICATIONS = 2000;

    /** Checks the range. */
    public Target {
        if (!(share > 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("a precision must be above 0%, got " + 100 * share + "%");
        }
    }

    /** Whether there is a rule. */
    public boolean isGiven() {
        return !metric.isEmpty();
    }
}
