package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables as spreadsheets, editors and people write them, for each kind of table. */
class TablesTest {

    /** The tables that a scenario may name. */
    enum Kind {
        CONSIGNMENTS("consignments: table.csv\n", "time,cargo,tonnes", "8 h,steel,24", "9 h,grain,1.25"),
        OBSERVED("observed: table.csv\n", "date,outbound_trucks,return_trucks", "2024-09-02,1,2", "2024-09-03,3,4"),
        SERIES("", "day,factor", "0,1", "1,0.5"),
        SAMPLE("origin: {loading: {time: empirical(table.csv)}}\n", "time_min,note", "30,a", "40,b");

        private final String names;
        private final String header;
        private final String first;
        private final String second;

        Kind(String names, String header, String first, String second) {
            this.names = names;
            this.header = header;
            this.first = first;
            this.second = second;
        }

        String scenario() {
            return this == SERIES
                    ? ScenarioTexts.with(
                            "  steel: {load: 40 t, rate: 10 trucks/d}",
                            "  steel: {load: 40 t, rate: 10 trucks/d, profile: {series: table.csv}}")
                    : ScenarioTexts.and(names);
        }

        int columns() {
            return header.split(",", -1).length;
        }

        String whole() {
            return header + "\n" + first + "\n" + second + "\n";
        }
    }

    @TempDir
    private Path directory;

    private LoadResult load(Kind kind, byte[] table) throws IOException {
        Files.write(directory.resolve("table.csv"), table);
        Path scenario = Files.writeString(directory.resolve("border.yaml"), kind.scenario());
        return new ScenarioLoader().load(scenario.toString(), List.of());
    }

    private Scenario good(Kind kind, String table) throws IOException {
        LoadResult loaded = load(kind, table.getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.problems()).isEmpty();
        return Objects.requireNonNull(loaded.scenario());
    }

