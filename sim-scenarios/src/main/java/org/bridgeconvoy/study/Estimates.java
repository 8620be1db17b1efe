package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;

/** Estimates of metrics over replications, with the marks that tell a reader how far to trust them. */
final class Estimates {

    private Estimates() {}

    /** Estimate of a metric from its values by replication. NaN is no data, or for days to clear a replication that did not clear. */
    static MetricResult of(Metric metric, double[] values) {
        return of(metric, values, Skewness::isUnsure);
    }

    private static MetricResult of(Metric metric, double[] values, BiPredicate<double[], Estimate> isSkewed) {
        boolean clears = metric.family() == MetricFamily.DAYS_TO_CLEAR;
        int missing = (int) Arrays.stream(values).filter(Double::isNaN).count();
        Estimate estimate = Estimate.of(values);
        List<Mark> marks = isSkewed.test(values, estimate) ? List.of(Mark.UNSURE_SKEWED) : List.of();
        return new MetricResult(metric, estimate, clears ? missing : 0, marks, null);
    }

    /** Estimate of a percentile: over the percentiles of single replications, and of all observations together. */
    private static MetricResult of(Metric metric, double[] values, PooledPercentile pooled) {
        return new MetricResult(metric, Estimate.of(values), 0, List.of(), pooled);
    }

    /**
     * The values from which the metrics of a run are estimated.
     *
     * @param pools the observations behind percentiles, of all replications together
     */
    static PointStore.Values values(List<Metric> metrics, List<ReplicationResult> replications, Pools pools) {
        return new PointStore.Values(
                metrics,
                Replications.values(replications, metrics.size()),
                pools.percentiles(),
                replications.stream().anyMatch(r -> r.evidence().chance()),
                replications.stream().anyMatch(r -> r.evidence().chanceInDemand()));
    }

    /** Estimates of all metrics, with the marks that their own values justify. */
    static List<MetricResult> of(PointStore.Values values) {
        return of(values, Skewness::isUnsure);
    }

    /**
     * Estimates of all metrics, marked only for an outlier; {@link FurtherReplications} judge skewness better than the values themselves.
     */
    static List<MetricResult> toBeJudged(PointStore.Values values) {
        return of(values, Skewness::hasOutlier);
    }

    private static List<MetricResult> of(PointStore.Values values, BiPredicate<double[], Estimate> isSkewed) {
        List<MetricResult> results = new ArrayList<>();
        for (int i = 0; i < values.metrics().size(); i++) {
            Metric metric = values.metrics().get(i);
            PooledPercentile pooled = values.pooled().get(i);
            double[] ofMetric = values.values().get(i);
            results.add(pooled == null ? of(metric, ofMetric, isSkewed) : of(metric, ofMetric, pooled));
        }
        return NoChance.marked(results, values.chance(), values.chanceInDemand()).stream()
                .map(Estimates::markedIfAllAgree)
                .toList();
    }

    /** Marks a metric on which all replications agree though it has chance in it: a rare event may not have come yet. */
    private static MetricResult markedIfAllAgree(MetricResult metric) {
        boolean agree = !metric.isPooled() && metric.n() > 1 && metric.sd() == 0;
        return agree && !metric.marks().contains(Mark.NO_CHANCE) ? metric.with(Mark.UNSURE_FEW) : metric;
    }
}
