package org.bridgeconvoy.report.chart;

import java.util.List;

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
     */
    public record Difference(String scenario, double mean, double halfWidth) {

        /** If the interval leaves out 0. */
        public boolean significant() {
            return Math.abs(mean) > halfWidth;
        }
    }

    /** Copies the lists. */
    public ComparisonData {
        metrics = List.copyOf(metrics);
    }
}
