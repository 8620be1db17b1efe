package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.result.MetricGroup;
import org.bridgeconvoy.result.ReplicationResult;

/** Marks the metrics that have no steady value because the undelivered tonnes grow through the window: lead times and waits. */
final class Growing {

    private Growing() {}

    /** The metrics; lead times and waits are marked if the undelivered tonnes grow. */
    static List<MetricResult> marked(
            List<MetricResult> metrics, ConvoyConfig config, List<ReplicationResult> replications) {
        DemandCheck.Outcome outcome =
                DemandCheck.of(DailyTables.of(replications), config.warmUpNanos(), config.horizonNanos());
        return outcome.grows()
                ? metrics.stream()
                        .map(m -> isTime(m.metric().family().group()) ? m.with(Mark.GROWS) : m)
                        .toList()
                : metrics;
    }

    private static boolean isTime(MetricGroup group) {
        return group == MetricGroup.LEAD_TIME || group == MetricGroup.WAIT;
    }
}
