package org.bridgeconvoy.study;

import java.util.concurrent.Executor;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.point.PointExperiment;
import org.bridgeconvoy.experiment.point.PointSink;
import org.bridgeconvoy.experiment.point.PointTask;

/** Runs replications on threads of this machine, the calling one among them. */
record ThreadRunner(Executor pool, int threads) implements Runner {

    @Override
    public <R> void run(Batch<R> batch, PointSink<R> sink) {
        if (batch.names() != null) {
            new PointExperiment<>(batch.seed(), batch.models())
                    .naming(batch.names())
                    .on(pool, threads)
                    .reporting(batch.progress())
                    .run(batch.tasks(), sink);
            return;
        }
        PointTask task = batch.tasks().get(0);
        new Experiment(batch.seed(), task.replications())
                .withReplications(task.first(), task.last())
                .on(pool, threads)
                .reporting(batch.progress())
                .run(batch.models().apply(task.point()), (replication, result) -> sink.accept(0, replication, result));
    }
}
