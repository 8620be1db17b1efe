package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.and;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.scenario;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Expectation;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.api.Test;

class AnswersFileTest {

    private static final String TWO_VARIANTS = """
            variants:
              more: {set: {fleet.trucks: 5}}
              famous: {extends: day-and-night}
            """;

    @Test
    void a_variant_is_this_scenario_or_a_built_in_one_over_the_same_window() {
        Scenario scenario = scenario(and(TWO_VARIANTS + """
                answers:
                  - {says: tonnes, metric: delivered_t_per_day, against: more}
                  - {says: tonnes, metric: delivered_t_per_day, of: famous}
                """));

        Answer.OfMetric more = (Answer.OfMetric) scenario.answers().get(0);
        Answer.OfMetric famous = (Answer.OfMetric) scenario.answers().get(1);
        assertThat(Objects.requireNonNull(more.against()).config().trucks()).isEqualTo(5);
        assertThat(Objects.requireNonNull(famous.of()).config().trucks()).isEqualTo(300);
        assertThat(Objects.requireNonNull(famous.of()).config().horizonNanos())
                .isEqualTo(scenario.config().horizonNanos());
        assertThat(scenario(scenario.resolvedText())).isEqualTo(scenario);
    }

    @Test
    void what_is_wrong_with_answers_is_told_with_its_place_and_the_nearest_name() {
        assertThat(problems(and(TWO_VARIANTS + """
                answers:
                  - {says: tonnes, metric: deliverd_t_per_day}
                  - {says: tonnes, metric: delivered_t_per_day, of: mor}
                  - {says: tonnes, metric: delivered_t_per_day, of: more, against: famous}
                  - {says: both, metric: delivered_t_per_day, recovery-from: 2024-09-02}
                  - {says: alone, recovery-from: 2024-09-02}
                  - {says: late, recovery-from: 2024-12-01, against: more}
                """)))
                .containsExactly(
                        "border.yaml:16:28: answers.0.metric names no metric of this scenario, got"
                                + " 'deliverd_t_per_day', did you mean 'delivered_t_per_day'?",
                        "border.yaml:17:53: answers.1.of names no variant, got 'mor', did you mean 'more'?",
                        "border.yaml:18:68: answers.2.against cannot stand beside of",
                        "border.yaml:19:5: answers.3 must have either metric or recovery-from",
                        "border.yaml:20:34: answers.4.recovery-from needs against: the variant whose undelivered tonnes it"
                                + " is compared with",
                        "border.yaml:21:33: answers.5.recovery-from must lie within the run, got 2024-12-01");
    }

    @Test
    void what_is_expected_of_an_answer_is_a_sign_and_a_number() {
        Scenario scenario = scenario(and(TWO_VARIANTS + """
                question: Do enough tonnes arrive?
                answers:
                  - {says: tonnes, metric: delivered_t_per_day, expect: " >= 150.5 "}
                  - {says: more, metric: delivered_t_per_day, against: more, expect: "<-3"}
                  - {says: days, recovery-from: 2024-09-02, against: more, expect: "<= 7"}
                  - {says: nothing, metric: delivered_t_per_day, expect: null}
                """));

        assertThat(scenario.question()).isEqualTo("Do enough tonnes arrive?");
        assertThat(scenario.answers().stream().map(Answer::expect))
                .containsExactly(
                        new Expectation(DayGoal.Relation.AT_LEAST, 150.5),
                        new Expectation(DayGoal.Relation.LESS_THAN, -3),
                        new Expectation(DayGoal.Relation.AT_MOST, 7),
                        null);
        assertThat(scenario(scenario.resolvedText())).isEqualTo(scenario);
    }

    @Test
    void an_expectation_of_another_form_is_told_with_its_place() {
        String start =
                "border.yaml:13:57: answers.0.expect must be a sign (>=, <=, > or <) and a plain number without a"
                        + " unit, such as '>= 100', got ";
        for (String wrong :
                List.of("150", "= 150", ">= 150 t", "=> 150", ">= many", ">=", ">= 1 >= 2", "at least 150")) {
            assertThat(problems(and(
                            "answers:\n  - {says: tonnes, metric: delivered_t_per_day, expect: \"" + wrong + "\"}\n")))
                    .containsExactly(start + "'" + wrong + "'");
        }
        assertThat(problems(and("answers:\n  - {says: tonnes, metric: delivered_t_per_day, expect: [1]}\n")))
                .containsExactly("border.yaml:13:57: answers.0.expect must be one value, got a list");
    }

    @Test
    void a_sign_without_quotes_is_told_to_need_them() {
        String help = "; a value that begins with > or < needs quotes: \">= 100\"";
        for (String item : List.of(
                "  - {says: it, expect: >= 1}",
                "  - says: it\n    expect: >= 1",
                "  - {expect: > 1}",
                "  - expect: > 1")) {
            assertThat(problems(and("answers:\n" + item + "\n")))
                    .singleElement()
                    .asString()
                    .startsWith("border.yaml:1")
                    .endsWith(help);
        }
    }

