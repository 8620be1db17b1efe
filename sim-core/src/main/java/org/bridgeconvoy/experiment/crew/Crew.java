package org.bridgeconvoy.experiment.crew;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one experiment at work. Jobs are handed out in shares of consecutive numbers, in their order. When a job fails, those
 * below it have been handed out and run to their end, and none above it begins: the lowest failure, and the results before it, do not
 * depend on the threads.
 *
 * <p>All fields but the final ones are guarded by this object's lock, which is taken a few times per job.
 *
 * @param <R> what a job gives
 */
public final class Crew<R> {
    private final Jobs<R> jobs;
    private final int count;

    /** Threads with a job under way. An interrupt of one of them interrupts all. */
    private final Set<Thread> underWay = new HashSet<>();

    /**
     * Threads that this crew interrupted. Their interrupt flag is cleared before they leave the crew: their owner did not interrupt them.
     */
    private final Set<Thread> interrupted = new HashSet<>();

    /** Results that must wait for a result of a lower number. */
    private final TreeMap<Integer, R> early = new TreeMap<>();

    private int nextToHandOut;
    private int nextToTake;
    private int done;

    /** How many threads hold a share; their jobs may be under way. */
    private int holders;

    /** Whether nothing further is to begin, a failure or not. */
    private boolean cancelled;

    private int failedJob = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    /**
     * A crew for some jobs.
     *
     * @param jobs what there is to do
     */
    public Crew(Jobs<R> jobs) {
        this.jobs = jobs;
        this.count = jobs.count();
    }

    /** The share of one thread that is not yet begun. */
    private static final class Share {
        private int next;
        private int end;
    }

    /**
     * Does all jobs on the calling thread, helped by others. When it returns or throws, no job is under way any more.
     *
     * @param executor takes up to threads − 1 tasks
     * @param threads how many jobs may be under way at once, at least 1
     * @throws CancellationException if the calling thread or one of the helpers is interrupted
     */
    public void work(Executor executor, int threads) {
        int helpers = Math.min(threads - 1, count - 1);
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(() -> work(false));
            }
        } catch (RejectedExecutionException full) {
            // Fewer helpers than wished for; this thread does what they do not.
        } catch (RuntimeException | Error broken) {
            stop();
            awaitHelpers();
            throw broken;
        }
        boolean isInterrupted = work(true);
        isInterrupted |= awaitHelpers();
        finish(isInterrupted);
    }

    private synchronized void finish(boolean isInterrupted) {
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable cause = failure;
        if (cause != null) {
            throw jobs.failure(failedJob, cause);
        }
        if (cancelled && nextToTake < count) {
            throw new CancellationException("interrupted after " + nextToTake + " of " + count + " replications");
        }
    }

    /** Works until there is nothing left; true if the calling thread was interrupted. */
    @SuppressWarnings("CatchingUnchecked") // A job may fail in any way; its number must be told.
    private boolean work(boolean caller) {
        IntFunction<R> worker = null;
        Share share = new Share();
        while (true) {
            if (caller && Thread.interrupted()) {
                cancel();
                next(share);
                return true;
            }
            int job = next(share);
            if (job < 0) {
                return false;
            }
            try {
                if (worker == null) {
                    worker = jobs.newWorker();
                }
                give(job, worker.apply(job));
            } catch (Throwable cause) {
                if (cause instanceof CancellationException
                        && Thread.currentThread().isInterrupted()) {
                    cancel();
                } else {
                    fail(job, cause);
                }
            } finally {
                release();
            }
        }
    }

    /** The number of the next job of a thread; -1 if there is none, and the thread then holds no share. */
    private synchronized int next(Share share) {
        if (share.next == share.end && share.end > 0) {
            drop(share);
        }
        if (share.end == 0 && isOpen() && nextToHandOut < count) {
            share.next = nextToHandOut;
            share.end = Math.min(count, jobs.shareEnd(nextToHandOut));
            nextToHandOut = share.end;
            holders++;
        }
        if (share.end == 0) {
            return -1;
        }
        // After a failure only what lies below it is still worth doing.
        if (cancelled || share.next > failedJob) {
            drop(share);
            return -1;
        }
        underWay.add(Thread.currentThread());
        return share.next++;
    }

    private boolean isOpen() {
        return !cancelled && failure == null;
    }

    private void drop(Share share) {
        share.next = 0;
        share.end = 0;
        holders--;
        notifyAll();
    }

    /** Takes a result, and hands on all results that no lower number holds up. */
    private synchronized void give(int job, R result) {
        early.put(job, result);
        done++;
        jobs.ended(done);
        Map.Entry<Integer, R> next = early.firstEntry();
        while (next != null && next.getKey() == nextToTake && nextToTake < failedJob) {
            early.remove(nextToTake);
            try {
                jobs.take(nextToTake, next.getValue());
            } catch (RuntimeException | Error cause) {
                fail(nextToTake, cause);
                return;
            }
            nextToTake++;
            next = early.firstEntry();
        }
    }

    private synchronized void fail(int job, Throwable cause) {
        // A job that this crew interrupted may fail in its own way: that is no failure of the whole.
        if (job < failedJob && !interrupted.contains(Thread.currentThread())) {
            failedJob = job;
            failure = cause;
        }
    }

    private synchronized void stop() {
        cancelled = true;
    }

    /** Ends this thread's job. */
    private synchronized void release() {
        underWay.remove(Thread.currentThread());
        if (interrupted.remove(Thread.currentThread())) {
            Thread.interrupted();
        }
    }

    /** Ends the work after an interrupt of this thread: no job begins any more, and those on other threads are interrupted. */
    private synchronized void cancel() {
        cancelled = true;
        for (Thread other : underWay) {
            if (other != Thread.currentThread() && interrupted.add(other)) {
                other.interrupt();
            }
        }
    }

    /** Waits for the jobs under way on other threads; true if this thread was interrupted meanwhile. */
    private synchronized boolean awaitHelpers() {
        boolean wasInterrupted = false;
        while (holders > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                wasInterrupted = true;
                cancel();
            }
        }
        return wasInterrupted;
    }
}
