package org.bridgeconvoy.experiment;

/**
 * Takes the results of replications one by one, in the order of their numbers whatever the order in which they ended, so
 * that they can be written and forgotten while others still run.
 *
 * @param <R> what a replication gives
 */
@FunctionalInterface
public interface ResultSink<R> {

    /**
     * Takes the next result. Called from the threads that replicate, one call at a time, each seeing what the one before
     * did. An exception ends the experiment as that replication's failure.
     *
     * @param replication number of the replication, one more than in the call before
     * @param result what it gave
     */
    void accept(int replication, R result);
}
