package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;

/**
 * Candidates with normal outputs of known means.
 *
 * @param seed of all random numbers
 * @param means expected value of each output of each candidate
 * @param sds standard deviation of the outputs of each candidate
 * @param correlation between candidates, of one output in one replication; 0 without common random numbers
 */
record NormalCandidates(long seed, double[][] means, double[] sds, double correlation) implements PointRunner {

    @Override
    public List<double[][]> run(List<PointTask> tasks) {
        List<double[][]> results = new ArrayList<>();
        for (PointTask task : tasks) {
            double[][] rows = new double[task.replications()][];
            for (int r = task.first(); r <= task.last(); r++) {
                rows[r - task.first()] = row(task.point(), r);
            }
            results.add(rows);
        }
        return results;
    }

    private double[] row(int candidate, int replication) {
        double[] row = new double[means[candidate].length];
        for (int i = 0; i < row.length; i++) {
            double shared = normal(seed, replication, -1 - i);
            double own = normal(seed, replication, 1000L * i + candidate);
            double z = Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * own;
            row[i] = means[candidate][i] + sds[candidate] * z;
        }
        return row;
    }

    private static double normal(long seed, int replication, long stream) {
        long mixed = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + replication).nextLong()
                ^ stream * 0xD1B54A32D192ED03L;
        SplittableRandom random = new SplittableRandom(new SplittableRandom(mixed).nextLong());
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
