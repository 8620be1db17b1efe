package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.result.MetricGroup;

/**
 * Marks metrics without any random number in them, so that a reader does not take an interval of no width for certainty. If no replication
 * drew a random number, these are all metrics. If only the consignments and their times are fixed, they are the counts of trucks and loads
 * on which all replications agree.
 */
final class NoChance {

    private NoChance() {}

    /**
     * Marks the metrics.
     *
     * @param chance whether any random number was drawn
     * @param chanceInDemand whether one was drawn for consignments and their times
     */
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