    @Test
    void a_question_is_inherited_and_null_removes_it() {
        assertThat(scenario("scenario: a\nextends: day-and-night\n").question())
                .isEqualTo(
                        "Do more than 100 trucks get over the bridge on an open day, as reported, and what would limit it?");
        Scenario silent = scenario("scenario: a\nextends: day-and-night\nquestion: null\n");
        assertThat(silent.question()).isEmpty();
        assertThat(silent.resolvedText()).doesNotContain("question:");
        assertThat(problems(and("question: {a: b}\n")))
                .containsExactly("border.yaml:12:11: question must be one value, got a map");
    }

    @Test
    void recovery_is_refused_where_there_are_no_tonnes_to_deliver() {
        assertThat(problems("""
                scenario: village
                start: 2024-09-02
                horizon: 2 d
                bridge: {length: 940 m, speed: 20 km/h, control: {timetable: {outbound: always, return: always}}, lanes: 2}
                traffic: {cars: {direction: outbound, rate: 100 vehicles/d}}
                variants: {more: {set: {traffic.cars.rate: 200 vehicles/d}}}
                answers: [{says: days, recovery-from: 2024-09-02, against: more}]
                """))
                .containsExactly("border.yaml:7:39: answers.0.recovery-from must be left out with traffic alone: this"
                        + " scenario has no tonnes to deliver");
        assertThat(problems(and("""
                traffic: {cars: {direction: outbound, rate: 100 vehicles/d}}
                variants: {cars: {set: {fleet: null, demand: null}}}
                answers: [{says: days, recovery-from: 2024-09-02, against: cars}]
                """)))
                .containsExactly(
                        "border.yaml:14:39: answers.0.recovery-from must be left out with traffic alone: variant"
                                + " 'cars' has no tonnes to deliver");
    }

    @Test
    void what_is_wrong_with_a_variant_is_told() {
        assertThat(problems(and("""
                variants:
                  wrong: {set: {fleet.truks: 5}}
                  unknown: {extends: day-and-nigth}
                """)))
                .containsExactly(
                        "border.yaml:13:10: variants.wrong: unknown path 'fleet.truks', did you mean 'fleet.trucks'?",
                        "border.yaml:14:12: variants.unknown: extends must be a built-in scenario, got 'day-and-nigth', did"
                                + " you mean 'day-and-night'?");
    }

    @Test
    void unknown_keys_of_answers_are_told_even_if_something_else_is_wrong() {
        assertThat(problems(ScenarioTexts.with("fleet: {trucks: 3}", "fleet: {trucks: none}")
                        + "answers: [{says: it, metrik: delivered_t_per_day}]\n"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("unknown key 'answers.0.metrik', did you mean 'metric'?"));
    }

    @Test
    void an_answer_falls_away_where_a_value_that_is_set_takes_its_cargo_or_variant_away() {
        String text = and("""
                  sand: {load: 20 t, rate: 2 trucks/d}
                variants:
                  lighter: {set: {demand.sand.load: 10 t}}
                answers:
                  - {says: sand, metric: lead_time_h.sand}
                  - {says: less sand, metric: delivered_t_per_day, of: lighter}
                  - {says: tonnes, metric: delivered_t_per_day}
                """);

        assertThat(scenario(text).answers()).hasSize(3);
        Scenario without = scenario(text, "demand.sand=null");
        assertThat(without.answers().stream().map(Answer::says)).containsExactly("tonnes");
        assertThat(scenario(without.resolvedText())).isEqualTo(without);
    }

    @Test
    void answers_are_inherited_where_they_fit() {
        Scenario scenario = Objects.requireNonNull(new ScenarioLoader()
                .loadText("mine.yaml", "scenario: mine\nextends: bridge-repair\ndemand: {held-back: null}\n", List.of())
                .scenario());

        assertThat(scenario.answers())
                .isNotEmpty()
                .noneMatch(a ->
                        a instanceof Answer.OfMetric of && of.metric().name().contains("held-back"));
    }

    @Test
    void a_variant_has_the_window_of_its_scenario_and_a_recovery_begins_within_it() {
        for (String set : List.of("start: 2024-09-03", "horizon: 3 d", "warm-up: 1 d")) {
            assertThat(problems(and("variants: {dry: {set: {" + set + "}}}\n")))
                    .containsExactly(
                            "border.yaml:12:17: variants.dry: variants.dry must have the start, horizon and warm-up of"
                                    + " this scenario");
        }
        String recovery = "variants: {dry: {set: {bridge.lanes: 2}}}\n"
                + "answers:\n  - {says: days, recovery-from: DATE, against: dry}\n";
        for (String date : List.of("2024-09-01", "2024-09-04")) {
            assertThat(problems(and(recovery.replace("DATE", date))))
                    .containsExactly("border.yaml:14:33: answers.0.recovery-from must lie within the run, got " + date);
        }
        for (String date : List.of("2024-09-02", "2024-09-03")) {
            assertThat(problems(and(recovery.replace("DATE", date)))).isEmpty();
        }
        assertThat(problems(and("answers:\n  - {says: x, metric: delivered_t_per_day, against: dry}\n")))
                .containsExactly(
                        "border.yaml:13:53: answers.0.against names no variant, got 'dry'; there are none under variants");
    }
}
