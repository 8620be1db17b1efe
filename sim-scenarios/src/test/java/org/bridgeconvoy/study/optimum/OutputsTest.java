package org.bridgeconvoy.study.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.point.PointWorlds;
import org.junit.jupiter.api.Test;

/** Combinations, their worlds, and what a selection is given of them. */
class OutputsTest {

    private static final List<Vary> VARIED =
            List.of(Vary.parse("fleet.trucks=4,5"), Vary.parse("bridge.headway=10 s,20 s,30 s"));

    private static final UncertainInputs SPEED = new UncertainInputs(
            List.of(new UncertainInput(
                    "bridge.speed",
                    Input.of("bridge.speed", Distribution.uniform(10, 20)),
                    "km/h",
                    List.of(),
                    List.of(new UncertainInput.Target("bridge.speed", value -> value + " km/h")))),
            List.of(),
            List.of());

    private final PointWorlds worlds = new PointWorlds(new ScenarioLoader().openText("small.yaml", """
                    scenario: small
                    start: 2024-10-14
                    horizon: 10 d
                    bridge: {length: 100 m, speed: 10 km/h, control: {timetable: {outbound: "08:00-12:00", return: "14:00-18:00"}}}
                    fleet: {trucks: 12, payload: 10 t}
                    demand: {cargo: {load: 10 t, rate: 12 trucks/d, arrivals: even, total: 500 t}}
                    """), List.of());

    private final Candidates candidates = new Candidates(VARIED, worlds, null);

    @Test
    void the_last_path_varies_fastest() {
        assertThat(candidates.values(0)).containsExactly("4", "10 s");
        assertThat(candidates.values(5)).containsExactly("5", "30 s");
        assertThat(candidates.sets(1)).containsExactly("fleet.trucks=4", "bridge.headway=20 s");
    }

    @Test
    void a_combination_has_one_world_made_when_it_is_asked_for() {
        candidates.make(List.of(3, 1, 3));
        assertThat(worlds.size()).isEqualTo(2);

        List<PointTask> tasks =
                candidates.ofWorlds(List.of(new PointTask(5, 1, 4), new PointTask(1, 2, 3), new PointTask(3, 1, 1)));

        assertThat(tasks).containsExactly(new PointTask(2, 1, 4), new PointTask(1, 2, 3), new PointTask(0, 1, 1));
        assertThat(worlds.size()).isEqualTo(3);
        assertThat(worlds.values(2)).isEqualTo(candidates.sets(5));
    }

    @Test
    void in_drawn_worlds_each_replication_has_its_own_and_the_combination_decides() {
        DrawnWorlds drawn = new DrawnWorlds(SPEED, List.of("fleet.trucks", "bridge.headway"), 1);
        Candidates inWorlds = new Candidates(VARIED, worlds, drawn);

        List<PointTask> tasks = inWorlds.ofWorlds(List.of(new PointTask(5, 2, 3), new PointTask(0, 3, 3)));

        // The worlds of the two combinations themselves come first.
        assertThat(tasks).containsExactly(new PointTask(2, 2, 2), new PointTask(3, 3, 3), new PointTask(4, 3, 3));
        assertThat(worlds.values(2)).containsExactly(drawn.sets(2).get(0), "fleet.trucks=5", "bridge.headway=30 s");
        assertThat(worlds.values(3)).startsWith(drawn.sets(3).get(0));
        // Replication 3 has the same world with every combination.
        assertThat(worlds.values(4)).containsExactly(drawn.sets(3).get(0), "fleet.trucks=4", "bridge.headway=10 s");
    }

    private static Question question(List<Wish> wishes, String... bounds) {
        return new Question(
                VARIED,
                wishes,
                Stream.of(bounds).map(SuchThat::parse).toList(),
                Margin.ofShare(0.01),
                Margin.ofShare(0.01),
                0.02,
                1000,
                false);
    }

    /** A replication that does not clear counts as the horizon in a mean; in a share NaN meets no bound. No data of another metric stay no data. */
    @Test
    void a_replication_that_does_not_clear_counts_as_the_horizon_but_in_a_share() {
        Question question = question(
                List.of(new Wish("lead_time_h", false), new Wish("days_to_clear.cargo", false)),
                "days_to_clear.cargo <= 9 in 90% of replications",
                "days_to_clear.cargo <= 9",
                "wait_outbound_min <= 30 in 90% of replications");
        List<String> metrics = List.of("lead_time_h", "days_to_clear.cargo", "wait_outbound_min");
        List<List<PointTask>> asked = new ArrayList<>();
        Outputs outputs = new Outputs(
                question,
                candidates,
                tasks -> {
                    asked.add(tasks);
                    return List.of(new double[][] {{30, 8, 1}, {31, Double.NaN, 2}}, new double[][] {
                        {32, Double.NaN, Double.NaN}, {33, Double.NaN, 4}, {Double.NaN, 7, 5}
                    });
                },
                metrics,
                10);

        List<double[][]> rows = outputs.run(List.of(new PointTask(4, 1, 2), new PointTask(2, 3, 5)));

        assertThat(asked).containsExactly(List.of(new PointTask(0, 1, 2), new PointTask(1, 3, 5)));
        assertThat(text(rows))
                .isEqualTo("[[[30.0, 8.0, 8.0, 8.0, 1.0], [31.0, 10.0, NaN, 10.0, 2.0]],"
                        + " [[32.0, 10.0, NaN, 10.0, NaN], [33.0, 10.0, NaN, 10.0, 4.0], [NaN, 7.0, 7.0, 7.0, 5.0]]]");
        assertThat(outputs.notCleared(4)).isEqualTo(1);
        assertThat(outputs.notCleared(2)).isEqualTo(2);
        assertThat(outputs.notCleared(0)).isZero();
    }

    @Test
    void rows_of_drawn_worlds_become_those_of_their_combination() {
        DrawnWorlds drawn = new DrawnWorlds(SPEED, List.of(), 1);
        Outputs outputs = new Outputs(
                question(List.of(new Wish("lead_time_h", false))),
                new Candidates(VARIED, worlds, drawn),
                tasks -> tasks.stream()
                        .map(task -> new double[][] {{100 * task.point() + task.first()}})
                        .toList(),
                List.of("lead_time_h"),
                10);

        List<double[][]> rows = outputs.run(List.of(new PointTask(5, 2, 3), new PointTask(0, 4, 4)));

        // Worlds 0 and 1 are the combinations themselves.
        assertThat(text(rows)).isEqualTo("[[[202.0], [303.0]], [[404.0]]]");
    }

    private static String text(List<double[][]> rows) {
        return Arrays.deepToString(rows.toArray(new double[0][][]));
    }

    @Test
    void more_than_1000_combinations_are_searched() {
        List<Wish> one = List.of(new Wish("cost", false));
        assertThat(varying(List.of("a=1..10", "b=1..100"), one).combinations()).isEqualTo(1000);
        assertThat(varying(List.of("a=1..10", "b=1..100"), one).isSearch()).isFalse();
        assertThat(varying(List.of("a=1..7", "b=1..143"), one).isSearch()).isTrue();
    }

    private static Question varying(List<String> varied, List<Wish> wishes) {
        return new Question(
                varied.stream().map(Vary::parse).toList(),
                wishes,
                List.of(),
                Margin.ofShare(0.01),
                Margin.ofShare(0.01),
                0.02,
                1000,
                false);
    }
}
