package org.bridgeconvoy.study;

import java.util.concurrent.Executor;

/**
 * Threads beside the one that asks, which take on work ahead of time. What results never depends on how many there are.
 */
public final class Helpers implements AutoCloseable {

    /** Nobody: all work is done by whoever asks for its result, when he asks. */
    public static final Helpers NONE = new Helpers(work -> {}, () -> {}, false);

    private final Executor executor;
    private final Runnable end;
    private final boolean any;

    private Helpers(Executor executor, Runnable end, boolean any) {
        this.executor = executor;
        this.end = end;
        this.any = any;
    }

    /** So many helping threads, which end with the command at the latest; none for 0. */
    public static Helpers of(int count) {
        if (count == 0) {
            return NONE;
        }
        Workers workers = Workers.of(count);
        return new Helpers(workers.pool(), workers::close, true);
    }

    /** Helpers that are someone else's threads. */
    static Helpers on(Executor executor) {
        return new Helpers(executor, () -> {}, true);
    }

    /** Whether there is one. */
    public boolean any() {
        return any;
    }

    /** Offers work, first come, first begun. */
    public <T> Ahead<T> offer(Ahead.Work<T> work) {
        Ahead<T> ahead = new Ahead<>(work);
        executor.execute(ahead::begin);
        return ahead;
    }

    /** Lets them go; what is under way is interrupted. */
    @Override
    public void close() {
        end.run();
    }
}
