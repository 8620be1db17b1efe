package org.bridgeconvoy.study.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.selection.Grid;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.point.PointWorlds;
import org.jspecify.annotations.Nullable;

/** The combinations of values as points of a grid, and the worlds of those that have been asked for. */
final class Candidates {

    private final List<Vary> varied;
    private final Grid grid;
    private final PointWorlds worlds;
    private final @Nullable DrawnWorlds drawn;
    private final Map<Integer, Integer> world = new TreeMap<>();

    /**
     * Combinations.
     *
     * @param drawn the world of each replication; null if all have the scenario's own values
     */
    Candidates(List<Vary> varied, PointWorlds worlds, @Nullable DrawnWorlds drawn) {
        this.varied = varied;
        this.drawn = drawn;
        this.grid = new Grid(varied.stream().mapToInt(v -> v.values().size()).toArray());
        this.worlds = worlds;
    }

    Grid grid() {
        return grid;
    }

    /** The values of a combination. */
    List<String> values(int point) {
        int[] at = grid.at(point);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            values.add(varied.get(i).values().get(at[i]));
        }
        return values;
    }

    /** What a combination sets, each as {@code PATH=VALUE}. */
    List<String> sets(int point) {
        List<String> values = values(point);
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            sets.add(varied.get(i).path() + "=" + values.get(i));
        }
        return sets;
    }

    /**
     * Makes the worlds of combinations that have none yet.
     *
     * @throws org.bridgeconvoy.study.point.InvalidWorldsException if one is no valid scenario
     */
    void make(List<Integer> points) {
        List<Integer> missing =
                points.stream().filter(p -> !world.containsKey(p)).distinct().toList();
        int first = worlds.add(missing.stream().map(this::sets).toList());
        for (int i = 0; i < missing.size(); i++) {
            world.put(missing.get(i), first + i);
        }
    }

    /**
     * Makes the worlds that replications of combinations need.
     *
     * @return tasks of these worlds, in the order of the replications: one for each combination, or one for each replication if each has a world of its own
     * @throws org.bridgeconvoy.study.point.InvalidWorldsException if a world is no valid scenario
     */
    List<PointTask> ofWorlds(List<PointTask> tasks) {
        make(tasks.stream().map(PointTask::point).toList());
        if (drawn == null) {
            return tasks.stream()
                    .map(t -> new PointTask(world(t.point()), t.first(), t.last()))
                    .toList();
        }
        List<List<String>> sets = new ArrayList<>();
        List<Integer> replications = new ArrayList<>();
        for (PointTask task : tasks) {
            for (int r = task.first(); r <= task.last(); r++) {
                sets.add(inWorld(task.point(), r));
                replications.add(r);
            }
        }
        int first = worlds.add(sets);
        List<PointTask> each = new ArrayList<>();
        for (int i = 0; i < replications.size(); i++) {
            each.add(new PointTask(first + i, replications.get(i), replications.get(i)));
        }
        return each;
    }

    /** What is set in a replication of a combination: its world, then the combination, which decides. */
    List<String> inWorld(int point, int replication) {
        return Stream.concat(
                        Objects.requireNonNull(drawn, "no worlds are drawn").sets(replication).stream(),
                        sets(point).stream())
                .toList();
    }

    /** The number of the world of a combination with the scenario's own values. */
    int world(int point) {
        return Objects.requireNonNull(world.get(point), "no world was made of this combination");
    }
}
