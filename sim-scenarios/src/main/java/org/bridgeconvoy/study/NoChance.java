package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.result.MetricGroup;

/**
 * Marks what no random number is in, so that an interval of no width is not taken for certainty: everything, if no replication
 * drew one; else, where what is consigned and when is fixed, the counts of what came through that all replications agree on.
 */
final class NoChance {

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
        return metric.metric().family().group() == MetricGroup.THROUGHPUT;
    }
}
