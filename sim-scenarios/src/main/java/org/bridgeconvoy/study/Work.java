package org.bridgeconvoy.study;

/** Counts the replications of a phase. Thread-safe. */
public final class Work {

    private final Progress progress;
    private final Progress.Phase phase;
    private long done;
    private long planned;

    /** Begins the phase. */
    public Work(Progress progress, Progress.Phase phase, long planned) {
        this.progress = progress;
        this.phase = phase;
        this.planned = planned;
        progress.at(phase, 0, planned);
    }

    /** A replication has ended. */
    public synchronized void oneDone() {
        done++;
        progress.at(phase, done, planned);
    }

    /** Some of the replications that are left will not be run. */
    public synchronized void drop(long replications) {
        planned -= replications;
        progress.at(phase, done, planned);
    }
}
