package org.bridgeconvoy.study;

import java.util.concurrent.Executor;

/**
 * Threads that do work ahead of time beside the calling thread. They belong to a command's {@link Workers}. Results never depend on their
 * number.
 */
public final class Helpers {

    /** No helper threads: the caller computes each result when it calls {@link SharedTask#get()}. */
    public static final Helpers NONE = new Helpers(work -> {}, false);

    private final Executor executor;
    private final boolean any;

    private Helpers(Executor executor, boolean any) {
        this.executor = executor;
        this.any = any;
    }

    /** Helpers on threads that another owner shuts down. */
    static Helpers on(Executor executor) {
        return new Helpers(executor, true);
    }

    /** Whether there is a helper thread. */
    public boolean any() {
        return any;
    }

    /** Queues work for the helpers, first come, first served. */
    public <T> SharedTask<T> offer(SharedTask.Work<T> work) {
        SharedTask<T> task = new SharedTask<>(work);
        executor.execute(task::begin);
        return task;
    }
}
