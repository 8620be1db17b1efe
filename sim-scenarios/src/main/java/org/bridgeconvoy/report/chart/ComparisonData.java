package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.study.ComparisonResult;

/**
 * Differences of scenarios from a first one, metric by metric.
 *
 * @param baseline name of the first scenario
 * @param intervals what the intervals are, for the subtitle: {@code paired t, Bonferroni}
 * @param metrics a panel for each
 */
public record ComparisonData(String baseline, String intervals, List<MetricDifferences> metrics) {

    /**
     * One metric.
     *
     * @param label what it is
     * @param unit of the differences; empty for a share
     * @param differences one of each other scenario
     */
    public record MetricDifferences(String label, String unit, List<Difference> differences) {}

    /**
     * A difference from the first scenario.
     *
     * @param scenario name of the other
     * @param mean other minus first; NaN for no data
     * @param halfWidth of its interval; NaN if there is none
     * @param verdict what the interval says
     */
    public record Difference(String scenario, double mean, double halfWidth, Verdict verdict) {}

    /**
     * Of a comparison's result. A metric that no pair of replications has data for is left out.
     *
     * @param metrics names of the metrics, in the order wanted
     * @throws IllegalArgumentException for a metric that the comparison does not have
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
