package org.bridgeconvoy.experiment;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one experiment at work. Numbers are handed out in order, so when one fails, all below it have been handed
 * out and run to their end: the lowest failure, and the results before it, do not depend on the threads.
 *
 * <p>All fields but the final ones are guarded by this object's lock, which is taken a few times per replication.
 */
final class ReplicationCrew<R> {
    private final long seed;
    private final int first;
    private final int last;
    private final Progress progress;
    private final Model<R> model;
    private final ResultSink<R> sink;

    /** Threads with a replication under way. An interrupt of one of them interrupts all. */
    private final Set<Thread> underWay = new HashSet<>();

    /**
     * Threads that this crew interrupted. Their interrupt flag is cleared before they leave the crew: their owner did not interrupt them.
     */
    private final Set<Thread> interrupted = new HashSet<>();

    /** Results that must wait for a result of a lower number. */
    private final TreeMap<Integer, R> early = new TreeMap<>();

    private int nextToRun;
    private int nextToHandOn;
    private int running;
    private int done;
    private boolean stopped;
    private boolean cancelled;
    private int failedReplication = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    ReplicationCrew(long seed, int first, int last, Progress progress, Model<R> model, ResultSink<R> sink) {
        this.seed = seed;
        this.first = first;
        this.last = last;
        this.progress = progress;
        this.model = model;
        this.sink = sink;
        nextToRun = first;
        nextToHandOn = first;
    }

    /** Runs all replications, helped by up to threads − 1 tasks on the executor. */
    void work(Executor executor, int threads) {
        int helpers = Math.min(threads - 1, last - first);
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(() -> replicate(false));
            }
        } catch (RejectedExecutionException full) {
            // Fewer helpers than wished for; this thread does what they do not.
        } catch (RuntimeException | Error broken) {
            stop();
            awaitHelpers();
            throw broken;
        }
        boolean isInterrupted = replicate(true);
        isInterrupted |= awaitHelpers();
        finish(isInterrupted);
    }

    private synchronized void finish(boolean isInterrupted) {
        Throwable cause = failure;
        if (cause != null) {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            throw new ReplicationException(failedReplication, seed, cause);
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (cancelled && nextToHandOn <= last) {
            throw new CancellationException(
                    "interrupted after " + (nextToHandOn - first) + " of " + (last - first + 1) + " replications");
        }
    }

    /** Replicates until there is nothing left; true if the calling thread was interrupted. */
    @SuppressWarnings("CatchingUnchecked") // A replication may fail in any way; its number must be told.
    private boolean replicate(boolean caller) {
        Replicator<R> replicator = null;
        while (true) {
            if (caller && Thread.interrupted()) {
                cancel();
                return true;
            }
            int replication = take();
            if (replication == 0) {
                return false;
            }
            try {
                if (replicator == null) {
                    replicator = Objects.requireNonNull(
                            model.newReplicator(), () -> "newReplicator gave null; the model is " + model);
                }
                give(replication, replicator.replicate(Streams.of(seed, replication)));
            } catch (Throwable cause) {
                if (cause instanceof CancellationException
                        && Thread.currentThread().isInterrupted()) {
                    cancel();
                } else {
                    fail(replication, cause);
                }
            } finally {
                release();
            }
        }
    }

    /** Takes the number of the next replication to run; 0 if there is none. */
    private synchronized int take() {
        if (stopped || nextToRun > last) {
            return 0;
        }
        running++;
        underWay.add(Thread.currentThread());
        return nextToRun++;
    }

    /** Takes a result, and hands on all results that no lower number holds up. */
    private synchronized void give(int replication, R result) {
        early.put(replication, result);
        done++;
        progress.replicationsDone(done, last - first + 1);
        Map.Entry<Integer, R> next = early.firstEntry();
        while (next != null && next.getKey() == nextToHandOn && nextToHandOn < failedReplication) {
            early.remove(nextToHandOn);
            try {
                sink.accept(nextToHandOn, next.getValue());
            } catch (RuntimeException | Error cause) {
                fail(nextToHandOn, cause);
                return;
            }
            nextToHandOn++;
            next = early.firstEntry();
        }
    }

    private synchronized void fail(int replication, Throwable cause) {
        stopped = true;
        // A model that this crew interrupted may fail in its own way: that is no failure of the experiment.
        if (replication < failedReplication && !interrupted.contains(Thread.currentThread())) {
            failedReplication = replication;
            failure = cause;
        }
    }

    private synchronized void stop() {
        stopped = true;
    }

    /** Ends this thread's replication. */
    private synchronized void release() {
        running--;
        underWay.remove(Thread.currentThread());
        if (interrupted.remove(Thread.currentThread())) {
            Thread.interrupted();
        }
        notifyAll();
    }

    /**
     * Ends the experiment after an interrupt of this thread: no replication begins any more, and those on other threads are interrupted.
     */
    private synchronized void cancel() {
        stopped = true;
        cancelled = true;
        for (Thread other : underWay) {
            if (other != Thread.currentThread() && interrupted.add(other)) {
                other.interrupt();
            }
        }
    }

    /** Waits for the replications under way on other threads; true if this thread was interrupted meanwhile. */
    private synchronized boolean awaitHelpers() {
        boolean wasInterrupted = false;
        while (running > 0) {
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
