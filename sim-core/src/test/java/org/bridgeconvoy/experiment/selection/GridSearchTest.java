package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.junit.jupiter.api.Test;

/** Searches of grids without noise, whose best point is known: (17, 4) of 30 × 30, or the point next to it that a bound allows. */
class GridSearchTest {

    private static final Grid GRID = new Grid(30, 30);
    private static final Objective MOST = new Objective(0, Goal.MAXIMUM, Margin.ofAmount(0.1));

    private final List<PointTask> ran = new ArrayList<>();

    private final PointRunner hill = tasks -> {
        ran.addAll(tasks);
        return tasks.stream().map(GridSearchTest::rows).toList();
    };

    private static double[][] rows(PointTask task) {
        int[] at = GRID.at(task.point());
        double height = -Math.pow(at[0] - 17.0, 2) - Math.pow(at[1] - 4.0, 2);
        double[][] rows = new double[task.replications()][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new double[] {height, at[0]};
        }
        return rows;
    }

    private long replicationsRun() {
        return ran.stream().mapToLong(PointTask::replications).sum();
    }

    @Test
    void climbs_to_the_top() {
        Searched found = new GridSearch(MOST, List.of()).run(GRID, hill, 1, Promise.of(900, 100_000));
        assertThat(found.named()).hasValue(GRID.point(17, 4));
        assertThat(found.visited()).isSorted().doesNotHaveDuplicates().hasSizeLessThan(600);
        assertThat(found.searchReplications()).isEqualTo(4L * found.visited().size());
        assertThat(found.replications()).isEqualTo(replicationsRun());
    }

    @Test
    void stays_below_a_bound() {
        List<Constraint> below = List.of(Constraint.ofMean(1, Relation.AT_MOST, 12, Margin.ofAmount(0.1)));
        Searched found = new GridSearch(MOST, below).run(GRID, hill, 1, Promise.of(900, 100_000));
        assertThat(found.named()).hasValue(GRID.point(12, 4));
    }

    /** The selection's replications are others than those by which the search chose its points. */
    @Test
    void selects_by_new_replications() {
        Searched found = new GridSearch(MOST, List.of()).run(GRID, hill, 1, Promise.of(900, 100_000));
        int searched = found.visited().size();
        assertThat(ran.subList(0, searched)).allMatch(task -> task.first() == 1 && task.last() == 4);
        assertThat(ran.subList(searched, ran.size())).isNotEmpty().allMatch(task -> task.first() > 4);
    }

    @Test
    void keeps_to_its_budget() {
        Searched found = new GridSearch(MOST, List.of()).run(GRID, hill, 1, Promise.of(900, 400));
        assertThat(found.replications()).isEqualTo(replicationsRun()).isLessThanOrEqualTo(400);
    }

    @Test
    void a_seed_gives_the_same_search() {
        GridSearch search = new GridSearch(MOST, List.of());
        List<Integer> visited =
                search.run(GRID, hill, 5, Promise.of(900, 100_000)).visited();
        assertThat(search.run(GRID, hill, 5, Promise.of(900, 100_000)).visited())
                .isEqualTo(visited);
        assertThat(search.run(GRID, hill, 6, Promise.of(900, 100_000)).visited())
                .isNotEqualTo(visited);
    }

    @Test
    void visits_all_of_a_small_grid() {
        Grid small = new Grid(4, 3);
        Searched found = new GridSearch(MOST, List.of())
                .run(
                        small,
                        tasks -> tasks.stream()
                                .map(task -> new double[task.replications()][1])
                                .toList(),
                        1,
                        Promise.of(12, 10_000));
        assertThat(found.visited()).hasSize(12);
    }

    @Test
    void names_what_it_looks_for() {
        assertThat(new GridSearch(MOST, List.of())).hasToString("search of a grid for " + MOST + " such that []");
    }
}
