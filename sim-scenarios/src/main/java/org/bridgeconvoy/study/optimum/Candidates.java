package org.bridgeconvoy.study.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bridgeconvoy.experiment.selection.Grid;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.point.PointWorlds;

/** The combinations of values as points of a grid, and the worlds of those that have been asked for. */
final class Candidates {

    private final List<Vary> varied;
    private final Grid grid;
    private final PointWorlds worlds;
    private final Map<Integer, Integer> world = new TreeMap<>();

    Candidates(List<Vary> varied, PointWorlds worlds) {
        this.varied = varied;
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

    private List<String> sets(int point) {
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

    /** The number of the world of a combination. */
    int world(int point) {
        return Objects.requireNonNull(world.get(point), "no world was made of this combination");
    }
}
