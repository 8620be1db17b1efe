package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.junit.jupiter.api.Test;

/** What a selection says where the answer can be told by hand. */
class SelectionTest {

    private static final Objective LEAST = new Objective(0, Goal.MINIMUM, Margin.ofShare(0.01));
    private static final Objective MOST = new Objective(0, Goal.MAXIMUM, Margin.ofShare(0.01));
    private static final Constraint AT_LEAST_50 = Constraint.ofMean(1, Relation.AT_LEAST, 50, Margin.ofShare(0.01));

    @Test
    void without_chance_the_best_is_the_best_number() {
        Selected selected = without(LEAST, List.of(), new double[][] {{12}, {10}, {10.05}, {10}});
        assertThat(selected.ending()).isEqualTo(Ending.DECIDED);
        assertThat(selected.named()).hasValue(1);
        assertThat(selected.gap()).isZero();
        assertThat(selected.candidates())
                .extracting(Candidate::standing)
                .containsExactly(Standing.NOT_BEST, Standing.NAMED, Standing.NOT_BEST, Standing.ALIKE);
        assertThat(selected.candidates().get(0).fromNamed().low()).isEqualTo(2);
        assertThat(selected.candidates().get(0).fromNamed().high()).isEqualTo(2);
    }

    @Test
    void on_the_bound_without_chance_is_feasible() {
        Selected selected = without(MOST, List.of(AT_LEAST_50), new double[][] {{10, 50}, {11, 49}, {12, 49.9}});
        // 49 misses the bound by two tolerances. 49.9 lies within one, may be taken or left, and is left because it
        // does not keep the bound.
        assertThat(selected.candidates())
                .extracting(Candidate::standing)
                .containsExactly(Standing.NAMED, Standing.INFEASIBLE, Standing.INFEASIBLE);
    }

    @Test
    void nothing_feasible_is_said_so() {
        Selected selected = without(MOST, List.of(AT_LEAST_50), new double[][] {{10, 40}, {11, 30}});
        assertThat(selected.ending()).isEqualTo(Ending.NOTHING_FEASIBLE);
        assertThat(selected.named()).isEmpty();
        assertThat(selected.findNamed()).isEmpty();
        assertThat(selected.gap()).isNaN();
    }

    @Test
    void a_candidate_without_a_number_is_set_aside() {
        PointRunner runner = rows((point, replication) -> {
            double second = replication == 3 ? Double.NaN : 20;
            return new double[] {point == 1 ? second : 10 + point};
        });
        Selected selected = new Selection(MOST, List.of()).run(3, runner, Promise.of(3, 1000));
        assertThat(selected.named()).hasValue(2);
        assertThat(selected.candidates().get(1).standing()).isEqualTo(Standing.NO_DATA);
    }

    @Test
    void a_replication_without_a_number_meets_no_bound_of_a_share() {
        Constraint inHalf = Constraint.ofShare(1, Relation.AT_MOST, 5, 0.5, 0.02);
        PointRunner runner = rows((point, replication) ->
                new double[] {point, point == 0 || replication % 10 == 0 ? 4 : Double.NaN});
        Selected selected = new Selection(MOST, List.of(inHalf)).run(2, runner, Promise.of(2, 10_000));
        assertThat(selected.named()).hasValue(0);
        assertThat(selected.candidates().get(1).standing()).isEqualTo(Standing.INFEASIBLE);
        assertThat(selected.candidates().get(1).constraints().get(0).mean()).isEqualTo(0.1, within(0.1));
    }

    @Test
    void a_share_of_all_replications_is_broken_by_one() {
        Constraint always = Constraint.ofShare(1, Relation.BELOW, 5, 1, 0.02);
        PointRunner runner = rows((point, replication) -> new double[] {point, point == 1 && replication == 7 ? 5 : 4});
        Selected selected = new Selection(MOST, List.of(always)).run(2, runner, Promise.of(2, 10_000));
        assertThat(selected.named()).hasValue(0);
        assertThat(selected.candidates().get(1).replications()).isEqualTo(10);
    }

    @Test
    void when_the_budget_ends_the_gap_says_what_is_known() {
        NormalCandidates near = new NormalCandidates(1, new double[][] {{10}, {10.01}}, new double[] {1, 1}, 0);
        Selected selected = new Selection(MOST, List.of()).run(2, near, new Promise(0.95, 10, 200));
        assertThat(selected.ending()).isEqualTo(Ending.BUDGET);
        assertThat(selected.replications()).isLessThanOrEqualTo(200);
        assertThat(selected.named()).isPresent();
        assertThat(selected.gap()).isGreaterThan(selected.indifference());
        assertThat(selected.standing(Standing.ALIKE)).hasSize(1);
    }

