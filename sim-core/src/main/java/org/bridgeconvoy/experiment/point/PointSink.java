package org.bridgeconvoy.experiment.point;

/**
 * Takes the results of points one by one, whatever the order in which they ended: task by task, each in the order of its replications.
 *
 * @param <R> what a replication gives
 */
@FunctionalInterface
public interface PointSink<R> {

    /**
     * Takes the next result. Called from the threads that replicate, one call at a time, each seeing what the one before did. An
     * exception ends the run as that replication's failure.
     *
     * @param task place of the task in the list that is run, from 0
     * @param replication number of the replication
     * @param result what it gave
     */
    void accept(int task, int replication, R result);
}
