package org.bridgeconvoy.experiment;

/** Hears how far an experiment has come. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (done, planned) -> {};

    /**
     * A replication has ended. Called from the threads that replicate, one call at a time; must return at once.
     *
     * @param done replications that have ended, growing by one from call to call
     * @param planned replications that are planned as far as is known
     */
    void replicationsDone(int done, int planned);
}
