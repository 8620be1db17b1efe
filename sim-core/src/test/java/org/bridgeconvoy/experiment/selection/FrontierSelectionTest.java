package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.junit.jupiter.api.Test;

/** Frontiers of candidates without spread, whose places follow from the definition: little of output 0 and much of output 1, each with an indifference of a half. */
class FrontierSelectionTest {

    private static final Margin HALF = Margin.ofAmount(0.5);
    private static final List<Objective> CHEAP_AND_MUCH =
            List.of(new Objective(0, Goal.MINIMUM, HALF), new Objective(1, Goal.MAXIMUM, HALF));

    private static PointRunner always(double[]... means) {
        return tasks -> tasks.stream()
                .map(task -> {
                    double[][] rows = new double[task.replications()][];
                    Arrays.fill(rows, means[task.point()]);
                    return rows;
                })
                .toList();
    }

    private static Frontier frontier(List<Constraint> constraints, long budget, double[]... means) {
        return new FrontierSelection(CHEAP_AND_MUCH, constraints)
                .run(means.length, always(means), Promise.of(means.length, budget));
    }

    private static List<Frontier.Place> places(Frontier frontier) {
        return frontier.candidates().stream().map(Frontier.Member::place).toList();
    }

    @Test
    void who_is_worse_in_all_is_beaten() {
        Frontier frontier = frontier(List.of(), 1_000, new double[] {1, 5}, new double[] {2, 4}, new double[] {2, 9});
        assertThat(places(frontier)).containsExactly(Frontier.Place.ON, Frontier.Place.BEATEN, Frontier.Place.ON);
        assertThat(frontier.candidates().stream().map(Frontier.Member::beatenBy))
                .element(0)
                .isEqualTo(-1);
        assertThat(frontier.candidates().get(1).beatenBy()).isIn(0, 2);
        assertThat(frontier.ending()).isEqualTo(Ending.DECIDED);
        assertThat(frontier.replications()).isEqualTo(30);
    }

    /** A difference of an indifference is none; beside one it takes more than an indifference elsewhere. */
    @Test
    void a_difference_of_an_indifference_is_none() {
        assertThat(places(frontier(List.of(), 1_000, new double[] {1, 5}, new double[] {1.5, 4.5})))
                .containsExactly(Frontier.Place.ON, Frontier.Place.ON);
        assertThat(places(frontier(List.of(), 1_000, new double[] {1, 5}, new double[] {2, 5.5})))
                .containsExactly(Frontier.Place.ON, Frontier.Place.BEATEN);
        assertThat(places(frontier(List.of(), 1_000, new double[] {1, 5}, new double[] {2, 6})))
                .containsExactly(Frontier.Place.ON, Frontier.Place.ON);
    }

    @Test
    void who_breaks_a_bound_is_out_and_beats_nobody() {
        List<Constraint> bound = List.of(Constraint.ofMean(1, Relation.AT_LEAST, 4.5, Margin.ofAmount(0)));
        Frontier frontier = frontier(bound, 1_000, new double[] {1, 4}, new double[] {3, 4.6});
        assertThat(places(frontier)).containsExactly(Frontier.Place.INFEASIBLE, Frontier.Place.ON);
        assertThat(frontier.candidates().get(1).feasible()).containsExactly(Feasibility.MET);
        Frontier nobody = frontier(bound, 1_000, new double[] {1, 4}, new double[] {3, 4});
        assertThat(nobody.ending()).isEqualTo(Ending.NOTHING_FEASIBLE);
        assertThat(nobody.at(Frontier.Place.INFEASIBLE)).hasSize(2);
    }

    @Test
    void one_without_a_number_has_no_place() {
        Frontier frontier = frontier(List.of(), 1_000, new double[] {Double.NaN, 9}, new double[] {2, 4});
        assertThat(places(frontier)).containsExactly(Frontier.Place.NO_DATA, Frontier.Place.ON);
        assertThat(frontier.ending()).isEqualTo(Ending.DECIDED);
    }

    /** Ten replications each are a first look; 19 are not enough for two. */
    @Test
    void below_the_first_look_nothing_is_told() {
        Frontier frontier = frontier(List.of(), 19, new double[] {1, 5}, new double[] {2, 4});
        assertThat(frontier.ending()).isEqualTo(Ending.BUDGET);
        assertThat(frontier.replications()).isZero();
        assertThat(frontier.candidates())
                .allSatisfy(member -> assertThat(member.place()).isEqualTo(Frontier.Place.UNDECIDED))
                .allSatisfy(member -> assertThat(member.beatenBy()).isEqualTo(-1));
        assertThat(frontier(List.of(), 20, new double[] {1, 5}, new double[] {2, 4})
                        .ending())
                .isEqualTo(Ending.DECIDED);
    }

    @Test
    void a_goal_that_is_known_is_not_looked_at() {
        FrontierSelection known = new FrontierSelection(CHEAP_AND_MUCH, List.of()).knowing(0, new double[] {3, 1});
        Frontier frontier =
                known.run(2, always(new double[] {-9, 5}, new double[] {Double.NaN, 5}), Promise.of(2, 100));
        assertThat(places(frontier)).containsExactly(Frontier.Place.BEATEN, Frontier.Place.ON);
        assertThat(frontier.candidates().get(0).goals().get(0).mean()).isEqualTo(3);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrontierSelection(List.of(), List.of()))
                .withMessageContaining("at least one goal");
        FrontierSelection selection = new FrontierSelection(CHEAP_AND_MUCH, List.of());
        PointRunner runner = always(new double[] {1, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection.run(0, runner, Promise.of(1, 100)))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection.knowing(0, new double[2]).run(1, runner, Promise.of(1, 100)))
                .withMessageContaining("known of 2 candidates, there are 1");
        assertThat(selection).hasToString("frontier of " + CHEAP_AND_MUCH + " such that []");
        assertThat(selection.run(1, runner, Promise.of(1, 100)).at(Frontier.Place.ON))
                .hasSize(1);
    }
}
