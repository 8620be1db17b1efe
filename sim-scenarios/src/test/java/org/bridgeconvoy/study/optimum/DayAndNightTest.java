package org.bridgeconvoy.study.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.selection.Candidate;
import org.bridgeconvoy.experiment.selection.Ending;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.junit.jupiter.api.Test;

/** Three decisions of 7, 13 and 5 values on {@code day-and-night}, against complete enumeration. */
class DayAndNightTest {

    private static final double BOUND = 118;

    @Test
    void the_cheapest_combination_takes_a_tenth_of_enumeration() {
        List<String> costs =
                List.of("costs={fleet.trucks: 90, destination.customs.servers: 240, origin.customs.hours: 35.5}");
        ScenarioLoader loader = new ScenarioLoader();
        Scenario base =
                Objects.requireNonNull(loader.load("day-and-night", costs).scenario());
        Question question = new Question(
                Stream.of(
                                "destination.customs.servers=2..8",
                                "fleet.trucks=100..400/25",
                                "bridge.headway=20 s..60 s/10 s")
                        .map(Vary::parse)
                        .toList(),
                List.of(new Wish("cost", false)),
                List.of(SuchThat.parse("outbound_trucks_per_open_day >= " + BOUND)),
                Margin.ofShare(0.01),
                Margin.ofShare(0.01),
                0.02,
                20_000,
                false);
        Decision decision;
        try (Workers workers = Workers.of(2)) {
            decision = new Optimum(base, question, new PointWorlds(loader.open("day-and-night"), costs), 1)
                    .run(workers, RowStore.NONE, Progress.NONE);
        }

        assertThat(decision.oneGoal().ending()).isEqualTo(Ending.DECIDED);
        // A fleet of 100 passes 100 trucks a day at most, one of 125 the demand of 120; more servers only cost.
        Candidate named = decision.oneGoal().findNamed().orElseThrow();
        assertThat(decision.considered().get(named.number()).subList(0, 2)).containsExactly("2", "125");
        assertThat(decision.replications())
                .isLessThan(question.combinations()
                        * eachOfEnumeration(named.constraints().get(0).sd())
                        / 10);
    }

    /** The least equal number of replications at which the means of all 455 are known to 1% of the bound together, after Bonferroni. */
    private static int eachOfEnumeration(double sd) {
        int n = 2;
        while (new Estimate(n, BOUND, sd, Double.NaN, Double.NaN, Double.NaN).halfWidth(1 - 0.05 / 455)
                > 0.01 * BOUND) {
            n++;
        }
        return n;
    }
}
