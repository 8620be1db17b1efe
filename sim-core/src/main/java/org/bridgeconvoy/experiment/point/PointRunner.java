package org.bridgeconvoy.experiment.point;

import java.util.List;

/**
 * Runs replications of points. A method of this library asks for all tasks that it can name at once, so that a runner may do them in any order and
 * in parallel; what it gets back never depends on that.
 *
 * <p>Replication r of a point gives the same numbers whenever it is asked for, alone or among others. Runners of this library give replication r the
 * random streams {@code Streams.of(seed, r)} at every point: the points share them (common random numbers).
 */
@FunctionalInterface
public interface PointRunner {

    /**
     * Runs tasks.
     *
     * @param tasks what to run; no two of them hold the same replication of the same point
     * @return for each task, in the order of the tasks, one row for each replication in the order of their numbers; a row has one value for each
     *     output, in an order that is the same for all points; NaN where nothing was observed
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails: that of the lowest task and number that does
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    List<double[][]> run(List<PointTask> tasks);
}
