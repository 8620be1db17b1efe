package org.bridgeconvoy.experiment.point;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Progress;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.crew.Jobs;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/**
 * The replications of tasks, one job each, task after task.
 *
 * <p>A share of a thread lies within one task, so that its replicator is made once for it. Its size falls with what is left (guided
 * self-scheduling, Polychronopoulos and Kuck 1987), so that the threads end together.
 */
final class PointJobs<R> implements Jobs<R> {

    /** Shares that are left for each thread when one is cut off: the last are small beside the whole. */
    private static final int SHARES_LEFT = 4;

    private final long seed;
    private final IntFunction<Model<R>> models;
    private final IntFunction<String> names;
    private final List<PointTask> tasks;
    private final int threads;
    private final Progress progress;
    private final PointSink<R> sink;

    /** The first job of each task, and behind the last the number of jobs. */
    private final int[] begins;

    PointJobs(
            long seed,
            IntFunction<Model<R>> models,
            IntFunction<String> names,
            List<PointTask> tasks,
            int threads,
            Progress progress,
            PointSink<R> sink) {
        this.seed = seed;
        this.models = models;
        this.names = names;
        this.tasks = tasks;
        this.threads = threads;
        this.progress = progress;
        this.sink = sink;
        begins = new int[tasks.size() + 1];
        long jobs = 0;
        for (int i = 0; i < tasks.size(); i++) {
            jobs += tasks.get(i).replications();
            if (jobs > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("more than " + Integer.MAX_VALUE + " replications in one call");
            }
            begins[i + 1] = (int) jobs;
        }
    }

    @Override
    public int count() {
        return begins[tasks.size()];
    }

    @Override
    public int shareEnd(int from) {
        int share = threads == 1 ? count() : Math.max(1, (count() - from) / (SHARES_LEFT * threads));
        int left = begins[task(from) + 1] - from;
        return from + Math.min(share, left);
    }

    private int task(int job) {
        int found = Arrays.binarySearch(begins, job);
        return found >= 0 ? found : -found - 2;
    }

    private int replication(int job) {
        int task = task(job);
        return tasks.get(task).first() + job - begins[task];
    }

    @Override
    public IntFunction<R> newWorker() {
        return new Worker();
    }

    /** Keeps the replicator of the last point. */
    private final class Worker implements IntFunction<R> {
        private int point = -1;
        private @Nullable Replicator<R> replicator;

        @Override
        public R apply(int job) {
            int of = tasks.get(task(job)).point();
            Replicator<R> known = replicator;
            if (known == null || of != point) {
                replicator = null;
                Model<R> model = Objects.requireNonNull(models.apply(of), "the points gave no model");
                known = Objects.requireNonNull(
                        model.newReplicator(), () -> "newReplicator gave null; the model is " + model);
                replicator = known;
                point = of;
            }
            return known.replicate(Streams.of(seed, replication(job)));
        }
    }

    @Override
    public void ended(int done) {
        progress.replicationsDone(done, count());
    }

    @Override
    public void take(int job, R result) {
        sink.accept(task(job), replication(job), result);
    }

    @Override
    public RuntimeException failure(int job, Throwable cause) {
        int point = tasks.get(task(job)).point();
        return new PointException(point, names.apply(point), replication(job), seed, cause);
    }
}
