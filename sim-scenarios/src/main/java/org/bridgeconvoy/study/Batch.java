package org.bridgeconvoy.study;

import java.util.List;
import java.util.function.IntFunction;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Progress;
import org.bridgeconvoy.experiment.point.PointTask;
import org.jspecify.annotations.Nullable;

/**
 * Replications to run, of one model or of many points.
 *
 * @param <R> what a replication gives
 * @param seed replication r of each point has the streams of this seed and r
 * @param tasks which replications of which points
 * @param models the model of each point by its number; called by several threads at once
 * @param names what a failure calls a point; null if there is one model and only the replication needs a name
 * @param progress hears of every replication that ends, over all tasks
 * @param recipe how another machine makes the same models; null if only this one can
 */
public record Batch<R>(
        long seed,
        List<PointTask> tasks,
        IntFunction<Model<R>> models,
        @Nullable IntFunction<String> names,
        Progress progress,
        @Nullable Recipe<R> recipe) {

    /** Copies the list. */
    public Batch {
        tasks = List.copyOf(tasks);
    }

    /**
     * Consecutive replications of one model.
     *
     * @param first number of the first, from 1
     * @param last number of the last
     */
    static <R> Batch<R> of(
            Model<R> model, long seed, int first, int last, Progress progress, @Nullable Recipe<R> recipe) {
        return new Batch<>(seed, List.of(new PointTask(0, first, last)), point -> model, null, progress, recipe);
    }
}
