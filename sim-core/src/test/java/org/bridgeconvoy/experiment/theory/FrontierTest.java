package org.bridgeconvoy.experiment.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.selection.Constraint;
import org.bridgeconvoy.experiment.selection.Ending;
import org.bridgeconvoy.experiment.selection.Frontier;
import org.bridgeconvoy.experiment.selection.FrontierSelection;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.experiment.selection.Objective;
import org.bridgeconvoy.experiment.selection.Promise;
import org.bridgeconvoy.experiment.selection.Relation;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Frontiers of normal outputs with known means: what beats what can be told by hand. */
class FrontierTest {

    private static final List<Objective> CHEAP_AND_MUCH = List.of(
            new Objective(0, Goal.MINIMUM, Margin.ofAmount(1)), new Objective(1, Goal.MAXIMUM, Margin.ofAmount(1)));

    /** Cost and amount; the third is dearer than the second by more than the indifference and gives no more, the fourth is alike to the first. */
    private static final double[][] MEANS = {{10, 100}, {20, 110}, {25, 110}, {10.2, 100.1}, {40, 140}, {39, 90}};

    @Test
    void who_is_not_beaten_is_on_the_frontier() {
        for (double sd : new double[] {0, 2}) {
            Frontier frontier = new FrontierSelection(CHEAP_AND_MUCH, List.of())
                    .run(MEANS.length, normal(sd), Promise.of(MEANS.length, 1_000_000));
            assertThat(frontier.ending()).isEqualTo(Ending.DECIDED);
            assertThat(numbers(frontier, Frontier.Place.ON)).containsExactly(0, 1, 3, 4);
            assertThat(frontier.candidates().get(2).beatenBy()).isEqualTo(1);
            assertThat(numbers(frontier, Frontier.Place.BEATEN)).containsExactly(2, 5);
        }
    }

    @Test
    void one_that_breaks_a_bound_beats_nobody() {
        Frontier frontier = new FrontierSelection(
                        CHEAP_AND_MUCH, List.of(Constraint.ofMean(0, Relation.AT_LEAST, 22, Margin.ofAmount(1))))
                .run(MEANS.length, normal(1), Promise.of(MEANS.length, 1_000_000));
        assertThat(numbers(frontier, Frontier.Place.INFEASIBLE)).containsExactly(0, 1, 3);
        assertThat(numbers(frontier, Frontier.Place.ON)).containsExactly(2, 4);
    }

    @Test
    void a_cost_that_is_known_needs_no_spread() {
        double[] cost = new double[MEANS.length];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = MEANS[i][0];
        }
        Frontier frontier = new FrontierSelection(CHEAP_AND_MUCH, List.of())
                .knowing(0, cost)
                .run(MEANS.length, normal(2), Promise.of(MEANS.length, 1_000_000));
        assertThat(numbers(frontier, Frontier.Place.ON)).containsExactly(0, 1, 3, 4);
        assertThat(frontier.candidates().get(4).goals().get(0).mean()).isEqualTo(40);
    }

    private static List<Integer> numbers(Frontier frontier, Frontier.Place place) {
        return frontier.at(place).stream().map(Frontier.Member::number).toList();
    }

    private static PointRunner normal(double sd) {
        return tasks -> {
            List<double[][]> results = new ArrayList<>();
            for (PointTask task : tasks) {
                double[][] rows = new double[task.replications()][];
                for (int r = 0; r < rows.length; r++) {
                    RandomStream random = Streams.of(4, task.first() + r).stream("own " + task.point());
                    double[] means = MEANS[task.point()];
                    rows[r] =
                            new double[] {means[0] + sd * random.nextGaussian(), means[1] + sd * random.nextGaussian()};
                }
                results.add(rows);
            }
            return results;
        };
    }
}
