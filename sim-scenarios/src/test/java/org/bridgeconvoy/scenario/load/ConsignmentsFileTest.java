package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsignmentsFileTest {

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private LoadResult load(String csv, String... sets) throws IOException {
        file("list.csv", csv);
        Path scenario = file("border.yaml", ScenarioTexts.and("consignments: list.csv\n"));
        return new ScenarioLoader().load(scenario.toString(), List.of(sets));
    }

    private static Scenario scenario(LoadResult loaded) {
        assertThat(loaded.problems()).isEmpty();
        return Objects.requireNonNull(loaded.scenario());
    }

    private List<String> problems(String csv) throws IOException {
        return load(csv).problems().stream()
                .map(p -> p.toString().replace(directory + "/", ""))
                .toList();
    }

    @Test
    void times_are_dates_or_durations_tonnes_are_bare_or_with_a_unit_rows_in_any_order() throws IOException {
        Scenario scenario = scenario(load(
                """
                cargo,time,priority,tonnes
                grain,36 h,,40
                steel,2024-09-23T08:00,7,800 kg
                "sheet, rolled",PT1H30M,-1,12.5 t
                """.replace("\"sheet, rolled\"", "sheet").replace("2024-09-23", "2024-01-02"), "start=2024-01-01"));

        assertThat(scenario.config().consignments())
                .containsExactly(
                        new Consignment(90 * Nanos.MINUTE, "sheet", 12.5, -1),
                        new Consignment(32 * Nanos.HOUR, "steel", 0.8, 7),
                        new Consignment(36 * Nanos.HOUR, "grain", 40, 0));
        // The stream of the file first, then what only the table has, in the order in which they first appear.
        assertThat(scenario.config().demand().stream().map(CargoStream::cargo))
                .containsExactly("steel", "sheet", "grain");
    }

    @Test
    void a_listed_consignment_has_the_priority_of_its_stream_unless_it_says_otherwise() throws IOException {
        LoadResult loaded = load("time,cargo,tonnes\n1 h,steel,1\n2 h,grain,1\n", "demand.steel.priority=5");

        assertThat(scenario(loaded).config().consignments())
                .extracting(Consignment::priority)
                .containsExactly(5, 0);
    }

    @Test
    void consignments_may_stand_instead_of_demand_and_in_the_scenario_itself() {
        String text = ScenarioTexts.LEAST.substring(0, ScenarioTexts.LEAST.indexOf("demand:"))
                + "consignments: |\n  time,cargo,tonnes\n  1 h,grain,30\n";

        Scenario scenario = ScenarioTexts.scenario(text);

        assertThat(scenario.config().consignments()).containsExactly(new Consignment(Nanos.HOUR, "grain", 30, 0));
        assertThat(scenario.resolvedText()).contains("consignments: |\n  time,cargo,tonnes\n  1 h,grain,30\n");
    }

    @Test
    void the_resolved_text_holds_the_table_and_so_differs_with_its_content() throws IOException {
        Scenario one = scenario(load("time,cargo,tonnes\r\n1 h,grain,30\r\n"));
        Scenario other = scenario(load("time,cargo,tonnes\n1 h,grain,31\n"));

        assertThat(one.resolvedText()).contains("  1 h,grain,30\n").isNotEqualTo(other.resolvedText());
        Scenario again = ScenarioTexts.scenario(one.resolvedText());
        assertThat(again.resolvedText()).isEqualTo(one.resolvedText());
        assertThat(again.config().consignments()).isEqualTo(one.config().consignments());
    }

    @Test
    void a_long_table_stays_in_its_file_named_with_a_sum_that_is_checked() throws IOException {
        String rows =
                IntStream.range(0, 20_000).mapToObj(i -> i + " min,grain,30\n").collect(Collectors.joining());
        Scenario scenario = scenario(load("time,cargo,tonnes\n" + rows, "horizon=20 d"));

        assertThat(scenario.resolvedText()).containsPattern("consignments: \"?.*list\\.csv#sha256=[0-9a-f]{64}");
        Path resolved = file("resolved.yaml", scenario.resolvedText());
        Scenario again = scenario(new ScenarioLoader().load(resolved.toString(), List.of()));
        assertThat(again.config().consignments())
                .isEqualTo(scenario.config().consignments())
                .hasSize(20_000);
        assertThat(again.resolvedText()).isEqualTo(scenario.resolvedText());

        file("list.csv", "time,cargo,tonnes\n1 h,grain,30\n");
        assertThat(new ScenarioLoader().load(resolved.toString(), List.of()).problems())
                .singleElement()
                .asString()
                .contains("which has changed: its sha256 is now ");
    }

    @Test
    void every_problem_of_the_table_is_told_with_its_line_and_column() throws IOException {
        assertThat(problems("""
                time,cargo,tonnes,priority
                8,grain,30,
                2024-13-01T08:00,grain,30,
                soon,"gr/ain",0,high
                1 h,,40 m,1.5
                -2 h,grain
                """))
                .containsExactly(
                        "list.csv:2:1: time needs a unit (ns, us, ms, s, min, h or d), got 8",
                        "list.csv:3:1: time is no date of the calendar, got '2024-13-01'",
                        "list.csv:4:1: time must be a local date and time such as '2024-09-23T08:00' or a duration since the start such as '8 h', got 'soon'",
                        "list.csv:4:6: cargo must consist of letters, digits, blanks and the signs - _ +, and begin with a letter or digit, got 'gr/ain'",
                        "list.csv:4:15: tonnes must be > 0 t and at most 100000 t, got 0",
                        "list.csv:4:17: priority must be a whole number, got 'high'",
                        "list.csv:5:5: cargo must not be empty",
                        "list.csv:5:6: tonnes must be a mass such as '40 t' (kg or t), got '40 m'",
                        "list.csv:5:11: priority must be a whole number, got '1.5'",
                        "list.csv:6:1: time must not lie before the start (2024-09-02), got '-2 h'",
                        "list.csv:6:11: tonnes must not be empty");
    }

    @Test
    void an_unknown_column_names_the_nearest_and_a_missing_one_is_told() throws IOException {
        assertThat(problems("time,cargo,tones\n1 h,grain,3\n"))
                .containsExactly(
                        "list.csv:1:1: required column 'tonnes' is missing",
                        "list.csv:1:12: unknown column 'tones', did you mean 'tonnes'?");
        assertThat(problems("time,cargo,tonnes,time\n")).containsExactly("list.csv:1:19: column 'time' is there twice");
    }

    @Test
    void a_table_in_the_scenario_is_told_by_its_own_lines() {
        assertThat(ScenarioTexts.problems(
                        ScenarioTexts.and("consignments: |\n  time,cargo,tonnes\n  1 h,grain,many\n")))
                .singleElement()
                .asString()
                .startsWith("border.yaml:")
                .contains(": consignments, line 2, column 11: tonnes must be a mass");
    }

    @Test
    void a_file_that_is_missing_or_empty_is_told_at_the_value() throws IOException {
        assertThat(problems(""))
                .containsExactly("border.yaml:12:15: consignments names the file 'list.csv', which is empty");
        assertThat(problems("time,cargo,tonnes\n"))
                .containsExactly("border.yaml:12:15: consignments has no row below its header");
        assertThat(ScenarioTexts.problems(ScenarioTexts.and("consignments: none.csv\n")))
                .containsExactly("border.yaml:12:15: consignments cannot read 'none.csv': there is no such file");
        assertThat(ScenarioTexts.problems(ScenarioTexts.LEAST.substring(0, ScenarioTexts.LEAST.indexOf("demand:"))))
                .containsExactly("border.yaml:1:1: required key 'demand' is missing");
    }

    @Test
    void what_lies_beyond_the_horizon_is_warned_of() throws IOException {
        LoadResult loaded = load("time,cargo,tonnes\n1 h,grain,3\n400 d,grain,3\n", "horizon=3 d");

        assertThat(loaded.warnings())
                .singleElement()
                .asString()
                .contains("1 of 2 consignments lie at or after the horizon and do not appear");
    }

    @Test
    void a_change_of_the_world_keeps_the_consignments() throws IOException {
        file("list.csv", "time,cargo,tonnes\n1 h,grain,3\n");
        Path scenario = file(
                "border.yaml",
                ScenarioTexts.and("consignments: list.csv\nchanges: [{at: 1 d, set: {fleet.trucks: 9}}]\n"));

        Scenario loaded = scenario(new ScenarioLoader().load(scenario.toString(), List.of()));

        assertThat(loaded.config().changes().get(0).world().consignments())
                .isEqualTo(loaded.config().consignments());
    }
}
