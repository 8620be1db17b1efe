package org.bridgeconvoy.study;

import java.util.concurrent.Executor;

/**
 * Threads that take on work ahead of time beside the calling thread. They belong to a command's {@link Workers}. Results never depend on
 * their number.
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

    /** Helpers on threads that another owner ends. */
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
