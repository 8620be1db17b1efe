package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.result.ReplicationResult;

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
        return new Experiment(seed, count)
                .withReplications(first, first + count - 1)
                .on(workers.pool(), workers.threads())
                .reporting((done, planned) -> each.run())
                .run(model);
    }

    /**
     * Runs replications of a world and puts the observations of its percentiles together.
     *
     * @param pools takes the observations, which the results then do not have any more
     * @param each told after each replication
     * @throws org.bridgeconvoy.experiment.ReplicationException if one fails
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    static List<ReplicationResult> run(
            BridgeModel model, long seed, int first, int count, Workers workers, Pools pools, Runnable each) {
        List<ReplicationResult> results = new ArrayList<>();
        new Experiment(seed, count)
                .withReplications(first, first + count - 1)
                .on(workers.pool(), workers.threads())
                .reporting((done, planned) -> each.run())
                .run(model.keepingObservations(), (replication, result) -> results.add(pools.take(result)));
        return results;
    }

    /** The values of each metric by replication, in their order. */
    static List<double[]> values(List<ReplicationResult> results, int metrics) {
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < metrics; i++) {
            int metric = i;
            values.add(
                    results.stream().mapToDouble(r -> r.metrics().value(metric)).toArray());
        }
        return values;
    }
}
