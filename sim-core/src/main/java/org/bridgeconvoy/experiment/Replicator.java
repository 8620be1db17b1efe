package org.bridgeconvoy.experiment;

import org.bridgeconvoy.random.Streams;

/**
 * Runs replications of a model, one after the other on one thread.
 *
 * @param <R> what a replication gives; immutable
 */
@FunctionalInterface
public interface Replicator<R> {

    /**
     * Runs one replication. The result depends on the model and the streams only, not on what ran before.
     *
     * @param streams the random numbers of the replication: its seed and number
     * @return what the replication gives
     */
    R replicate(Streams streams);
}
