package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.WithBest;
import org.bridgeconvoy.result.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios run with common random numbers and compared metric by metric.
 *
 * @param labels names of the scenarios; the others are compared with the first
 * @param seed seed of all random numbers
 * @param replications number of replications of each scenario
 * @param version version of the library
 * @param rows the metrics that all scenarios have, in the order of the files
 * @param warnings what a reader should know before trusting the numbers
 * @param matters the least difference that matters, as a share of the first scenario's mean
 */
public record ComparisonResult(
        List<String> labels,
        long seed,
        int replications,
        String version,
        List<Row> rows,
        List<String> warnings,
        Matters matters) {

    /** Copies the lists. */
    public ComparisonResult {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** A comparison in which every difference matters. */
    public ComparisonResult(
            List<String> labels, long seed, int replications, String version, List<Row> rows, List<String> warnings) {
        this(labels, seed, replications, version, rows, warnings, Matters.ALL);
    }

    /** A copy in which differences too small to matter are equal. */
    public ComparisonResult mattering(Matters from) {
        List<Row> judged = rows.stream().map(row -> row.mattering(from)).toList();
        return new ComparisonResult(labels, seed, replications, version, judged, warnings, from);
    }

    /**
     * The comparison in one metric.
     *
     * @param metric the metric
     * @param results estimate of each scenario alone
     * @param differences each other scenario minus the first; their intervals hold together with 95% (Bonferroni)
     * @param goal which end of the metric is better; null if neither is
     * @param withBest for each scenario whether it may be the best, and its mean minus the best of the others; empty without a goal
     */
    public record Row(
            Metric metric,
            List<MetricResult> results,
            List<PairedDifference> differences,
            @Nullable Goal goal,
            List<WithBest> withBest) {

        /** Copies the lists. */
        public Row {
            results = List.copyOf(results);
            differences = List.copyOf(differences);
            withBest = List.copyOf(withBest);
        }

        private Row mattering(Matters from) {
            List<PairedDifference> judged = new ArrayList<>();
            differences.forEach(d -> judged.add(from.of(d, results.get(0).estimate())));
            return new Row(metric, results, judged, goal, withBest);
        }
    }

    /** Kind and joint confidence of the differences' intervals, and what is too small to matter, for people. */
    public String adjustment() {
        int others = labels.size() - 1;
        String kind = others == 1
                ? "paired t, 95%, common random numbers"
                : "paired t, common random numbers, 95% for the " + others
                        + " differences of a metric together (Bonferroni)";
        return matters.isGiven()
                ? kind + "; equal: the whole interval lies between -" + matters.text() + " and +" + matters.text()
                        + " of the mean of " + labels.get(0)
                : kind;
    }
}
