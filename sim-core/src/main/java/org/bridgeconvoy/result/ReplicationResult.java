package org.bridgeconvoy.result;

import org.jspecify.annotations.Nullable;

/**
 * Result of one replication of the bridge model.
 *
 * @param replication its number, from 1
 * @param metrics a value for every metric
 * @param daily the table by day
 * @param trips the trips, null if they were not recorded
 * @param vehicles the vehicles of the through traffic, null if there is none or they were not recorded
 * @param events events that the engine fired; the run may need more of them if an observer is present, but its results are the same
 * @param evidence evidence behind the metrics
 * @param lock deadlock of the run; null if there is none
 * @param trafficWaitMinutes mean wait before the bridge of all vehicles that joined its queues in the window, names pooled, in minutes; a
 *     wait that has not ended counts up to the horizon; NaN if no vehicle joined
 * @param probed answers to the {@linkplain Probe probes} of the model, in their order, those of observed numbers first; empty if it has none
 * @param controls values of the {@linkplain Control control variates} of the model, in their order; empty if it records none
 */
public record ReplicationResult(
        int replication,
        MetricValues metrics,
        DailyTable daily,
        @Nullable TripTable trips,
        @Nullable TrafficTable vehicles,
        long events,
        Evidence evidence,
        @Nullable Lock lock,
        double trafficWaitMinutes,
        double[] probed,
        double[] controls) {

    /**
     * A result without evidence and through traffic.
     *
     * @param replication its number, from 1
     * @param metrics a value for every metric
     * @param daily the table by day
     * @param trips the trips, null if they were not recorded
     * @param events events that the engine fired
     */
    public ReplicationResult(
            int replication, MetricValues metrics, DailyTable daily, @Nullable TripTable trips, long events) {
        this(replication, metrics, daily, trips, events, Evidence.NONE, null);
    }

    /**
     * A result without through traffic.
     *
     * @param replication its number, from 1
     * @param metrics a value for every metric
     * @param daily the table by day
     * @param trips the trips, null if they were not recorded
     * @param events events that the engine fired
     * @param evidence what the values of the metrics rest on
     * @param lock since when and on what the run has locked; null if it has not
     */
    public ReplicationResult(
            int replication,
            MetricValues metrics,
            DailyTable daily,
            @Nullable TripTable trips,
            long events,
            Evidence evidence,
            @Nullable Lock lock) {
        this(
                replication,
                metrics,
                daily,
                trips,
                null,
                events,
                evidence,
                lock,
                Double.NaN,
                new double[0],
                new double[0]);
    }

    /**
     * The value of the metric of a family that has one.
     *
     * @param family such as {@code OUTBOUND_TRUCKS_PER_DAY}
     * @return NaN for no data
     * @throws IllegalArgumentException if the scenario does not have it, or the family has several
     */
    public double metric(MetricFamily family) {
        return metrics.value(Metric.of(family));
    }

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

    /**
     * A copy with another table of trips.
     *
     * @param others the same trips, kept elsewhere
     * @return a copy
     */
    public ReplicationResult withTrips(TripTable others) {
        return new ReplicationResult(
                replication,
                metrics,
                daily,
                others,
                vehicles,
                events,
                evidence,
                lock,
                trafficWaitMinutes,
                probed,
                controls);
    }

    /**
     * A copy without the observations of its evidence, for a caller that has pooled them.
     *
     * @return a copy
     */
    public ReplicationResult withoutObservations() {
        return new ReplicationResult(
                replication,
                metrics,
                daily,
                trips,
                vehicles,
                events,
                evidence.withoutObservations(),
                lock,
                trafficWaitMinutes,
                probed,
                controls);
    }
}
