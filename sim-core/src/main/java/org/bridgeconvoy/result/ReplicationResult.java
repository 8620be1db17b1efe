package org.bridgeconvoy.result;

import org.jspecify.annotations.Nullable;

/**
 * What one replication of the bridge model produced.
 *
 * @param replication its number, from 1
 * @param metrics a value for every metric
 * @param daily the table by day
 * @param trips the trips, null if they were not recorded
 * @param events events that the engine fired; an observed run, whose result is the same else, may need more
 */
public record ReplicationResult(
        int replication,
        MetricValues metrics,
        DailyTable daily,
        @Nullable TripTable trips,
        long events) {

    /**
     * The value of a metric.
     *
     * @param name its name in files, such as {@code outbound_trucks_per_day}
     * @return NaN for no data
     * @throws IllegalArgumentException if there is no such metric
     */
    public double metric(String name) {
        return metrics.value(name);
    }
}
