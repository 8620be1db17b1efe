package org.bridgeconvoy.experiment.point;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Progress;
import org.bridgeconvoy.experiment.crew.Crew;

/**
 * Replications of many models on the threads of one machine, with common random numbers: replication r of every point has the streams
 * {@code Streams.of(seed, r)}. All threads are busy over all points, also where each point has few replications. Results are the same
 * with any number of threads, and replication r of a point is the same alone or among others.
 *
 * <p>Immutable and thread-safe. Without {@link #on} everything runs on the calling thread. Interrupts end it as they end an {@link
 * org.bridgeconvoy.experiment.Experiment}.
 *
 * @param <R> what a replication gives
 */
public final class PointExperiment<R> {
    private static final Executor CALLER = Runnable::run;

    private final long seed;
    private final IntFunction<Model<R>> models;
    private final IntFunction<String> names;
    private final Executor executor;
    private final int threads;
    private final Progress progress;

    /**
     * Points on the calling thread.
     *
     * @param seed any value; equal seeds give equal results
     * @param models the model of each point by its number; called by several threads at once, and again for a point whose replications
     *     several threads share, so it may make the model anew each time or keep it
     */
    public PointExperiment(long seed, IntFunction<Model<R>> models) {
        this(seed, models, point -> "point " + point, CALLER, 1, Progress.NONE);
    }

    private PointExperiment(
            long seed,
            IntFunction<Model<R>> models,
            IntFunction<String> names,
            Executor executor,
            int threads,
            Progress progress) {
        this.seed = seed;
        this.models = models;
        this.names = names;
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * A copy that runs on several threads. The calling thread replicates too, so an executor that is busy or small makes it slower and
     * never stops it.
     *
     * @param executor where up to {@code threads - 1} tasks are handed in; not shut down
     * @param threads how many replications may run at once, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if threads is below 1
     */
    public PointExperiment<R> on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
        return new PointExperiment<>(seed, models, names, executor, threads, progress);
    }

    /**
     * A copy that tells a listener of its progress.
     *
     * @param progress hears of every replication that ends, over all tasks of a run
     * @return a changed copy
     */
    public PointExperiment<R> reporting(Progress progress) {
        return new PointExperiment<>(seed, models, names, executor, threads, progress);
    }

    /**
     * A copy whose failures name a point in the caller's words, for example with the values that make it.
     *
     * @param names the name of each point by its number, as in {@code replication 7 of world 4 (trucks=100) failed}; without this, {@code point 3}
     * @return a changed copy
     */
    public PointExperiment<R> naming(IntFunction<String> names) {
        return new PointExperiment<>(seed, models, names, executor, threads, progress);
    }

    /**
     * The seed.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * Runs tasks and hands on each result as soon as those before it have been handed on.
     *
     * @param tasks what to run; at most 2<sup>31</sup> − 1 replications in all
     * @param sink takes the results
     * @throws IllegalArgumentException if there are more replications than that
     * @throws PointException if a replication fails: that of the lowest task and number that does; the sink has had all results before it
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; the sink has had the results up to some
     *     replication without a gap
     */
    public void run(List<PointTask> tasks, PointSink<R> sink) {
        if (!tasks.isEmpty()) {
            new Crew<>(new PointJobs<>(seed, models, names, List.copyOf(tasks), threads, progress, sink))
                    .work(executor, threads);
        }
    }

    @Override
    public String toString() {
        return "replications of points with seed " + seed;
    }
}
