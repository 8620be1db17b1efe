package org.bridgeconvoy.study;

import java.util.concurrent.atomic.AtomicLong;

/** Counts replications for a progress bar. Thread-safe. */
final class Work {

    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    Work(Progress progress) {
        this.progress = progress;
    }

    /** More replications are to come. */
    void expect(long replications) {
        total.addAndGet(replications);
    }

    /** As many of as many are done as given here, counted anew. */
    void at(long reached, long planned) {
        done.set(reached);
        total.set(planned);
        progress.at(reached, planned);
    }

    /** A replication has ended. */
    void oneDone() {
        progress.at(done.incrementAndGet(), total.get());
    }
}
