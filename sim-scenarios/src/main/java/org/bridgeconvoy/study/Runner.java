package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.point.PointSink;

/**
 * Where replications run: on the threads of this machine, or elsewhere. Whatever runs replications does so through the runner of its {@link
 * Workers}. Results never depend on the runner: replication r of a point draws from {@code Streams.of(seed, r)} wherever it runs.
 */
@FunctionalInterface
public interface Runner {

    /**
     * Runs the replications of a batch and hands on each result as soon as those before it have been handed on.
     *
     * @param <R> what a replication gives
     * @param batch what to run
     * @param sink takes the results, task by task, each in the order of its replications
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails: that of the lowest task and number that does; the
     *     sink has had all results before it
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; the sink has had the results up to some
     *     replication without a gap
     */
    <R> void run(Batch<R> batch, PointSink<R> sink);

    /** Lets go what this runner holds beside the threads. */
    default void close() {}
}