    private List<String> problems(Kind kind, String table) throws IOException {
        return problems(kind, table.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(Kind kind, byte[] table) throws IOException {
        return load(kind, table).problems().stream()
                .map(p -> p.toString().replace(directory + "/", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void cells_beyond_the_header_are_a_problem_of_each_row(Kind kind) throws IOException {
        String table = kind.header + "\n" + kind.first + ",5\n" + kind.second + "\n" + kind.second + ",250\n";

        assertThat(problems(kind, table))
                .containsExactly(
                        "table.csv:2:" + (kind.first.length() + 2) + ": the row has " + (kind.columns() + 1)
                                + " cells, the header " + kind.columns()
                                + ": numbers need a decimal point, and text with a comma quotes, got '5'",
                        "table.csv:4:" + (kind.second.length() + 2) + ": the row has " + (kind.columns() + 1)
                                + " cells, the header " + kind.columns()
                                + ": numbers need a decimal point, and text with a comma quotes, got '250'");
    }

    @ParameterizedTest
    @EnumSource
    void empty_cells_at_the_end_and_rows_of_empty_cells_are_passed_over(Kind kind) throws IOException {
        Scenario plain = good(kind, kind.whole());

        Scenario loose = good(
                kind, ",,\n" + kind.header + ",,\n\n" + kind.first + ",\n,,\n" + kind.second + ", ,\n , \n,,\n,,\n");

        assertThat(loose.config()).isEqualTo(plain.config());
        assertThat(loose.observed()).isEqualTo(plain.observed());
    }

    @ParameterizedTest
    @EnumSource
    void a_byte_order_mark_and_the_line_ends_of_other_systems_are_passed_over(Kind kind) throws IOException {
        Scenario plain = good(kind, kind.whole());

        assertThat(good(kind, "\uFEFF" + kind.whole().replace("\n", "\r\n")).config())
                .isEqualTo(plain.config());
        assertThat(good(kind, kind.whole().replace("\n", "\r")).config()).isEqualTo(plain.config());
    }

    @ParameterizedTest
    @EnumSource
    void another_separator_is_read_if_the_header_has_it_too_and_else_one_problem(Kind kind) throws IOException {
        String consequence = ": save the table as CSV with commas, its numbers with decimal points";

        if (kind == Kind.SAMPLE) {
            assertThat(problems(kind, kind.whole().replace(',', ';')))
                    .containsExactly("table.csv:1:1: cells must be separated by commas, here they are by semicolons (;)"
                            + consequence);
        } else {
            for (char separator : new char[] {';', '\t'}) {
                assertThat(good(kind, kind.whole().replace(',', separator)).config())
                        .isEqualTo(good(kind, kind.whole()).config());
            }
        }
        assertThat(problems(kind, kind.header + "\n" + (kind.first + "\n" + kind.second).replace(',', ';') + "\n"))
                .containsExactly("table.csv:2:1: cells must be separated by commas, here they are by semicolons (;)"
                        + consequence);
        assertThat(problems(kind, "sep=;\n" + kind.whole().replace(',', ';')))
                .containsExactly("table.csv:1:1: cells must be separated by commas, here they are by semicolons (;)"
                        + consequence);
    }

    @ParameterizedTest
    @EnumSource
    void another_encoding_is_one_problem_with_the_place_and_the_way_out(Kind kind) throws IOException {
        String table = kind.whole() + "\u00e4,,\n";

        assertThat(problems(kind, table.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(
                        "table.csv:4:1: the file is not UTF-8 text: unexpected byte 0xE4; save it as UTF-8 (in a"
                                + " spreadsheet as 'CSV UTF-8', in an editor with the encoding UTF-8), or say in the"
                                + " scenario what it is: 'encoding: windows-1252'");
        for (String name : List.of("UTF-16LE", "UTF-16BE")) {
            assertThat(problems(kind, table.getBytes(Charset.forName(name))))
                    .singleElement()
                    .asString()
                    .startsWith("table.csv:1:1: the file is UTF-16 text, must be UTF-8; save it as UTF-8 (");
        }
        assertThat(problems(kind, new byte[] {'P', 'K', 3, 4, 0, (byte) 0xE4}))
                .containsExactly(
                        "table.csv:1:1: the file is no text but a workbook or an archive; save its sheet as 'CSV"
                                + " UTF-8'");
    }

    @ParameterizedTest
    @EnumSource
    void a_table_with_no_row_is_told_at_the_value(Kind kind) throws IOException {
        assertThat(problems(kind, kind.header + "\n,,\n"))
                .singleElement()
                .asString()
                .startsWith("border.yaml:")
                .endsWith("has no row below its header");
        assertThat(problems(kind, ",,\n\n"))
                .singleElement()
                .asString()
                .startsWith("border.yaml:")
                .endsWith("names the file 'table.csv', which is empty");
    }

    @Test
    void a_table_without_a_header_is_one_problem() throws IOException {
        assertThat(problems(Kind.CONSIGNMENTS, "2024-09-02 08:00,steel,24\n"))
                .containsExactly("table.csv:1:1: the first row must name the columns: time, cargo, tonnes and perhaps"
                        + " priority; got '2024-09-02 08:00,steel,24'");
    }

    @Test
    void misspelt_columns_are_told_one_by_one_and_missing_ones_too() throws IOException {
        assertThat(problems(Kind.CONSIGNMENTS, "tme,crgo,tones\n8 h,steel,24\n"))
                .contains(
                        "table.csv:1:1: unknown column 'tme', did you mean 'time'?",
                        "table.csv:1:5: unknown column 'crgo', did you mean 'cargo'?",
                        "table.csv:1:10: unknown column 'tones', did you mean 'tonnes'?");
        assertThat(problems(Kind.CONSIGNMENTS, "time\n8 h\n"))
                .containsExactly(
                        "table.csv:1:1: required column 'cargo' is missing",
                        "table.csv:1:1: required column 'tonnes' is missing");
        assertThat(problems(Kind.OBSERVED, "outbound_trucks\n5\n"))
                .singleElement()
                .asString()
                .contains("must have exactly one of the columns date, day, time")
                .endsWith("got none");
    }

    @Test
    void a_sample_of_quoted_cells_with_another_separator_is_one_problem() throws IOException {
        assertThat(problems(Kind.SAMPLE, "\"time_min\";\"note\"\n30;a\n"))
                .singleElement()
                .asString()
                .startsWith("table.csv:1:1: cells must be separated by commas, here they are by semicolons (;)");
        assertThat(problems(Kind.SAMPLE, "time_min,\"note\" more\n30,a\n"))
                .singleElement()
                .asString()
                .contains("names the file 'table.csv', which is no CSV");
        assertThat(good(Kind.SAMPLE, "time_min,note\n30,a; b\n40,b\n").config())
                .isEqualTo(good(Kind.SAMPLE, Kind.SAMPLE.whole()).config());
    }

    @Test
    void wrong_values_of_a_sample_are_told_one_by_one_and_no_more() throws IOException {
        assertThat(problems(Kind.SAMPLE, "time_min\nsoon\nlate\n"))
                .hasSize(2)
                .allMatch(problem -> problem.contains("value must be a duration"));
    }

    @Test
    void a_sample_without_a_header_has_one_column() throws IOException {
        assertThat(problems(Kind.SAMPLE, "24 min\n30 min,5\n"))
                .containsExactly(
                        "table.csv:2:8: the row has 2 cells, the header 1: numbers need a decimal point, and text"
                                + " with a comma quotes, got '5'");
    }

    @Test
    void a_cell_below_no_name_is_told() throws IOException {
        assertThat(problems(Kind.CONSIGNMENTS, "time,,cargo,tonnes\n8 h,x,steel,24\n9 h,,steel,24\n"))
                .containsExactly("table.csv:2:5: the column has no name, but this cell is not empty, got 'x'");
        assertThat(problems(Kind.CONSIGNMENTS, ",time,cargo,tonnes\n,8 h,steel,24\nx,9 h,steel,24\n"))
                .containsExactly("table.csv:3:1: the column has no name, but this cell is not empty, got 'x'");
    }

    @Test
    void a_quoted_cell_may_hold_commas_quotes_and_line_ends_and_columns_are_still_counted() throws IOException {
        assertThat(problems(Kind.CONSIGNMENTS, "time,cargo,tonnes\n\"8\nh\",\"a \"\"b\"\", c\",24,5\n"))
                .containsExactly(
                        "table.csv:2:23: the row has 4 cells, the header 3: numbers need a decimal point, and text"
                                + " with a comma quotes, got '5'");
    }

    @Test
    void a_series_may_stand_in_the_scenario_itself() {
        String text = ScenarioTexts.with(
                "  steel: {load: 40 t, rate: 10 trucks/d}",
                "  steel:\n    load: 40 t\n    rate: 10 trucks/d\n    profile:\n      series: |\n        day,factor\n"
                        + "        0,1\n        1,0.5\n");

        Scenario inside = ScenarioTexts.scenario(text);

        assertThat(inside.resolvedText()).contains("      series:\n        0: 1\n        1: 0.5\n");
        assertThat(ScenarioTexts.problems(text.replace("1,0.5", "1,0,5")))
                .singleElement()
                .asString()
                .contains("demand.steel.profile.series, line 3, column 5: the row has 3 cells, the header 2");
    }

    @Test
    void a_zone_that_is_no_offset_names_the_clock_that_counts() throws IOException {
        for (String offset : List.of(" UTC", "-05", "+01:00[Europe/Warsaw]", " CET")) {
            String time = "2024-09-02T06:00:00" + offset;
            assertThat(problems(Kind.CONSIGNMENTS, "time,cargo,tonnes\n" + time + ",steel,24\n"))
                    .containsExactly(
                            "table.csv:2:1: time must be a local time: offsets are not taken, it is read on the"
                                    + " origin's clock, such as '2024-09-02T06:00:00', got '" + time + "'");
        }
        assertThat(problems(Kind.CONSIGNMENTS, "time,cargo,tonnes\n2024-09-02T06:00+19:00,steel,24\n"))
                .containsExactly("table.csv:2:1: time has an offset that must lie within -18:00 and +18:00, got"
                        + " '2024-09-02T06:00+19:00'");
        assertThat(ScenarioTexts.problems(ScenarioTexts.with(
                        "  length: 940.8 m",
                        "  length: 940.8 m\n  closures: [{from: \"2024-09-02T06:00Z\", to: 2024-09-03}]")))
                .singleElement()
                .asString()
                .contains(
                        "bridge.closures.0.from must be a local time: offsets are not taken, it is read on the origin's");
        assertThat(ScenarioTexts.problems(ScenarioTexts.and("convoys: {return: {departures: [\"09:00+01:00\"]}}\n")))
                .singleElement()
                .asString()
                .contains(
                        "offsets are not taken, it is read on the clock of the bank that it belongs to, such as '09:00'");
    }

    @Test
    void what_was_observed_outside_the_window_is_warned_of_with_number_and_first_line() throws IOException {
        record Case(String table, String warning) {}
        String none = "; no row is left to compare";
        for (Case each : List.of(
                new Case(
                        "date,outbound_trucks\n2025-09-02,61\n2025-09-03,62\n",
                        "table.csv:2:1: observed: 2 of 2 rows lie after the end of the run and are not compared, the first in"
                                + " line 2" + none),
                new Case(
                        "day,return_trucks\n1,5\n,\n2,7\n",
                        "table.csv:4:1: observed: 1 of 2 rows lie after the end of the run and are not compared, the first in"
                                + " line 4"),
                new Case(
                        "time,outbound_trucks\n2024-09-02T07:00,1\n2024-08-02T07:00,1\n2023-08-02T07:00,1\n",
                        "table.csv:3:1: observed: 2 of 3 rows lie before the start of the run and are not compared, the"
                                + " first in line 3"))) {
            LoadResult loaded = load(Kind.OBSERVED, each.table().getBytes(StandardCharsets.UTF_8));

            assertThat(loaded.problems()).isEmpty();
            assertThat(loaded.warnings())
                    .extracting(p -> p.toString().replace(directory + "/", ""))
                    .containsExactly(each.warning());
        }
    }

    @Test
    void hours_in_the_warm_up_are_warned_of() throws IOException {
        Files.writeString(
                directory.resolve("table.csv"), "time,outbound_trucks\n2024-09-02T23:00,1\n2024-09-03 00:00,2\n");
        Path scenario = Files.writeString(directory.resolve("border.yaml"), Kind.OBSERVED.scenario());

        LoadResult loaded = new ScenarioLoader().load(scenario.toString(), List.of("warm-up=1 d"));

        assertThat(loaded.warnings())
                .extracting(p -> p.toString().replace(directory + "/", ""))
                .containsExactly(
                        "table.csv:2:1: observed: 1 of 2 rows lie in the warm-up and are not compared, the first in"
                                + " line 2");
    }

    @Test
    void of_very_many_problems_the_first_are_told_and_how_many_more_there_are() throws IOException {
        String rows = IntStream.range(0, 3_000).mapToObj(i -> "soon,g/r,none\n").collect(Collectors.joining());

        LoadResult loaded = load(Kind.CONSIGNMENTS, ("time,cargo,tonnes\n" + rows).getBytes(StandardCharsets.UTF_8));

        assertThat(loaded.problems()).hasSize(Problems.MOST);
        assertThat(loaded.moreProblems()).isEqualTo(9_000 - Problems.MOST);
    }

    @Test
    void a_number_in_the_place_of_the_cargo_is_one_problem() throws IOException {
        String rows =
                IntStream.range(0, 3_000).mapToObj(i -> "8 h," + i + ",24\n").collect(Collectors.joining());

        assertThat(problems(Kind.CONSIGNMENTS, "time,cargo,tonnes\n" + rows))
                .containsExactly("border.yaml:12:15: consignments must have at most 1000 cargoes, got 3000; a column of"
                        + " numbers in the place of the cargo?");
    }

    @Test
    void very_many_unknown_keys_are_told_as_the_first_and_how_many_more() {
        String keys = IntStream.range(0, 3_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());

        LoadResult loaded = ScenarioTexts.load(ScenarioTexts.and(keys));

        assertThat(loaded.problems()).hasSize(Problems.MOST);
        assertThat(loaded.moreProblems()).isEqualTo(3_000 - Problems.MOST);
    }

    @Test
    void a_table_that_is_whole_is_read_as_before() throws IOException {
        assertThat(good(Kind.CONSIGNMENTS, Kind.CONSIGNMENTS.whole()).config().consignments())
                .containsExactly(
                        new Consignment(8 * Nanos.HOUR, "steel", 24, 0),
                        new Consignment(9 * Nanos.HOUR, "grain", 1.25, 0));
    }

    @Test
    void quoted_cells_with_another_separator_are_read_too() throws IOException {
        String table = "\"time\";\"cargo\";\"tonnes\"\n\"8 h\";\"a\";\"24,5\"\n";
        assertThat(good(Kind.CONSIGNMENTS, table).config().consignments())
                .containsExactly(new Consignment(8 * Nanos.HOUR, "a", 24.5, 0));
    }

    @Test
    void a_decimal_comma_in_quotes_is_told() throws IOException {
        assertThat(problems(Kind.CONSIGNMENTS, "time,cargo,tonnes\n8 h,a,\"24,5\"\n"))
                .containsExactly(
                        "table.csv:2:7: tonnes must be a mass such as '40 t' (kg or t) with a decimal point, got '24,5'");
        assertThat(problems(Kind.SERIES, "day,factor\n0,\"0,5\"\n"))
                .containsExactly("table.csv:2:3: factor must be a number with a decimal point, got '0,5'");
    }
}
