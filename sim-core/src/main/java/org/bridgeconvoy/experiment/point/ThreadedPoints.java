package org.bridgeconvoy.experiment.point;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Progress;

/**
 * Runs points of any model on the threads of this machine.
 *
 * <pre>{@code
 * PointRunner points = new ThreadedPoints(7, point -> new Border(servers[point])).on(executor, 4);
 * }</pre>
 *
 * <p>Immutable and thread-safe. Nothing is stored between calls; see {@link PointExperiment} for how they are run.
 */
public final class ThreadedPoints implements PointRunner {

    private final PointExperiment<double[]> points;

    /**
     * Points on the calling thread.
     *
     * @param seed any value; equal seeds give equal results
     * @param models the model of each point by its number, as for {@link PointExperiment}; a replication gives one value for each output,
     *     NaN where nothing was observed
     */
    public ThreadedPoints(long seed, IntFunction<Model<double[]>> models) {
        this(new PointExperiment<>(seed, models));
    }

    private ThreadedPoints(PointExperiment<double[]> points) {
        this.points = points;
    }

    /**
     * A copy that runs on several threads.
     *
     * @param executor where up to {@code threads - 1} tasks are handed in; not shut down
     * @param threads how many replications may run at once, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if threads is below 1
     */
    public ThreadedPoints on(Executor executor, int threads) {
        return new ThreadedPoints(points.on(executor, threads));
    }

    /**
     * A copy that tells a listener of its progress.
     *
     * @param progress hears of every replication that ends, over all tasks of a call
     * @return a changed copy
     */
    public ThreadedPoints reporting(Progress progress) {
        return new ThreadedPoints(points.reporting(progress));
    }

    @Override
    public List<double[][]> run(List<PointTask> tasks) {
        List<double[][]> results = new ArrayList<>(tasks.size());
        for (PointTask task : tasks) {
            results.add(new double[task.replications()][]);
        }
        points.run(
                tasks,
                (task, replication, row) ->
                        results.get(task)[replication - tasks.get(task).first()] = row);
        return List.copyOf(results);
    }

    @Override
    public String toString() {
        return points.toString();
    }
}
