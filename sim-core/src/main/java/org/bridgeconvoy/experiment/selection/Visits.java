package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;

/** The points that a search has visited, each with some replications and a score. */
final class Visits {

    /**
     * How good a point seems.
     *
     * @param violation by how much it misses its bounds, as shares of these; 0 if it misses none
     * @param gain mean of the objective, more is better
     */
    record Score(double violation, double gain) {

        static final Comparator<Score> BEST_FIRST = Comparator.comparingDouble(Score::violation)
                .thenComparing(Comparator.comparingDouble(Score::gain).reversed());

        boolean isBetter(Score than) {
            return BEST_FIRST.compare(this, than) < 0;
        }
    }

    private static final Score NONE = new Score(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private final Objective objective;
    private final List<Constraint> constraints;
    private final PointRunner runner;
    private final int each;
    private final SortedMap<Integer, Score> scores = new TreeMap<>();

    Visits(Objective objective, List<Constraint> constraints, PointRunner runner, int each) {
        this.objective = objective;
        this.constraints = constraints;
        this.runner = runner;
        this.each = each;
    }

    boolean has(int point) {
        return scores.containsKey(point);
    }

    int count() {
        return scores.size();
    }

    long replications() {
        return (long) scores.size() * each;
    }

    /** All visited points, ascending. */
    List<Integer> points() {
        return List.copyOf(scores.keySet());
    }

    /** Runs points that have not been visited, all at once. */
    void add(Collection<Integer> points) {
        List<PointTask> tasks = new ArrayList<>();
        for (int point : new TreeSet<>(points)) {
            if (!has(point)) {
                tasks.add(new PointTask(point, 1, each));
            }
        }
        List<double[][]> results = tasks.isEmpty() ? List.of() : runner.run(tasks);
        for (int t = 0; t < tasks.size(); t++) {
            scores.put(tasks.get(t).point(), score(results.get(t)));
        }
    }

    Score score(int point) {
        return scores.getOrDefault(point, NONE);
    }

    private Score score(double[][] rows) {
        double violation = 0;
        for (Constraint constraint : constraints) {
            violation += violation(constraint, mean(rows, constraint.output(), constraint));
        }
        double gain = 0;
        for (double[] row : rows) {
            gain += objective.sign() * row[objective.output()] / rows.length;
        }
        return Double.isNaN(violation) || Double.isNaN(gain) ? NONE : new Score(violation, gain);
    }

    private static double mean(double[][] rows, int output, Constraint constraint) {
        double mean = 0;
        for (double[] row : rows) {
            mean += constraint.observed(row[output]) / rows.length;
        }
        return mean;
    }

    private static double violation(Constraint constraint, double mean) {
        if (constraint.isShare()) {
            return Math.max(0, constraint.share() - mean);
        }
        double missed = constraint.relation().sign() * (constraint.bound() - mean);
        double size = Math.abs(constraint.bound());
        return Math.max(0, size > 0 ? missed / size : missed);
    }
}
