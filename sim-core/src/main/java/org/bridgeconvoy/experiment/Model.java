package org.bridgeconvoy.experiment;

/**
 * Something that can be replicated. Immutable and shared by all threads.
 *
 * @param <R> what a replication gives
 */
@FunctionalInterface
public interface Model<R> {

    /**
     * A replicator for one thread, which reuses it, and the memory in it, for many replications.
     *
     * @return a new one for each call
     */
    Replicator<R> newReplicator();
}
