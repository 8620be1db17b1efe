package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;

/**
 * A world without chance: of four truckloads of 10 t a day, what has accrued appears at 06:00, the lane lets six trucks a day in (08:00-09:00, ten
 * minutes apart), and nothing else takes time. It is closed on the days 2 and 3.
 */
class AnswersTest {

    private static final String WORLD = """
            scenario: by-hand
            start: 2024-09-02
            horizon: 10 d
            replications: 3
            bridge:
              length: 1 km
              speed: 60 km/h
              headway: 10 min
              closures: [{from: "2024-09-04T00:00", to: "2024-09-06T00:00"}]
              control:
                timetable: {outbound: "08:00-09:00", return: "12:00-18:00"}
            fleet: {trucks: 20}
            demand:
              steel: {load: 10 t, rate: 4 trucks/d, arrivals: daily, at: "06:00"}
            variants:
              open: {set: {bridge.closures: null}}
              light: {set: {demand.steel.load: 5 t}}
            answers:
            """;

    private static List<Answered> answers(String... lines) {
        String items =
                Stream.of(lines).map(line -> "  - {says: it, " + line + "}\n").collect(Collectors.joining());
        return run(WORLD + items, StudyOptions.of(1, 3)).answers();
    }

    private static StudyResult run(String text, StudyOptions options) {
        Scenario scenario =
                new ScenarioLoader().loadText("by-hand.yaml", text, List.of()).scenario();
        try (Workers workers = Workers.of(1)) {
            return Study.run(Objects.requireNonNull(scenario), options, workers, Progress.NONE);
        }
    }

    @Test
    void recovery_ends_with_the_first_day_on_which_no_more_is_left_than_without_the_closure() {
        // Eight loads are held back by the end of day 3; 8 + 4 - 6 = 6 are left after day 4, then 4, 2 and, after day
        // 7, none.
        Answered recovery = answers("recovery-from: 2024-09-06, against: open").get(0);

        assertThat(recovery.value().value()).isEqualTo(4);
        assertThat(recovery.value().halfWidth()).isZero();
        assertThat(recovery.missing()).isZero();
        assertThat(recovery.unit()).isEqualTo("d");
    }

    @Test
    void recovery_that_the_run_does_not_see_is_counted_and_not_averaged() {
        // On the days of the closure itself more and more is left; a run that begins to count there still sees day 7.
        Answered counted = answers("recovery-from: 2024-09-04, against: open").get(0);
        assertThat(counted.value().value()).isEqualTo(6);

        String tooShort = WORLD.replace("horizon: 10 d", "horizon: 7 d")
                + "  - {says: it, recovery-from: 2024-09-06, against: open}\n";
        List<Answered> never = run(tooShort, StudyOptions.of(1, 3)).answers();
        assertThat(never.get(0).missing()).isEqualTo(3);
        assertThat(never.get(0).value().value()).isNaN();
    }

    @Test
    void a_metric_is_measured_here_there_and_as_the_paired_difference() {
        // What accrues over 9.25 days, 37 loads, is delivered by the end of 10: 37 t a day, and half of it where a load
        // is of 5 t.
        List<Answered> answers = answers(
                "metric: delivered_t_per_day",
                "metric: delivered_t_per_day, of: light",
                "metric: delivered_t_per_day, against: light");

        assertThat(answers.get(0).value().value()).isEqualTo(37);
        assertThat(answers.get(0).difference()).isNull();
        assertThat(answers.get(1).value().value()).isEqualTo(18.5);
        assertThat(answers.get(1).label()).isEqualTo("it (light)");
        assertThat(answers.get(2).value().value()).isEqualTo(37);
        assertThat(Objects.requireNonNull(answers.get(2).there()).mean()).isEqualTo(18.5);
        assertThat(Objects.requireNonNull(answers.get(2).difference())
                        .estimate()
                        .mean())
                .isEqualTo(18.5);
        assertThat(Objects.requireNonNull(answers.get(2).difference()).halfWidth())
                .isZero();
    }

    @Test
    void an_answer_meets_what_is_expected_if_its_whole_interval_does() {
        // 37 t a day here, 18.5 t in the variant, both without chance.
        assertThat(outcomes(
                        "metric: delivered_t_per_day, expect: '>= 37'",
                        "metric: delivered_t_per_day, expect: '> 37'",
                        "metric: delivered_t_per_day, of: light, expect: '< 18.6'",
                        "metric: delivered_t_per_day, against: light, expect: '<= 18.5'",
                        "metric: delivered_t_per_day, against: light, expect: '>= 37'",
                        "recovery-from: 2024-09-06, against: open, expect: '<= 4'",
                        "recovery-from: 2024-09-06, against: open, expect: '< 4'",
                        "metric: delivered_t_per_day"))
                .containsExactly("yes", "no", "yes", "yes", "no", "yes", "no", "");
    }

    @Test
    void of_one_replication_nothing_can_be_told() {
        String text = WORLD + "  - {says: it, metric: delivered_t_per_day, expect: '>= 1'}\n";
        assertThat(outcomes(run(text, StudyOptions.of(1, 1)).answers())).containsExactly("cannot be told");
    }

    @Test
    void what_no_replication_reached_takes_longer_than_the_run() {
        // From 6 September the run of seven days sees two; all four come after them.
        String tooShort = WORLD.replace("horizon: 10 d", "horizon: 7 d")
                + "  - {says: it, recovery-from: 2024-09-06, against: open, expect: '<= 3'}\n"
                + "  - {says: it, recovery-from: 2024-09-06, against: open, expect: '> 3'}\n"
                + "  - {says: it, recovery-from: 2024-09-06, against: open, expect: '<= 4'}\n";
        assertThat(outcomes(run(tooShort, StudyOptions.of(1, 3)).answers()))
                .containsExactly("no", "yes", "cannot be told");
    }

    private static List<String> outcomes(String... lines) {
        return outcomes(answers(lines));
    }

    private static List<String> outcomes(List<Answered> answers) {
        return answers.stream()
                .map(Answered::expected)
                .map(e -> e == null ? "" : e.outcome().label())
                .toList();
    }

    @Test
    void what_was_not_asked_for_is_not_measured() {
        String text = WORLD + "  - {says: it, metric: delivered_t_per_day}\n";

        assertThat(run(text, StudyOptions.of(1, 2).bare()).answers()).isEmpty();
        assertThat(run(text, StudyOptions.of(1, 2)).answers()).hasSize(1);
    }
}
