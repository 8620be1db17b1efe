package org.bridgeconvoy.study.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;

/**
 * Runs combinations, and gives for each goal and each bound of the question its value. A replication that does not clear counts as the
 * horizon, but in a share it meets no bound.
 */
final class Outputs implements PointRunner {

    private final Candidates candidates;
    private final PointRunner worlds;
    private final int[] columns;
    private final boolean[] clears;
    private final double horizonDays;
    private final Map<Integer, Integer> notCleared = new TreeMap<>();

    /**
     * Outputs of a question.
     *
     * @param worlds gives each metric once, in the order of {@code metrics}
     * @param metrics all metrics of the question, each once
     */
    Outputs(Question question, Candidates candidates, PointRunner worlds, List<String> metrics, double horizonDays) {
        this.candidates = candidates;
        this.worlds = worlds;
        this.horizonDays = horizonDays;
        List<String> uses = question.metrics();
        columns = uses.stream().mapToInt(metrics::indexOf).toArray();
        clears = new boolean[columns.length];
        int wishes = question.wishes().size();
        for (int i = 0; i < columns.length; i++) {
            boolean isShare = i >= wishes && question.suchThat().get(i - wishes).isShare();
            clears[i] = !isShare
                    && Metric.find(uses.get(i))
                            .filter(m -> m.family() == MetricFamily.DAYS_TO_CLEAR)
                            .isPresent();
        }
    }

    @Override
    public List<double[][]> run(List<PointTask> tasks) {
        Iterator<double[]> found = worlds.run(candidates.ofWorlds(tasks)).stream()
                .flatMap(Arrays::stream)
                .iterator();
        List<double[][]> results = new ArrayList<>();
        for (PointTask task : tasks) {
            double[][] rows = new double[task.replications()][];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = row(task.point(), found.next());
            }
            results.add(rows);
        }
        return results;
    }

    private double[] row(int point, double[] metrics) {
        double[] row = new double[columns.length];
        boolean cleared = true;
        for (int i = 0; i < row.length; i++) {
            double value = metrics[columns[i]];
            boolean never = clears[i] && Double.isNaN(value);
            cleared &= !never;
            row[i] = never ? horizonDays : value;
        }
        if (!cleared) {
            notCleared.merge(point, 1, Integer::sum);
        }
        return row;
    }

    /** Replications of a combination that counted as the horizon. */
    int notCleared(int point) {
        return notCleared.getOrDefault(point, 0);
    }
}
