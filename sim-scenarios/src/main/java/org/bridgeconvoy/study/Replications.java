package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;

/** Runs replications of a model in parallel and gives their results in the order of their numbers. */
final class Replications {

    private Replications() {}

    /**
     * Runs replications {@code first} to {@code first + count - 1}.
     *
     * @param each told after each replication, on the thread that ran it
     * @throws ReplicationFailure for the lowest of the numbers that failed
     * @throws CancellationException if this thread is interrupted meanwhile
     */
    static <R> List<R> run(Model<R> model, long seed, int first, int count, Workers workers, Runnable each) {
        AtomicInteger next = new AtomicInteger();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(count);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(workers.threads(), count); i++) {
            running.add(workers.pool().submit(() -> work(model, seed, first, next, results, each)));
        }
        await(running, next, count);
        List<R> ordered = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ordered.add(results.get(i));
        }
        return ordered;
    }

    /** The values of each metric by replication, in their order. */
    static List<double[]> values(List<ReplicationResult> results, int metrics) {
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < metrics; i++) {
            double[] of = new double[results.size()];
            for (int r = 0; r < of.length; r++) {
                of[r] = results.get(r).metrics().value(i);
            }
            values.add(of);
        }
        return values;
    }

    private static <R> void work(
            Model<R> model, long seed, int first, AtomicInteger next, AtomicReferenceArray<R> results, Runnable each) {
        Replicator<R> replicator = model.newReplicator();
        for (int i = next.getAndIncrement(); i < results.length(); i = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            int replication = first + i;
            try {
                results.set(i, replicator.replicate(Streams.of(seed, replication)));
            } catch (RuntimeException | Error e) {
                throw new ReplicationFailure(seed, replication, e);
            }
            each.run();
        }
    }

    private static void await(List<Future<?>> running, AtomicInteger next, int count) {
        ReplicationFailure lowest = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                // Nobody starts another; of those that failed meanwhile, the lowest number is reported.
                next.set(count);
                if (!(e.getCause() instanceof ReplicationFailure failure)) {
                    throw new IllegalStateException(e.getCause());
                }
                lowest = lowest == null || failure.replication() < lowest.replication() ? failure : lowest;
            } catch (InterruptedException e) {
                running.forEach(f -> f.cancel(true));
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        if (lowest != null) {
            throw lowest;
        }
    }
}