    @Test
    void a_budget_that_is_too_small_for_a_first_look_names_none() {
        Selected selected = new Selection(MOST, List.of())
                .run(2, rows((point, replication) -> new double[] {point}), new Promise(0.95, 10, 19));
        assertThat(selected.ending()).isEqualTo(Ending.BUDGET);
        assertThat(selected.replications()).isZero();
        assertThat(selected.named()).isEmpty();
    }

    @Test
    void what_costs_more_than_a_feasible_candidate_never_runs() {
        int k = 100;
        double[] cost = new double[k];
        double[][] means = new double[k][];
        double[] sds = new double[k];
        for (int i = 0; i < k; i++) {
            cost[i] = 1000 + 100 * i;
            means[i] = new double[] {0, 11 + 2 * i};
            sds[i] = 1;
        }
        Selected selected = new Selection(LEAST, List.of(AT_LEAST_50))
                .knowing(cost)
                .run(k, new NormalCandidates(3, means, sds, 0.5), Promise.of(k, 100_000));
        assertThat(selected.named()).hasValue(20);
        assertThat(selected.candidates().get(99).replications()).isZero();
        assertThat(selected.candidates().get(99).standing()).isEqualTo(Standing.NOT_BEST);
        assertThat(selected.standing(Standing.INFEASIBLE)).hasSize(20);
    }

    @Test
    void candidates_that_give_the_same_numbers_need_no_more_than_a_first_look() {
        // 119 candidates are the same. One more is 0.1 better on average, in its first four replications 2.1: 1% is 1.
        NormalCandidates two = new NormalCandidates(5, new double[][] {{100}, {100.1}}, new double[] {10, 10}, 0.9);
        PointRunner runner = tasks -> two.run(tasks.stream()
                .map(t -> new PointTask(t.point() == 60 ? 1 : 0, t.first(), t.last()))
                .toList());
        Selected selected = new Selection(MOST, List.of()).run(120, runner, Promise.of(120, 100_000));
        assertThat(selected.ending()).isEqualTo(Ending.DECIDED);
        assertThat(selected.candidates().stream().filter(c -> c.replications() > 4))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(selected.gap()).isLessThanOrEqualTo(selected.indifference());
    }

    @Test
    void the_answer_does_not_depend_on_when_it_is_asked_for() {
        NormalCandidates near =
                new NormalCandidates(9, new double[][] {{10}, {10.5}, {9}}, new double[] {1, 2, 1}, 0.3);
        Promise promise = Promise.of(3, 1_000_000);
        assertThat(new Selection(MOST, List.of()).run(3, near, promise))
                .isEqualTo(new Selection(MOST, List.of()).run(3, near, promise));
    }

    @Test
    void wrong_calls_are_refused() {
        PointRunner none = tasks -> List.of();
        assertThatThrownBy(() -> new Selection(MOST, List.of()).run(0, none, Promise.of(1, 1)))
                .hasMessageContaining("at least one candidate");
        assertThatThrownBy(() ->
                        new Selection(MOST, List.of()).knowing(new double[] {1}).run(2, none, Promise.of(2, 1)))
                .hasMessageContaining("known of 1 candidates, there are 2");
        assertThatThrownBy(() -> new Selection(MOST, List.of()).knowing(new double[] {Double.NaN}))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Constraint.ofShare(0, Relation.AT_MOST, 1, 1.2, 0.02))
                .hasMessageContaining("<= 1, got 1.2");
        assertThatThrownBy(() -> new Promise(0.95, 3, 10)).hasMessageContaining("at least 4");
        assertThatThrownBy(() -> Margin.ofAmount(-1)).hasMessageContaining(">= 0");
    }

    private interface Row {
        double[] of(int point, int replication);
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static PointRunner rows(Row row) {
        return tasks -> {
            List<double[][]> results = new ArrayList<>();
            for (PointTask task : tasks) {
                double[][] rows = new double[task.replications()][];
                for (int r = 0; r < rows.length; r++) {
                    rows[r] = row.of(task.point(), task.first() + r);
                }
                results.add(rows);
            }
            return results;
        };
    }

    private static Selected without(Objective objective, List<Constraint> constraints, double[][] values) {
        return new Selection(objective, constraints)
                .run(values.length, rows((point, replication) -> values[point]), Promise.of(values.length, 10_000));
    }
}
