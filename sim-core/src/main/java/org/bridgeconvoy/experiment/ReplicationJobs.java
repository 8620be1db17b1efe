package org.bridgeconvoy.experiment;

import java.util.Objects;
import java.util.function.IntFunction;
import org.bridgeconvoy.experiment.crew.Jobs;
import org.bridgeconvoy.random.Streams;

/** Consecutive replications of one model; job 0 is the first of them. */
record ReplicationJobs<R>(long seed, int first, int last, Progress progress, Model<R> model, ResultSink<R> sink)
        implements Jobs<R> {

    @Override
    public int count() {
        return last - first + 1;
    }

    @Override
    public IntFunction<R> newWorker() {
        Replicator<R> replicator =
                Objects.requireNonNull(model.newReplicator(), () -> "newReplicator gave null; the model is " + model);
        return job -> replicator.replicate(Streams.of(seed, first + job));
    }

    @Override
    public void ended(int done) {
        progress.replicationsDone(done, count());
    }

    @Override
    public void take(int job, R result) {
        sink.accept(first + job, result);
    }

    @Override
    public RuntimeException failure(int job, Throwable cause) {
        return new ReplicationException(first + job, seed, cause);
    }
}
