package org.bridgeconvoy.study;

/**
 * Precision at which a study stops: the half-width of a metric's 95% interval is below a share of its mean. The first look comes after
 * thirty replications, or after the study's own number if that is larger.
 *
 * @param metric name of the metric in files; empty for no target
 * @param share bound of the half-width as a share of the mean, above 0: 0.02 for 2%
 */
public record Target(String metric, double share) {

    /** No target: the study stops after its number of replications. */
    public static final Target NONE = new Target("", 1);

    /** Largest number of replications, whatever precision is reached; a study that asks for more than these runs as many as it asks for. */
    public static final int MAX_REPLICATIONS = 2000;

    /** Checks the range. */
    public Target {
        if (!(share > 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("a precision must be above 0%, got " + 100 * share + "%");
        }
    }

    /** Whether there is a target. */
    public boolean isGiven() {
        return !metric.isEmpty();
    }
}
