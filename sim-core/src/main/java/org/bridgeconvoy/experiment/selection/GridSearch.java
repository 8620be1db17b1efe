package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.random.Streams;

/**
 * A search over a grid with too many points to run all, and a selection among the points that it visited.
 *
 * <p>The search is a pattern search from several starts. A start is a Latin hypercube of points; from the best ones it moves by steps in one dimension, or up in
 * one and down in another, and halves the steps when nothing is better. It ends after three starts that found nothing better, at 1,000 points, or when half the
 * budget is used. Every visited point gets the replications of one first look, numbers 1 to n, the same for all.
 *
 * <p>Then the visited points are cleaned up (Boesel, Nelson and Kim, Using ranking and selection to "clean up" after simulation optimization, Operations
 * Research 51, 2003) by a {@link Selection} with replications from number n + 1 on. Because these are new, its promise holds for the visited points however
 * the search chose them.
 */
public final class GridSearch {

    private final Objective objective;
    private final List<Constraint> constraints;

    /**
     * A search.
     *
     * @param objective what the best has most or least of
     * @param constraints what it must meet; may be empty
     */
    public GridSearch(Objective objective, List<Constraint> constraints) {
        this.objective = objective;
        this.constraints = List.copyOf(constraints);
    }

    /**
     * Searches and selects.
     *
     * @param grid numbers the points of the runner
     * @param runner gives the outputs that objective and constraints name
     * @param seed of the search's own choices
     * @param promise of the selection; its budget is that of search and selection together
     * @return what was found
     */
    public Searched run(Grid grid, PointRunner runner, long seed, Promise promise) {
        Visits visits = new Visits(objective, constraints, runner, promise.firstLook());
        new PatternSearch(grid, visits, Streams.of(seed, 1).stream("search"), promise.budget() / 2).run();
        List<Integer> visited = visits.points();
        int skipped = promise.firstLook();
        PointRunner fresh = tasks -> runner.run(later(tasks, visited, skipped));
        Promise rest = new Promise(
                promise.confidence(), promise.firstLook(), Math.max(1, promise.budget() - visits.replications()));
        Selected selected = new Selection(objective, constraints).run(visited.size(), fresh, rest);
        return new Searched(visited, selected, visits.replications());
    }

    private static List<PointTask> later(List<PointTask> tasks, List<Integer> visited, int skipped) {
        List<PointTask> later = new ArrayList<>();
        for (PointTask task : tasks) {
            later.add(new PointTask(visited.get(task.point()), task.first() + skipped, task.last() + skipped));
        }
        return later;
    }

    @Override
    public String toString() {
        return "search of a grid for " + objective + " such that " + constraints;
    }
}
