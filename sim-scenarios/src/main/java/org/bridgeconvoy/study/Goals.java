package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Goal;
import org.jspecify.annotations.Nullable;

/** Which end of a metric is the better one. */
final class Goals {

    private Goals() {}

    /** The better end, for the metrics in which nobody would dispute it; null for the others. */
    static @Nullable Goal of(String metric) {
        if (metric.startsWith("delivered_t_per_day") || metric.equals("outbound_trucks_per_day")) {
            return Goal.MAXIMUM;
        }
        return metric.startsWith("lead_time_h")
                        || metric.startsWith("wait_")
                        || metric.startsWith(MetricResult.DAYS_TO_CLEAR)
                        || metric.equals("undelivered_end_t")
                ? Goal.MINIMUM
                : null;
    }
}
