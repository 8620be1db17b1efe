package org.bridgeconvoy.study;

import java.util.concurrent.Executor;

/**
 * Threads beside the one that asks, which take on work ahead of time. They are those of a command's {@link Workers}. What results
 * never depends on how many there are.
 */
public final class Helpers {

    /** No other thread: the caller does each piece of work when it asks for the result. */
    public static final Helpers NONE = new Helpers(work -> {}, false);

    private final Executor executor;
    private final boolean any;

    private Helpers(Executor executor, boolean any) {
        this.executor = executor;
        this.any = any;
    }

    /** Helpers on threads that somebody else ends. */
    static Helpers on(Executor executor) {
        return new Helpers(executor, true);
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
}
