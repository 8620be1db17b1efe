package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/** Runs replications of a model in parallel and reads their values. */
final class Replications {

    private Replications() {}

    /**
     * Runs replications {@code first} to {@code first + count - 1}.
     *
     * @param each told after each replication
     * @throws org.bridgeconvoy.experiment.ReplicationException if one fails
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    static <R> List<R> run(Model<R> model, long seed, int first, int count, Workers workers, Runnable each) {
        List<R> results = new ArrayList<>();
        workers.runner()
                .run(
                        Batch.of(model, seed, first, first + count - 1, (done, planned) -> each.run(), null),
                        (task, replication, result) -> results.add(result));
        return results;
    }

    /**
     * Runs replications of a world and puts the observations of its percentiles together.
     *
     * @param model keeps observations
     * @param recipe how another machine makes the model; null if only this one can
     * @param pools takes the observations, which the results then do not have any more
     * @param each told after each replication
     * @throws org.bridgeconvoy.experiment.ReplicationException if one fails
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    static List<ReplicationResult> run(
            BridgeModel model,
            @Nullable Recipe<ReplicationResult> recipe,
            long seed,
            int first,
            int count,
            Workers workers,
            Pools pools,
            Runnable each) {
        List<ReplicationResult> results = new StoredResults();
        TripFile trips = new TripFile();
        workers.runner()
                .run(
                        Batch.of(
                                new TripFile.Filling(model, trips),
                                seed,
                                first,
                                first + count - 1,
                                (done, planned) -> each.run(),
                                recipe),
                        (task, replication, result) -> results.add(trips.take(pools.take(result))));
        return results;
    }

    /** The values of each metric by replication, in their order. */
    static List<double[]> values(List<ReplicationResult> results, int metrics) {
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < metrics; i++) {
            values.add(new double[results.size()]);
        }
        int n = 0;
        for (ReplicationResult result : results) {
            for (int i = 0; i < metrics; i++) {
                values.get(i)[n] = result.metrics().value(i);
            }
            n++;
        }
        return values;
    }
}
