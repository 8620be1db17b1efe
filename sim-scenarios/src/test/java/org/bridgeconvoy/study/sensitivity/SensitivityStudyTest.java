package org.bridgeconvoy.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Shard;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An analysis whose replications are stored, so that their numbers are written by hand: four worlds of a joint sample, two replications each. */
class SensitivityStudyTest {

    private static final OpenScenario OPEN = new ScenarioLoader().openText("small.yaml", """
            scenario: small
            start: 2024-10-14
            horizon: 10 d
            bridge: {length: 100 m, speed: 10 km/h, control: {timetable: {outbound: "08:00-12:00", return: "14:00-18:00"}}}
            fleet: {trucks: 12, payload: 10 t}
            demand: {cargo: {load: 10 t, backlog: 200 t, total: 200 t}}
            variants: {more: {set: {fleet.trucks: 20}}}
            """);

    private static final UncertainInputs JOINT = new UncertainInputs(
            List.of(), List.of("fleet.trucks"), List.of(List.of("10"), List.of("11"), List.of("12"), List.of("13")));

    private static Scenario scenario(UncertainInputs uncertain, String... sets) {
        Scenario s = Objects.requireNonNull(OPEN.load(List.of(sets)).scenario());
        return new Scenario(
                s.name(),
                s.question(),
                s.description(),
                s.config(),
                s.seed(),
                s.replications(),
                s.sources(),
                s.answers(),
                uncertain,
                s.resolvedText());
    }

    private static SensitivityStudy study(List<String> metrics, String... bounds) {
        return SensitivityStudy.of(
                scenario(JOINT), metrics, Stream.of(bounds).map(SuchThat::parse).toList());
    }

    private static SensitivityPlan plan() {
        return SensitivityPlan.of(JOINT, 0, 2, 1, 1);
    }

    private static PointWorlds worlds(SensitivityPlan plan) {
        PointWorlds worlds = new PointWorlds(OPEN, List.of());
        worlds.add(plan.sets());
        return worlds;
    }

    /** Numbers by replication: the first of the base, then two for each world. */
    private static final class Stored implements RowStore {
        private final double[][] rows;
        private final List<String> asked = new ArrayList<>();

        Stored(double[]... rows) {
            this.rows = rows;
        }

        @Override
        public Optional<double[]> take(int point, int replication) {
            asked.add(point + ":" + replication);
            return Optional.of(rows[point == 0 ? 0 : replication].clone());
        }

        @Override
        public void save(int point, int replication, double[] row) {
            throw new AssertionError("all is stored");
        }
    }

    private static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    private static SensitivityResult run(SensitivityStudy study, double[]... rows) {
        try (Workers workers = Workers.of(1)) {
            return study.run(
                    plan(),
                    worlds(plan()),
                    1,
                    1,
                    workers,
                    new Stored(rows),
                    new Phases((phase, done, planned) -> {}, List.of(SensitivityStudy.PHASE)));
        }
    }

