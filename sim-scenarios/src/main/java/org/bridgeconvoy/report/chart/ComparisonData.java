package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.study.ComparisonResult;

/**
 * Differences of scenarios from the first, by metric.
 *
 * @param baseline name of the first scenario
 * @param intervals kind of the intervals, for the subtitle: {@code paired t, Bonferroni}
 * @param metrics differences by metric, one panel for each
 */
public record ComparisonData(String baseline, String intervals, List<MetricDifferences> metrics) {

    /**
     * The differences in one metric.
     *
     * @param name name of the metric in files
     * @param unit unit of the differences; empty for a share
     * @param differences a difference for each other scenario
     */
    public record MetricDifferences(String name, String unit, List<Difference> differences) {

        /** What the metric is called on a chart. */
        String label() {
            return Words.metric(name);
        }
    }

    /**
     * The difference of a scenario from the first.
     *
     * @param scenario name of the scenario
     * @param mean mean of the scenario minus the first; NaN for no data
     * @param halfWidth half-width of the interval; NaN for no interval
     * @param verdict verdict of the interval
     */
    public record Difference(String scenario, double mean, double halfWidth, Verdict verdict) {}

    /**
     * The differences of a comparison. Leaves out metrics for which no pair of replications has data.
     *
     * @param metrics names of the metrics, in the order of the panels
     * @throws IllegalArgumentException if the comparison lacks a metric
     */
    public static ComparisonData of(ComparisonResult result, List<String> metrics) {
        List<MetricDifferences> panels = new ArrayList<>();
        for (String name : metrics) {
            ComparisonResult.Row row = result.rows().stream()
                    .filter(r -> r.metric().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no metric '" + name + "'"));
            List<Difference> differences = row.differences().stream()
                    .map(d -> new Difference(d.variant(), d.estimate().mean(), d.halfWidth(), d.verdict()))
                    .toList();
            if (differences.stream().anyMatch(d -> !Double.isNaN(d.mean()))) {
                panels.add(new MetricDifferences(name, row.metric().unit(), differences));
            }
        }
        return new ComparisonData(result.labels().get(0), result.adjustment(), panels);
    }

    /** Copies the lists. */
    public ComparisonData {
        metrics = List.copyOf(metrics);
    }
}
