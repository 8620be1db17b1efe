package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.observe.PooledSample;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/** Collects the observations behind pooled percentiles, replication by replication. */
final class Pools {

    /** Probability of every pooled percentile. */
    static final double P95 = 0.95;

    /** One sample a metric; null for a metric that is no percentile. */
    private final List<@Nullable PooledSample> samples = new ArrayList<>();

    Pools(List<Metric> metrics) {
        for (Metric metric : metrics) {
            samples.add(metric.isPercentile() ? new PooledSample() : null);
        }
    }

    /** Moves the observations out of the result of the next replication; returns the result without them. */
    ReplicationResult take(ReplicationResult result) {
        for (int i = 0; i < samples.size(); i++) {
            PooledSample sample = samples.get(i);
            Observations observations = result.evidence().observations(i);
            if (sample != null && observations != null) {
                sample.add(observations);
            }
        }
        return result.withoutObservations();
    }

    /**
     * The percentile of all observations of a metric so far; null if the metric is no percentile.
     *
     * @param metric index of the metric
     */
    @Nullable
    PooledPercentile percentile(int metric) {
        PooledSample sample = samples.get(metric);
        return sample == null ? null : PooledPercentile.of(sample, P95);
    }

    /**
     * The estimate of a metric so far, with the interval that reports print.
     *
     * @param metric index of the metric
     * @param results all results that {@link #take} has returned
     */
    Estimate estimate(int metric, List<ReplicationResult> results) {
        return estimate(
                percentile(metric),
                results.stream().mapToDouble(r -> r.metrics().value(metric)).toArray());
    }

    /** The estimate of a metric: from its pooled percentile if it has one, else from its values by replication. */
    static Estimate estimate(@Nullable PooledPercentile pooled, double[] values) {
        if (pooled == null) {
            return Estimate.of(values);
        }
        return new Estimate(
                pooled.replications(), pooled.value(), Double.NaN, pooled.halfWidth95(), pooled.min(), pooled.max());
    }

    /** The percentiles of all metrics so far; null for a metric that is no percentile. */
    List<@Nullable PooledPercentile> percentiles() {
        List<@Nullable PooledPercentile> all = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            all.add(percentile(i));
        }
        return all;
    }
}