    @Test
    void metrics_are_those_asked_for_then_those_of_bounds() {
        assertThat(study(List.of()).metrics()).containsExactly("delivered_t_per_day", "lead_time_h");
        assertThat(study(
                                List.of("lead_time_h"),
                                "delivered_t_per_day >= 1",
                                "lead_time_h <= 9",
                                "delivered_t_per_day <= 3")
                        .metrics())
                .containsExactly("lead_time_h", "delivered_t_per_day");
        assertThatThrownBy(() -> study(List.of("lead_tme_h")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no metric 'lead_tme_h', did you mean 'lead_time_h'?");
        assertThatThrownBy(() -> study(List.of(), "zzzzzzzz <= 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no metric 'zzzzzzzz'; run --format csv lists them");
    }

    @Test
    void without_names_metrics_are_those_of_the_answers_with_their_labels() {
        Scenario scenario = scenario(
                JOINT,
                "answers=[{says: \"what arrives\", metric: delivered_t_per_day},"
                        + " {says: \"days less\", metric: days_to_clear.cargo, against: more},"
                        + " {says: \"days with more\", metric: undelivered_end_t, of: more},"
                        + " {says: \"again\", metric: delivered_t_per_day}]");
        SensitivityStudy study = SensitivityStudy.of(scenario, List.of(), List.of());
        assertThat(study.metrics()).containsExactly("delivered_t_per_day", "days_to_clear.cargo", "undelivered_end_t");

        List<MetricSensitivity> metrics = run(
                        study,
                        new double[] {1, 1, 1},
                        new double[] {1, 1, 1},
                        new double[] {1, 1, 1},
                        new double[] {2, 2, 2},
                        new double[] {2, 2, 2},
                        new double[] {3, 3, 3},
                        new double[] {3, 3, 3},
                        new double[] {4, 4, 4},
                        new double[] {4, 4, 4})
                .metrics();

        // What a label says of a comparison or a variant is not what is analysed here.
        assertThat(metrics.get(0).says()).isEqualTo("what arrives");
        assertThat(metrics.get(1).says()).isEqualTo(metrics.get(1).metric().text());
        assertThat(metrics.get(2).says()).isEqualTo(metrics.get(2).metric().text());
        assertThat(metrics.get(0).expected().mean().value()).isCloseTo(2.5, within(1e-12));
    }

    /** The replications of the four worlds give 10, 10, 20, 20, 20, 30, 30 and 30, so that the expected values are near 10, 20, 25 and 30. */
    @ParameterizedTest
    @CsvSource({
        ">= 20, 0.75",
        "> 20, 0.375",
        "<= 20, 0.625",
        "< 20, 0.25",
        ">= 31, 0",
    })
    void the_chance_of_a_bound_is_the_share_that_meets_it(String bound, double chance) {
        SensitivityResult result =
                run(study(List.of("lead_time_h"), "lead_time_h " + bound), column(5, 10, 10, 20, 20, 20, 30, 30, 30));

        BoundChance found = result.bounds().get(0);
        assertThat(found.replication().value()).isCloseTo(chance, within(1e-12));
        assertThat(found.range().mean().value()).isCloseTo(21.25, within(1e-12));
        assertThat(result.metrics()).hasSize(1);
        assertThat(result.metrics().get(0).base().mean()).isEqualTo(5);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.worlds()).isEqualTo(4);
        assertThat(result.replications()).isEqualTo(2);
    }

    @Test
    void the_expected_value_of_a_world_meets_a_bound_or_does_not() {
        SensitivityResult result = run(
                study(List.of("lead_time_h"), "lead_time_h >= 20", "lead_time_h > 20"),
                column(5, 10, 10, 20, 20, 30, 30, 40, 40));

        assertThat(result.bounds().get(0).expected().value()).isCloseTo(0.75, within(1e-12));
        assertThat(result.bounds().get(1).expected().value()).isCloseTo(0.5, within(1e-12));
    }

    /** The horizon is 10 days; three replications do not clear. */
    @Test
    void a_replication_that_does_not_clear_counts_as_the_horizon_and_meets_no_bound() {
        double none = Double.NaN;
        SensitivityResult result = run(
                study(List.of("days_to_clear.cargo"), "days_to_clear.cargo <= 10", "days_to_clear.cargo <= 8"),
                column(7, 4, 5, 6, none, none, none, 8, 9));

        MetricSensitivity metric = result.metrics().get(0);
        assertThat(metric.expected().mean().value()).isCloseTo((4.5 + 8 + 10 + 8.5) / 4, within(1e-12));
        assertThat(metric.notCleared()).isEqualTo(3);
        assertThat(result.bounds().get(0).replication().value()).isCloseTo((1 + 0.5 + 0 + 1) / 4, within(1e-12));
        assertThat(result.bounds().get(1).replication().value()).isCloseTo((1 + 0.5 + 0 + 0.5) / 4, within(1e-12));
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().get(0))
                .startsWith("3 replications ended before '")
                .endsWith("' was reached; they count as the whole horizon, and meet no bound");
    }

    @Test
    void worlds_without_data_are_left_out_and_told() {
        double none = Double.NaN;
        SensitivityResult result = run(study(List.of("lead_time_h")), column(5, 10, 10, 20, none, 30, 30, 40, 40));

        assertThat(result.metrics().get(0).expected().mean().value()).isCloseTo(80 / 3.0, within(1e-12));
        assertThat(result.metrics().get(0).notCleared()).isZero();
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().get(0))
                .endsWith(": no data in some replications: 1 of 4 rows of worlds are left out");
        assertThatThrownBy(() ->
                        run(study(List.of("lead_time_h")), column(5, none, none, none, none, none, none, none, none)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(": no data in the worlds: ");
    }

    /** Of five points the second of three shards has points 1 and 4, of two replications each. */
    @Test
    void a_shard_takes_its_own_points() {
        Stored store = new Stored(column(5, 10, 10, 20, 20, 30, 30, 40, 40));
        List<String> progress = new ArrayList<>();
        SensitivityPlan plan = plan();
        try (Workers workers = Workers.of(1)) {
            study(List.of("lead_time_h"))
                    .runShard(
                            plan,
                            worlds(plan),
                            1,
                            new Shard(2, 3),
                            workers,
                            store,
                            new Phases(
                                    (phase, done, planned) -> progress.add(done + "/" + planned),
                                    List.of(SensitivityStudy.PHASE)));
        }

        assertThat(store.asked).containsExactly("1:1", "1:2", "4:7", "4:8");
        assertThat(progress).first().isEqualTo("0/4");
    }

    @Test
    void other_inputs_metrics_or_seeds_are_other_work() {
        SensitivityStudy study = study(List.of("lead_time_h"));

        assertThat(study(List.of("lead_time_h"), "lead_time_h <= 3").work(1)).isEqualTo(study.work(1));
        assertThat(Stream.of(
                        study.work(1),
                        study.work(2),
                        study(List.of("delivered_t_per_day")).work(1),
                        SensitivityStudy.of(scenario(JOINT, "fleet.trucks=13"), List.of("lead_time_h"), List.of())
                                .work(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_input_is_told_in_the_words_of_the_scenario() {
        List<String> choices = List.of("one", "two");
        UncertainInputs independent = new UncertainInputs(
                List.of(
                        new UncertainInput(
                                "bridge.headway",
                                Input.of("bridge.headway", Distribution.uniform(10, 60)),
                                "s",
                                List.of(),
                                List.of(new UncertainInput.Target("bridge.headway", value -> value + " s"))),
                        new UncertainInput(
                                "bridge.control",
                                Input.choice("bridge.control", 1, 1),
                                "",
                                choices,
                                List.of(new UncertainInput.Target(
                                        "bridge.control", value -> choices.get((int) value))))),
                List.of(),
                List.of());

        SensitivityResult result = result(independent);
        assertThat(result.inputs()).isEqualTo(2);
        assertThat(result.worlds()).isEqualTo(8);
        assertThat(result.path(1)).isEqualTo("bridge.control");
        assertThat(result.believed(0)).contains("uniform", "10", "60");
        assertThat(result.unit(0)).isEqualTo("s");
        assertThat(result.unit(1)).isEmpty();
        assertThat(result.shown(0, 12.3456)).isEqualTo("12.3 s");
        assertThat(result.shown(1, 1)).isEqualTo("two");
        assertThat(result.choices(0)).isEmpty();
        assertThat(result.choices(1)).isEqualTo(choices);

        SensitivityResult joint = result(JOINT);
        assertThat(joint.path(0)).isEqualTo("fleet.trucks");
        assertThat(joint.unit(0)).isEmpty();
        assertThat(joint.choices(0)).isEmpty();
        assertThat(joint.shown(0, 12.5)).isEqualTo("12.5");
    }

    private static SensitivityResult result(UncertainInputs uncertain) {
        return new SensitivityResult(
                "small",
                "",
                "",
                "1",
                1,
                uncertain,
                SensitivityPlan.of(uncertain, 8, 1, 1, 1).design(),
                1,
                List.of(),
                List.of(),
                List.of());
    }
}
