package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointTask;
import org.junit.jupiter.api.Test;

/** Scores of the points that a search has visited, by hand: two replications each, output 0 to be large, output 1 under a bound. */
class VisitsTest {

    private static final Objective MOST = new Objective(0, Goal.MAXIMUM, Margin.ofAmount(0));
    private static final Margin EXACT = Margin.ofAmount(0);

    private final List<PointTask> ran = new ArrayList<>();

    private Visits visits(Objective objective, List<Constraint> constraints, double[][]... rowsOfPoints) {
        return new Visits(
                objective,
                constraints,
                tasks -> {
                    ran.addAll(tasks);
                    return tasks.stream()
                            .map(task -> rowsOfPoints[task.point()])
                            .toList();
                },
                2);
    }

    private Visits.Score scoreOf(Constraint constraint, double... values) {
        Visits visits = visits(MOST, List.of(constraint), new double[][] {{0, values[0]}, {0, values[1]}});
        visits.add(List.of(0));
        return visits.score(0);
    }

    @Test
    void each_point_runs_once_with_its_replications() {
        double[][] rows = {{1, 1}, {3, 1}};
        Visits visits = visits(MOST, List.of(), rows, rows, rows);
        visits.add(List.of(2, 0, 2));
        visits.add(List.of(0, 1));
        visits.add(List.of(1));
        assertThat(ran).containsExactly(new PointTask(0, 1, 2), new PointTask(2, 1, 2), new PointTask(1, 1, 2));
        assertThat(visits.points()).containsExactly(0, 1, 2);
        assertThat(visits.count()).isEqualTo(3);
        assertThat(visits.replications()).isEqualTo(6);
        assertThat(visits.has(1)).isTrue();
        assertThat(visits.has(3)).isFalse();
    }

    @Test
    void the_gain_is_the_mean_with_the_sign_of_the_goal() {
        double[][] rows = {{1, 0}, {4, 0}};
        Visits most = visits(MOST, List.of(), rows);
        most.add(List.of(0));
        assertThat(most.score(0)).isEqualTo(new Visits.Score(0, 2.5));
        Visits least = visits(new Objective(0, Goal.MINIMUM, EXACT), List.of(), rows);
        least.add(List.of(0));
        assertThat(least.score(0)).isEqualTo(new Visits.Score(0, -2.5));
    }

    /** A mean of 6 misses "at most 4" by half of it, and "at least 8" by a quarter; what keeps its bound misses nothing. */
    @Test
    void a_bound_is_missed_by_a_share_of_it() {
        assertThat(scoreOf(Constraint.ofMean(1, Relation.AT_MOST, 4, EXACT), 5, 7)
                        .violation())
                .isEqualTo(0.5);
        assertThat(scoreOf(Constraint.ofMean(1, Relation.AT_LEAST, 8, EXACT), 5, 7)
                        .violation())
                .isEqualTo(0.25);
        assertThat(scoreOf(Constraint.ofMean(1, Relation.AT_MOST, 7, EXACT), 5, 7)
                        .violation())
                .isZero();
        assertThat(scoreOf(Constraint.ofMean(1, Relation.AT_MOST, -4, EXACT), 0, 0)
                        .violation())
                .isEqualTo(1);
    }

    @Test
    void a_bound_of_zero_is_missed_by_an_amount() {
        assertThat(scoreOf(Constraint.ofMean(1, Relation.AT_MOST, 0, EXACT), 5, 7)
                        .violation())
                .isEqualTo(6);
    }

    /** One of two replications meets the bound where 0.8 should. */
    @Test
    void a_share_is_missed_by_points() {
        assertThat(scoreOf(Constraint.ofShare(1, Relation.AT_LEAST, 3, 0.8, 0.02), 2, 3)
                        .violation())
                .isCloseTo(0.3, within(1e-15));
        assertThat(scoreOf(Constraint.ofShare(1, Relation.AT_LEAST, 3, 0.4, 0.02), 2, 3)
                        .violation())
                .isZero();
    }

    @Test
    void violations_add_up_and_come_before_the_gain() {
        Visits visits = visits(
                MOST,
                List.of(
                        Constraint.ofMean(1, Relation.AT_MOST, 4, EXACT),
                        Constraint.ofMean(1, Relation.AT_MOST, 2, EXACT)),
                new double[][] {{9, 6}, {9, 6}},
                new double[][] {{1, 1}, {1, 1}});
        visits.add(List.of(0, 1));
        assertThat(visits.score(0)).isEqualTo(new Visits.Score(0.5 + 2, 9));
        assertThat(visits.score(1).isBetter(visits.score(0))).isTrue();
        assertThat(visits.score(0).isBetter(visits.score(0))).isFalse();
    }

    @Test
    void without_a_number_or_a_visit_a_point_is_worse_than_any() {
        Visits visits =
                visits(MOST, List.of(), new double[][] {{Double.NaN, 0}, {1, 0}}, new double[][] {{-1e9, 0}, {-1e9, 0}
                });
        visits.add(List.of(0, 1));
        assertThat(visits.score(1).isBetter(visits.score(0))).isTrue();
        assertThat(visits.score(1).isBetter(visits.score(7))).isTrue();
    }
}
