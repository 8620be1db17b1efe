package org.bridgeconvoy.study.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.selection.Ending;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.bridgeconvoy.study.point.ScenarioPoints;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Replications of three questions on {@code day-and-night} with 455 combinations, beside those of complete enumeration: as many for each combination, the least
 * number at which Bonferroni over all comparisons keeps the same promise, one-sided as that of the selection. Its standard deviations come from a pilot of
 * 60 replications of each combination, or {@code -Denumeration.pilot}. That number is kind to enumeration, which would have to pay for the pilot too.
 *
 * <p>{@code mvn test -Pintervals -pl sim-scenarios -am -Dtest=EnumerationTest -Dsurefire.failIfNoSpecifiedTests=false}; the table goes to {@code
 * target/enumeration.md}.
 */
@Tag("intervals")
class EnumerationTest {

    private static final int PILOT = Integer.getInteger("enumeration.pilot", 60);
    private static final double BOUND = 118;
    private static final double SHARE = 0.01;
    private static final double ERROR = 0.05;
    private static final List<String> METRICS =
            List.of("delivered_t_per_day", "lead_time_h", "outbound_trucks_per_open_day");
    private static final List<String> COSTS =
            List.of("costs={fleet.trucks: 90, destination.customs.servers: 240, origin.customs.hours: 35.5}");
    private static final List<Vary> VARIED = Stream.of(
                    "destination.customs.servers=2..8", "fleet.trucks=100..400/25", "bridge.headway=20 s..60 s/10 s")
            .map(Vary::parse)
            .toList();

    @Test
    void a_selection_takes_at_most_a_tenth_of_enumeration() throws IOException {
        try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            List<double[][]> pilot = pilot(workers);
            SuchThat bound = SuchThat.parse(METRICS.get(2) + " >= " + BOUND);
            List<String> table =
                    new ArrayList<>(List.of("| question | replications | enumeration |", "| --- | --- | --- |"));
            compare(table, workers, new Wish("cost", false), List.of(bound), eachOfBound(pilot, 2));
            compare(table, workers, new Wish(METRICS.get(1), false), List.of(), eachOfBest(pilot, 1, -1));
            compare(table, workers, new Wish(METRICS.get(0), true), List.of(), eachOfBest(pilot, 0, 1));
            Files.write(Path.of("target", "enumeration.md"), table);
        }
    }

    private static void compare(List<String> table, Workers workers, Wish wish, List<SuchThat> bounds, long each) {
        ScenarioLoader loader = new ScenarioLoader();
        Scenario base =
                Objects.requireNonNull(loader.load("day-and-night", COSTS).scenario());
        Question question = new Question(
                VARIED, List.of(wish), bounds, Margin.ofShare(SHARE), Margin.ofShare(SHARE), 0.02, 20_000, false);
        Decision decision = new Optimum(base, question, new PointWorlds(loader.open("day-and-night"), COSTS), 1)
                .run(workers, RowStore.NONE, Progress.NONE);
        long enumeration = each * question.combinations();
        table.add(String.format(
                Locale.ROOT, "| %s | %,d | %,d each: %,d |", wish, decision.replications(), each, enumeration));
        assertThat(decision.oneGoal().ending()).isEqualTo(Ending.DECIDED);
        assertThat(decision.replications()).as(wish.toString()).isLessThanOrEqualTo(enumeration / 10);
    }

    /** Of each combination the rows of the pilot. */
    private static List<double[][]> pilot(Workers workers) {
        PointWorlds worlds = new PointWorlds(new ScenarioLoader().open("day-and-night"), List.of());
        List<List<String>> sets = new ArrayList<>();
        for (List<String> values : Vary.combinations(VARIED)) {
            sets.add(IntStream.range(0, values.size())
                    .mapToObj(i -> VARIED.get(i).path() + "=" + values.get(i))
                    .toList());
        }
        worlds.add(sets);
        return new ScenarioPoints(worlds, METRICS, 1, workers, RowStore.NONE)
                .counting(new Phases(Progress.NONE, List.of("pilot")).begin("pilot", (long) sets.size() * PILOT))
                .run(IntStream.range(0, sets.size())
                        .mapToObj(i -> new PointTask(i, 1, PILOT))
                        .toList());
    }

    /** The least equal number at which all paired differences from the best are known to a share of its mean together. */
    private static long eachOfBest(List<double[][]> pilot, int metric, double sign) {
        ToDoubleBiFunction<double[][], double[][]> difference = (a, b) -> IntStream.range(0, PILOT)
                .mapToDouble(r -> sign * (a[r][metric] - b[r][metric]))
                .average()
                .orElseThrow();
        double[][] best = pilot.stream()
                .reduce((a, b) -> difference.applyAsDouble(a, b) >= 0 ? a : b)
                .orElseThrow();
        double largest = pilot.stream()
                .mapToDouble(rows -> sd(r -> rows[r][metric] - best[r][metric]))
                .max()
                .orElseThrow();
        double mean = IntStream.range(0, PILOT)
                .mapToDouble(r -> best[r][metric])
                .average()
                .orElseThrow();
        return each(largest, SHARE * mean, pilot.size() - 1);
    }

    /** The least equal number at which all means are known to a share of the bound together. */
    private static long eachOfBound(List<double[][]> pilot, int metric) {
        double largest = pilot.stream()
                .mapToDouble(rows -> sd(r -> rows[r][metric]))
                .max()
                .orElseThrow();
        return each(largest, SHARE * BOUND, pilot.size());
    }

    private static double sd(IntToDoubleFunction value) {
        return Estimate.of(IntStream.range(0, PILOT).mapToDouble(value).toArray())
                .sd();
    }

    /** The least n at which the half-width is at most {@code width}; it falls with n. */
    private static long each(double sd, double width, int statements) {
        double confidence = 1 - 2 * ERROR / statements;
        int enough = 4;
        while (halfWidth(enough, sd, confidence) > width) {
            enough *= 2;
        }
        int tooFew = 1;
        while (enough - tooFew > 1) {
            int middle = (enough + tooFew) / 2;
            if (halfWidth(middle, sd, confidence) > width) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private static double halfWidth(int n, double sd, double confidence) {
        return new Estimate(n, 0, sd, Double.NaN, Double.NaN, Double.NaN).halfWidth(confidence);
    }
}
