package org.bridgeconvoy.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that a helping thread may do before its result is asked for, see {@link Helpers}. The caller does the work itself if no thread has
 * begun it. So it is done exactly once with any number of helpers, even with none, and no caller ever waits for a helper to become free.
 *
 * @param <T> what the work results in
 */
public final class Ahead<T> {

    /**
     * The work; it must not depend on the thread that does it.
     *
     * @param <T> what it results in
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T done() throws IOException;
    }

    private final FutureTask<T> task;

    Ahead(Work<T> work) {
        task = new FutureTask<>(work::done);
    }

    /** Does the work, unless another thread has begun it. */
    void begin() {
        task.run();
    }

    /**
     * The result, when it is there.
     *
     * @throws IOException if the work failed so; other failures of it are thrown as they are
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
     * All results in order. This thread does all work that no other thread has begun, from the last to the first; once this method returns
     * or throws, no work is under way.
     *
     * @throws IOException if something failed, the first failure in the order of the list; others too, as in {@link #get}
     */
    public static <T> List<T> all(List<Ahead<T>> works) throws IOException {
        for (int i = works.size() - 1; i >= 0; i--) {
            works.get(i).begin();
        }
        works.forEach(Ahead::await);
        List<T> results = new ArrayList<>();
        for (Ahead<T> work : works) {
            results.add(work.get());
        }
        return results;
    }

    private void await() {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // The caller that asks for the result gets the failure.
        }
    }

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
