package org.bridgeconvoy.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that a helper thread may do before its result is asked for, see {@link Helpers}. If no thread has begun it by then, the caller does
 * it. The work is therefore done exactly once with any number of helpers, even with none, and no caller waits for a helper to become free.
 *
 * @param <T> type of the result
 */
public final class SharedTask<T> {

    /**
     * The work; its result must not depend on the thread.
     *
     * @param <T> type of the result
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does the work and returns its result. */
        T done() throws IOException;
    }

    private final FutureTask<T> task;

    SharedTask(Work<T> work) {
        task = new FutureTask<>(work::done);
    }

    /** Does the work unless a thread has begun it; then this method returns at once. */
    void begin() {
        task.run();
    }

    /**
     * Returns the result: does the work, or waits for the thread that has begun it.
     *
     * @throws IOException if the work threw one, or if this thread is interrupted while it waits; other exceptions of the work pass
     *     unchanged
     */
    public T get() throws IOException {
        begin();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another thread was at work", e);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * Returns all results in order. The calling thread begins with the last piece of work and helpers with the first, so that they meet in
     * the middle. No work is under way once this method has returned or thrown.
     *
     * @throws IOException the first failure in the order of the list; other exceptions as in {@link #get}
     */
    public static <T> List<T> all(List<SharedTask<T>> works) throws IOException {
        for (int i = works.size() - 1; i >= 0; i--) {
            works.get(i).begin();
        }
        works.forEach(SharedTask::await);
        List<T> results = new ArrayList<>();
        for (SharedTask<T> work : works) {
            results.add(work.get());
        }
        return results;
    }

    /** Waits for the end of the work, also of one that fails. */
    private void await() {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // The caller that asks for the result gets the failure.
        }
    }

    /** The work's failure as the exception to throw; throws it itself if it is unchecked. */
    private static IOException failure(Throwable cause) {
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof IOException e ? e : new IOException(cause);
    }
}
