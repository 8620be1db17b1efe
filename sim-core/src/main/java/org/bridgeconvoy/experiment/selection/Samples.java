package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;

/** What has been observed of each candidate: some columns, each with its replications from number 1 on. */
final class Samples {

    /** A column: which output, and what of it is averaged. */
    record Column(int output, DoubleUnaryOperator observed) {}

    /** Equal numbers of two candidates may be chance where there are few numbers to choose from, such as counts; with this number of different ones they are not. */
    static final int VARIETY = 4;

    private final PointRunner runner;
    private final List<Column> columns;
    private final double[][][] values;
    private final int[] n;
    private final BitSet incomplete = new BitSet();
    private final int[] different;
    private long used;

    Samples(PointRunner runner, int candidates, List<Column> columns) {
        this.runner = runner;
        this.columns = List.copyOf(columns);
        this.values = new double[candidates][columns.size()][0];
        this.n = new int[candidates];
        this.different = new int[columns.size()];
    }

    /** How many replications it takes until each candidate has as many as it should. */
    long cost(Map<Integer, Integer> targets) {
        long cost = 0;
        for (Map.Entry<Integer, Integer> target : targets.entrySet()) {
            cost += Math.max(0, target.getValue() - n[target.getKey()]);
        }
        return cost;
    }

    /**
     * Runs candidates until each has as many replications as it should; all at once, so that a runner may use its threads.
     *
     * @param targets how many each should have, by candidate
     */
    void extend(SortedMap<Integer, Integer> targets) {
        List<PointTask> tasks = new ArrayList<>();
        targets.forEach((c, target) -> {
            if (n[c] < target) {
                tasks.add(new PointTask(c, n[c] + 1, target));
            }
        });
        if (tasks.isEmpty()) {
            return;
        }
        List<double[][]> results = runner.run(tasks);
        Arrays.fill(different, 0);
        for (int t = 0; t < tasks.size(); t++) {
            store(tasks.get(t), results.get(t));
        }
    }

    private void store(PointTask task, double[][] rows) {
        int c = task.point();
        if (rows.length != task.replications()) {
            throw new IllegalStateException("the runner gave " + rows.length + " replications for " + task);
        }
        for (int column = 0; column < columns.size(); column++) {
            Column what = columns.get(column);
            double[] all = Arrays.copyOf(values[c][column], task.last());
            for (int r = 0; r < rows.length; r++) {
                double value = what.observed().applyAsDouble(rows[r][what.output()]);
                all[task.first() - 1 + r] = value;
                if (Double.isNaN(value) || Double.isInfinite(value)) {
                    incomplete.set(c);
                }
            }
            values[c][column] = all;
        }
        n[c] = task.last();
        used += rows.length;
    }

    /** Whether a replication of a candidate gave no number for a mean. */
    boolean isIncomplete(int candidate) {
        return incomplete.get(candidate);
    }

    int n(int candidate) {
        return n[candidate];
    }

    /** Replications of all candidates. */
    long used() {
        return used;
    }

    /** A column of a candidate, all replications; not for one that has none. */
    Sample of(int candidate, int column) {
        return Sample.of(values[candidate][column], n[candidate]);
    }

    /**
     * How many candidates differ in a column. Those that gave the same numbers in all replications that both have count as one, if {@link #VARIETY} of these
     * numbers are different: values from a continuous distribution either agree always or never. One that never ran, or without a number, counts as
     * different.
     */
    int different(int column) {
        if (different[column] == 0) {
            different[column] = countDifferent(column);
        }
        return different[column];
    }

    private int countDifferent(int column) {
        double[][] sorted = IntStream.range(0, n.length)
                .filter(c -> n[c] > 0 && !isIncomplete(c))
                .mapToObj(c -> values[c][column])
                .sorted(Arrays::compare)
                .toArray(double[][]::new);
        int count = n.length;
        for (int i = 1; i < sorted.length; i++) {
            // In this order a beginning of other sequences comes directly before one of them.
            if (isSame(sorted[i - 1], sorted[i])) {
                count--;
            }
        }
        return count;
    }

    /** Whether two candidates gave the same numbers in a column, in all replications that both have, so that they count as one. */
    boolean areSame(int candidate, int other, int column) {
        return isSame(values[candidate][column], values[other][column]);
    }

    private static boolean isSame(double[] values, double[] others) {
        int both = Math.min(values.length, others.length);
        return Arrays.equals(values, 0, both, others, 0, both)
                && Arrays.stream(values, 0, both).distinct().limit(VARIETY).count() == VARIETY;
    }

    /** Mean of a column with its own 95% interval; no data if a value is infinite. */
    Estimate estimate(int candidate, int column) {
        double[] all = values[candidate][column];
        return Arrays.stream(all).anyMatch(Double::isInfinite) ? Estimate.NONE : Estimate.of(all);
    }

    /** Paired differences of two candidates in a column, over the replications that both have. */
    Sample difference(int candidate, int from, int column) {
        return Sample.ofDifferences(values[candidate][column], values[from][column], Math.min(n[candidate], n[from]));
    }
}
