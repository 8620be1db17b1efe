package org.bridgeconvoy.study.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.study.Batch;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Recipe;
import org.bridgeconvoy.study.Wanted;
import org.bridgeconvoy.study.Work;
import org.bridgeconvoy.study.Workers;

/**
 * Runs worlds of a scenario: of each replication the values of some metrics. Percentiles are those of a replication. What a store has is
 * taken from there; what is run is stored replication by replication, in the order of the tasks, so that a command that was killed comes to
 * the same results, and to the same store.
 *
 * <pre>{@code
 * PointWorlds worlds = new PointWorlds(loader.open("day-and-night"), List.of());
 * worlds.add(List.of(List.of("fleet.trucks=100"), List.of("fleet.trucks=200")));
 * ScenarioPoints points = new ScenarioPoints(worlds, List.of("delivered_t_per_day"), 1, workers, store);
 * PointRunner runner = points.counting(phases.begin("worlds", 2 * 30));
 * }</pre>
 */
public final class ScenarioPoints {

    private final PointWorlds worlds;
    private final Wanted<double[]> wanted;
    private final int width;
    private final long seed;
    private final Workers workers;
    private final RowStore store;

    /**
     * Points of a scenario.
     *
     * @param worlds may grow while this is used
     * @param metrics names of the values of a row, in their order; NaN where a world does not have one
     * @param workers run the replications; they do not change the result
     */
    public ScenarioPoints(PointWorlds worlds, List<String> metrics, long seed, Workers workers, RowStore store) {
        this(worlds, new Wanted.Metrics(metrics), metrics.size(), seed, workers, store);
    }

    private ScenarioPoints(
            PointWorlds worlds, Wanted<double[]> wanted, int width, long seed, Workers workers, RowStore store) {
        this.worlds = worlds;
        this.wanted = wanted;
        this.width = width;
        this.seed = seed;
        this.workers = workers;
        this.store = store;
    }

    /**
     * Points of which other numbers than metrics are asked.
     *
     * @param worlds may grow while this is used
     * @param wanted what a replication is to give
     * @param width how many numbers that are
     * @param workers run the replications; they do not change the result
     */
    public static ScenarioPoints of(
            PointWorlds worlds, Wanted<double[]> wanted, int width, long seed, Workers workers, RowStore store) {
        return new ScenarioPoints(worlds, wanted, width, seed, workers, store);
    }

    /**
     * The runner of one phase of a command.
     *
     * @param work counts the replications of the phase, as {@link Phases#begin} gives it; those that are stored are dropped from its plan
     */
    public PointRunner counting(Work work) {
        return tasks -> run(tasks, work);
    }

    private List<double[][]> run(List<PointTask> tasks, Work work) {
        List<double[][]> rows = new ArrayList<>(tasks.size());
        List<PointTask> missing = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (PointTask task : tasks) {
            double[][] known = new double[task.replications()][];
            int from = 0;
            for (int r = task.first(); r <= task.last(); r++) {
                Optional<double[]> row = store.take(task.point(), r).filter(v -> v.length == width);
                if (row.isPresent()) {
                    known[r - task.first()] = row.get();
                    work.drop(1);
                } else {
                    from = from == 0 ? r : from;
                }
                if (from > 0 && (row.isPresent() || r == task.last())) {
                    missing.add(new PointTask(task.point(), from, row.isPresent() ? r - 1 : r));
                    of.add(rows.size());
                    from = 0;
                }
            }
            rows.add(known);
        }
        if (!missing.isEmpty()) {
            Batch<double[]> batch = new Batch<>(
                    seed,
                    missing,
                    point -> wanted.model(worlds.world(point)),
                    worlds::name,
                    (done, planned) -> work.oneDone(),
                    new Recipe<>(worlds::text, wanted));
            workers.runner().run(batch, (task, replication, row) -> {
                int asked = of.get(task);
                rows.get(asked)[replication - tasks.get(asked).first()] = row;
                store.save(tasks.get(asked).point(), replication, row);
            });
        }
        return List.copyOf(rows);
    }
}
