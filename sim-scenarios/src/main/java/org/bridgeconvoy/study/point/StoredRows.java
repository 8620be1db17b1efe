package org.bridgeconvoy.study.point;

import org.bridgeconvoy.experiment.point.PointSink;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.study.Batch;
import org.bridgeconvoy.study.Runner;

/**
 * Runs nothing: gives the numbers that a store has, such as that of all shards of a command, which then writes what it would have written
 * alone. For batches of rows of numbers only.
 *
 * @param store has all replications that are asked for
 */
public record StoredRows(RowStore store) implements Runner {

    @Override
    @SuppressWarnings("unchecked") // The only batches of a command with shards are of rows of numbers.
    public <R> void run(Batch<R> batch, PointSink<R> sink) {
        int done = 0;
        int all = batch.tasks().stream().mapToInt(PointTask::replications).sum();
        for (int t = 0; t < batch.tasks().size(); t++) {
            PointTask task = batch.tasks().get(t);
            for (int r = task.first(); r <= task.last(); r++) {
                int replication = r;
                double[] row = store.take(task.point(), r)
                        .orElseThrow(() -> new IllegalStateException("no shard has replication " + replication
                                + " of point " + (task.point() + 1) + "; run the shards again"));
                sink.accept(t, r, (R) row);
                batch.progress().replicationsDone(++done, all);
            }
        }
    }
}
