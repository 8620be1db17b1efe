package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Metric;

/** Estimates of metrics over replications. */
final class Estimates {

    private Estimates() {}

    /**
     * A metric from its values by replication; NaN is no data, or, for days to clear, a replication that did not clear.
     */
    static MetricResult of(Metric metric, double[] values) {
        boolean clears = metric.name().startsWith(MetricResult.DAYS_TO_CLEAR);
        int missing = (int) Arrays.stream(values).filter(Double::isNaN).count();
        return new MetricResult(metric, Estimate.of(values), clears ? missing : 0);
    }

    /** All metrics from the values of each by replication. */
    static List<MetricResult> of(List<Metric> metrics, List<double[]> values) {
        List<MetricResult> results = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            results.add(of(metrics.get(i), values.get(i)));
        }
        return results;
    }
}
