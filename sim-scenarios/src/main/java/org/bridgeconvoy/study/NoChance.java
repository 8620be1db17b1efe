package org.bridgeconvoy.study;

import java.util.List;
import java.util.Set;

/**
 * Marks what no random number is in, so that an interval of no width is not taken for certainty: everything, if no replication
 * drew one; else, where what is consigned and when is fixed, the counts of what came through that all replications agree on.
 */
final class NoChance {

    private static final Set<String> COUNTS = Set.of(
            "outbound_trucks_per_day",
            "outbound_trucks_per_open_day",
            "return_trucks_per_day",
            "delivered_t_per_day",
            "undelivered_end_t");

    private NoChance() {}

    /** The metrics, some of them marked. */
    static List<MetricResult> marked(List<MetricResult> metrics, boolean chance, boolean chanceInDemand) {
        if (!chance) {
            return metrics.stream().map(m -> mark(m, m.n() > 0)).toList();
        }
        if (chanceInDemand) {
            return metrics;
        }
        return metrics.stream().map(m -> mark(m, isCount(m) && m.sd() == 0)).toList();
    }

    private static MetricResult mark(MetricResult metric, boolean applies) {
        return applies ? metric.with(Mark.NO_CHANCE) : metric;
    }

    private static boolean isCount(MetricResult metric) {
        return COUNTS.contains(metric.name()) || metric.name().startsWith("delivered_t_per_day.");
    }
}
