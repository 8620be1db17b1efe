package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.crew.Crew;
import org.bridgeconvoy.random.Streams;

/**
 * Replications of a model: each with random streams of its own, which depend on the seed and the replication's number
 * only. Results come in the order of the numbers and are the same with any number of threads.
 *
 * <pre>{@code
 * Estimate mean = new Experiment(7, 30).estimate(BorderModel::meanTripMinutes);
 *
 * List<Result> results = new Experiment(7, 30).on(executor, 4).run(model);
 * }</pre>
 *
 * <p>Immutable and thread-safe. Without {@link #on} everything runs on the calling thread.
 *
 * <p>Interrupting the calling thread, or one of the executor's at work for it, ends an experiment early: no further replication
 * begins, those under way end soon, and {@link java.util.concurrent.CancellationException} is thrown, with the interrupt flag of
 * the calling thread still set if that was interrupted. A replication ends soon if it fires events of a {@link
 * org.bridgeconvoy.engine.Simulation} or looks at the interrupt flag itself and throws the same exception; otherwise it runs to
 * its end.
 * When a method of this class returns or throws, no replication is running any more.
 */
public final class Experiment {
    private static final Executor CALLER = Runnable::run;

    private final long seed;
    private final int first;
    private final int last;
    private final Executor executor;
    private final int threads;
    private final Progress progress;

    /**
     * Replications 1 to n on the calling thread.
     *
     * @param seed any value; equal seeds give equal results
     * @param replications how many, at least 1
     * @throws IllegalArgumentException if replications is below 1
     */
    public Experiment(long seed, int replications) {
        this(seed, 1, replications, CALLER, 1, Progress.NONE);
        if (replications < 1) {
            throw new IllegalArgumentException("replications must be >= 1, got " + replications);
        }
    }

    private Experiment(long seed, int first, int last, Executor executor, int threads, Progress progress) {
        this.seed = seed;
        this.first = first;
        this.last = last;
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * A copy that runs some of the replications only. Each gives what it gives among all.
     *
     * @param first number of the first, at least 1
     * @param last number of the last, at least the first
     * @return a changed copy
     * @throws IllegalArgumentException if the numbers are not as said
     */
    public Experiment withReplications(int first, int last) {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("1 <= first <= last is needed, got " + first + " to " + last);
        }
        return new Experiment(seed, first, last, executor, threads, progress);
    }

