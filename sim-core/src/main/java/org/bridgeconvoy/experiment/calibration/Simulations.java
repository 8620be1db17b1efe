package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.point.PointTask;

/** What was simulated so far: worlds and what was counted in each, in one replication. No two share a replication, so their chance is independent. */
final class Simulations {

    private final WorldRunners runners;
    private final int observations;
    private final int heldOut;
    private final List<double[]> worlds = new ArrayList<>();
    private final List<double[]> counts = new ArrayList<>();
    private final List<double[]> rest = new ArrayList<>();

    /**
     * No simulations yet.
     *
     * @param observations how many numbers of a row are fitted
     * @param heldOut how many follow that are only predicted
     */
    Simulations(WorldRunners runners, int observations, int heldOut) {
        this.runners = runners;
        this.observations = observations;
        this.heldOut = heldOut;
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
            if (row[0].length != observations + heldOut) {
                throw new IllegalArgumentException("a replication must give " + (observations + heldOut)
                        + " numbers, one an observation, got " + row[0].length);
            }
            counts.add(Arrays.copyOf(row[0], observations));
            rest.add(Arrays.copyOfRange(row[0], observations, row[0].length));
        }
        worlds.addAll(more);
    }

    List<double[]> worlds() {
        return worlds;
    }

    List<double[]> counts() {
        return counts;
    }

    /** What was simulated in place of the numbers held out. */
    List<double[]> heldOut() {
        return rest;
    }
}
