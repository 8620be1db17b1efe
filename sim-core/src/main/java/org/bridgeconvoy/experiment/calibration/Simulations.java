package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.point.PointTask;

/** What was simulated so far: worlds and what was counted in each, in one replication. No two share a replication, so their chance is independent. */
final class Simulations {

    private final WorldRunners runners;
    private final int observations;
    private final List<double[]> worlds = new ArrayList<>();
    private final List<double[]> counts = new ArrayList<>();

    Simulations(WorldRunners runners, int observations) {
        this.runners = runners;
        this.observations = observations;
    }

    /** Simulates each world with a replication of its own. */
    void simulate(List<double[]> more) {
        List<PointTask> tasks = new ArrayList<>();
        for (int i = 0; i < more.size(); i++) {
            int replication = worlds.size() + i + 1;
            tasks.add(new PointTask(i, replication, replication));
        }
        List<double[][]> rows = runners.runner(more).run(tasks);
        for (double[][] row : rows) {
            if (row[0].length != observations) {
                throw new IllegalArgumentException("a replication must give " + observations
                        + " numbers, one an observation, got " + row[0].length);
            }
            counts.add(row[0]);
        }
        worlds.addAll(more);
    }

    List<double[]> worlds() {
        return worlds;
    }

    List<double[]> counts() {
        return counts;
    }
}