    /**
     * A copy that runs on several threads. The calling thread replicates too, so an executor that is busy or small
     * makes it slower and never stops it; it may even be the one on which the caller runs.
     *
     * @param executor where up to {@code threads - 1} tasks are handed in; not shut down
     * @param threads how many replications may run at once, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if threads is below 1
     */
    public Experiment on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
        return new Experiment(seed, first, last, executor, threads, progress);
    }

    /**
     * A copy that tells a listener of its progress.
     *
     * @param progress hears of every replication that ends
     * @return a changed copy
     */
    public Experiment reporting(Progress progress) {
        return new Experiment(seed, first, last, executor, threads, progress);
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
     * How many replications are run.
     *
     * @return at least 1
     */
    public int replications() {
        return last - first + 1;
    }

    /**
     * Runs the replications.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator
     * @return the results in the order of the replications' numbers
     * @throws ReplicationException if a replication fails: the one of the lowest number that does
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <R> List<R> run(Model<R> model) {
        List<R> results = new ArrayList<>(replications());
        run(model, (replication, result) -> results.add(result));
        return Collections.unmodifiableList(results);
    }

    /**
     * Runs the replications and hands on each result as soon as those before it have been handed on.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator
     * @param sink takes the results in the order of the replications' numbers
     * @throws ReplicationException if a replication fails: the one of the lowest number that does; the sink has had all
     *     results before it
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; the sink has had the
     *     results up to some number without a gap
     */
    public <R> void run(Model<R> model, ResultSink<R> sink) {
        new Crew<>(new ReplicationJobs<>(seed, first, last, progress, model, sink)).work(executor, threads);
    }

    /**
     * Estimates one number of a model's results.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator
     * @param metric the number of interest; NaN if there was nothing to observe
     * @return the mean over the replications and its interval
     * @throws ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <R> Estimate estimate(Model<R> model, ToDoubleFunction<R> metric) {
        return Estimate.of(values(model, metric));
    }

    /**
     * One number of a model's results in each replication, to be compared with those of a variant: with the same seed they
     * share their random numbers, and {@link Comparison} pairs them.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator
     * @param metric the number of interest; NaN if there was nothing to observe
     * @return one value for each replication, in the order of their numbers
     * @throws ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <R> double[] values(Model<R> model, ToDoubleFunction<R> metric) {
        double[] values = new double[replications()];
        run(model, (replication, result) -> values[replication - first] = metric.applyAsDouble(result));
        return values;
    }

    /**
     * Estimates one number.
     *
     * @param metric runs one replication with the streams it is given; must not keep state between calls if more than
     *     one thread is used; NaN if there was nothing to observe
     * @return the mean over the replications and its interval
     * @throws ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate estimate(ToDoubleFunction<Streams> metric) {
        return Estimate.of(run(() -> (Replicator<Double>) metric::applyAsDouble));
    }

    /**
     * Runs replications in batches until the metric is known well enough or the cap is reached. How many this experiment
     * was made with does not matter; replication r is the same as in any other run of the seed.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator; made anew for every batch
     * @param metric the number of interest; NaN if there was nothing to observe
     * @param precision when to stop
     * @param sink takes the results in the order of the replications' numbers
     * @return the estimate from all replications and whether the precision was reached
     * @throws ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <R> PreciseEstimate runUntil(
            Model<R> model, ToDoubleFunction<R> metric, Precision precision, ResultSink<R> sink) {
        List<Double> values = new ArrayList<>();
        return runUntil(
                model,
                precision,
                (replication, result) -> {
                    values.add(metric.applyAsDouble(result));
                    sink.accept(replication, result);
                },
                () -> Estimate.of(values));
    }

    /**
     * Runs replications in batches until several metrics are known well enough. A metric asks for more replications until its precision or its
     * cap is reached; the batches go on until none asks. A metric that shows no spread, such as one that was 0 in every replication, goes to
     * its cap.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator; made anew for every batch
     * @param wanted the metrics, at least one
     * @param sink takes the results in the order of the replications' numbers
     * @return for each metric, in order, the estimate from all replications and whether its precision was reached
     * @throws IllegalArgumentException if there is no metric
     * @throws ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <R> List<PreciseEstimate> runUntil(Model<R> model, List<PreciseMetric<R>> wanted, ResultSink<R> sink) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("at least one metric is needed, got none");
        }
        List<List<Double>> values = new ArrayList<>();
        wanted.forEach(w -> values.add(new ArrayList<>()));
        int done = 0;
        int target =
                wanted.stream().mapToInt(w -> w.precision().firstBatch()).max().orElseThrow();
        List<PreciseEstimate> known = new ArrayList<>();
        while (target > done) {
            batch(model, done, target, (replication, result) -> {
                for (int i = 0; i < wanted.size(); i++) {
                    values.get(i).add(wanted.get(i).metric().applyAsDouble(result));
                }
                sink.accept(replication, result);
            });
            done = target;
            known.clear();
            for (int i = 0; i < wanted.size(); i++) {
                Precision precision = wanted.get(i).precision();
                PreciseEstimate estimate = new PreciseEstimate(Estimate.of(values.get(i)), precision, done);
                known.add(estimate);
                if (!estimate.reached() && done < precision.maxReplications()) {
                    target = Math.max(target, precision.nextTarget(estimate.estimate(), done));
                }
            }
        }
        return List.copyOf(known);
    }

    private <R> void batch(Model<R> model, int before, int planned, ResultSink<R> sink) {
        withReplications(before + 1, planned)
                .reporting((more, of) -> progress.replicationsDone(before + more, planned))
                .run(model, sink);
    }

    /**
     * Runs replications in batches until something that is estimated from all of them is known well enough or the cap is
     * reached: a percentile of all observations, for example.
     *
     * @param <R> what a replication gives
     * @param model gives each thread its own replicator; made anew for every batch
     * @param precision when to stop
     * @param sink takes the results in the order of the replications' numbers
     * @param known the estimate from what the sink has had, asked for after each batch; its {@code n} is the number of
     *     replications
     * @return the last estimate and whether the precision was reached
     * @throws ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <R> PreciseEstimate runUntil(
            Model<R> model, Precision precision, ResultSink<R> sink, Supplier<Estimate> known) {
        return precision.reach((first, last) -> batch(model, first - 1, last, sink), known);
    }

    @Override
    public String toString() {
        return "replications " + first + " to " + last + " with seed " + seed;
    }
}
