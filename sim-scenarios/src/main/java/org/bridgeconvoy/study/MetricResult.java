package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Metric;

/**
 * A metric over the replications of a study.
 *
 * @param metric what it is
 * @param estimate mean, spread and 95% interval over the replications that have a value
 * @param notCleared for {@code days_to_clear.*}: replications that did not clear before the horizon, which are not
 *     averaged; 0 for every other metric
 */
public record MetricResult(Metric metric, Estimate estimate, int notCleared) {

    /** The family of metrics in which a replication without a value is one that did not clear. */
    public static final String DAYS_TO_CLEAR = "days_to_clear.";

    /** The metric's name in files. */
    public String name() {
        return metric.name();
    }

    /** Whether a missing value means "not cleared before the horizon" and not "nothing to observe". */
    public boolean countsNotCleared() {
        return name().startsWith(DAYS_TO_CLEAR);
    }

    /** Whether the true mean is at least the estimate's, because replications that did not clear are left out. */
    public boolean isLowerBound() {
        return notCleared > 0;
    }
}
