package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables as spreadsheets write them. Oracle: the table as this project's files write it, which the others must equal.
 */
class TableFormsTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private static final String SCENARIO = """
            scenario: forms
            start: 2025-12-01
            horizon: 30 d
            bridge: {length: 400 m, speed: 20 km/h, control: {alternate: {outbound: 20 min, return: 20 min}}}
            fleet: {trucks: 5}
            origin: {utc-offset: "+08:00"}
            consignments: list.csv
            """;

    private static final String PLAIN = """
            time,cargo,tonnes
            2025-12-01T06:00,cloth,24.5
            2025-12-13T07:30:10,steel,12
            """;

    @TempDir
    private Path folder;

    private LoadResult load(String table, String... more) throws IOException {
        return load(table.getBytes(StandardCharsets.UTF_8), more);
    }

    private LoadResult load(byte[] table, String... more) throws IOException {
        Files.write(folder.resolve("list.csv"), table);
        Path file = Files.writeString(folder.resolve("forms.yaml"), SCENARIO + String.join("\n", more) + "\n");
        return LOADER.load(file.toString(), List.of());
    }

    private static Scenario scenario(LoadResult loaded) {
        return Objects.requireNonNull(loaded.scenario(), () -> String.valueOf(loaded.problems()));
    }

    private static List<String> problems(LoadResult loaded) {
        return loaded.problems().stream().map(Problem::toString).toList();
    }

    private static String warnings(LoadResult loaded) {
        return String.valueOf(loaded.warnings());
    }

    private void isRead(LoadResult loaded) throws IOException {
        Scenario plain = scenario(load(PLAIN));
        assertThat(scenario(loaded).config().consignments())
                .isEqualTo(plain.config().consignments());
        Scenario again = scenario(LOADER.loadText("again", scenario(loaded).resolvedText(), List.of()));
        assertThat(again.config().consignments()).isEqualTo(plain.config().consignments());
        assertThat(again.resolvedText()).isEqualTo(scenario(loaded).resolvedText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time;cargo;tonnes\n01.12.2025 06:00;cloth;24,5\n13.12.2025 7:30:10;steel;12\n",
                "time\tcargo\ttonnes\n1.12.2025 6:00\tcloth\t24,5 t\n13.12.2025 07:30:10\tsteel\t12\n",
                "time;cargo;tonnes\n01/12/2025 06:00;cloth;24.5\n13/12/2025 07:30:10;steel;12\n",
                "\"time\";\"cargo\";\"tonnes\"\n\"01.12.2025 06:00\";\"cloth\";\"24,5\"\n13.12.2025 07:30:10;steel;12\n",
                "cargo,tonnes,time\ncloth,24.5,01.12.2025 06:00\nsteel,12,13.12.2025 07:30:10\n",
                "time;cargo;tonnes\n2025-11-30T22:00Z;cloth;24,5\n2025-12-13T02:30:10+03:00;steel;12\n",
            })
    void a_table_without_doubt_is_read_and_says_how(String table) throws IOException {
        LoadResult loaded = load(table);
        assertThat(problems(loaded)).isEmpty();
        assertThat(loaded.warnings()).isNotEmpty();
        isRead(loaded);
    }

    @Test
    void the_line_says_what_was_assumed() throws IOException {
        assertThat(warnings(load("time;cargo;tonnes\n13.12.2025 06:00;cloth;24,5\n")))
                .contains(
                        "list.csv:1:1: the table is read with semicolons (;) between cells, commas as decimal signs and the"
                                + " day before the month in dates");
        assertThat(warnings(load("time,cargo,tonnes\n2025-12-02T06:00+01:00,cloth,24.5\n")))
                .contains(
                        "1 of 1 consignments give the time with an offset from UTC, the first in line 2; it is converted"
                                + " to the origin's clock");
        assertThat(load("time\tcargo\ttonnes\n2025-12-02T06:00\tcloth\t24.5\n").warnings())
                .singleElement()
                .asString()
                .endsWith("the table is read with tabs between cells");
        assertThat(load(PLAIN).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    time;cargo;tonnes~2025-12-01T06:00;a;24,5~2025-12-02T06:00;a;12.5 | list.csv:3:20: has a decimal point, but line 2 has a decimal comma
                    time;cargo;tonnes~2025-12-01T06:00;a;12.5~2025-12-02T06:00;a;13.5~2025-12-03T06:00;a;24,5 | list.csv:4:20: has a decimal comma, but line 2 has a decimal point
                    time;cargo;tonnes~2025-12-01T06:00;a;1.024,5 | list.csv:2:20: has a point and a comma in one number
                    time;cargo;tonnes~01/02/2026 06:00;a;24 | list.csv:2:1: has a date that may begin with the day or the month
                    time;cargo;tonnes~12/11/2025 06:00;a;24~01/12/2025 06:00;a;24 | list.csv:2:1: has a date that may begin with the day or the month
                    time;cargo;tonnes~12/31/2025 06:00;a;24 | list.csv:2:1: has a date with the month first
                    time;cargo,tonnes~2025-12-01T06:00;a;24 | list.csv:1:1: the first row has known names under several separators of cells, commas and semicolons (;)
                    time,cargo,tonnes~2025-12-01T06:00,a,24,5 | list.csv:2:23: the row has 4 cells, the header 3
                    time;cargo;tonnes;weight~2025-12-01T06:00;a;24;9 | list.csv:1:19: unknown column 'weight'
                    """)
    void what_may_be_read_in_two_ways_is_refused_at_its_place(String table, String problem) throws IOException {
        List<String> problems = problems(load(table.replace('~', '\n')));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).contains(problem);
    }

    @Test
    void a_byte_order_mark_tells_utf_16() throws IOException {
        isRead(load(("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_16LE)));
        isRead(load(("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void another_encoding_is_refused_unless_the_scenario_names_it() throws IOException {
        String table =
                "Zeit;Güter;tonnes;Bemerkung\n2025-12-01T06:00;cloth;24,5;schön\n2025-12-13T07:30:10;steel;12;\n";
        byte[] bytes = table.getBytes(Charset.forName("windows-1252"));
        String columns = "columns: {time: Zeit, cargo: Güter}";

        assertThat(problems(load(bytes, columns)))
                .singleElement()
                .asString()
                .contains("list.csv:1:7: the file is not UTF-8 text: unexpected byte 0xFC")
                .contains("'encoding: windows-1252'");
        isRead(load(bytes, columns, "encoding: windows-1252"));
        assertThat(problems(load(bytes, "encoding: windows-1253")))
                .singleElement()
                .asString()
                .contains("encoding");
    }

    @Test
    void other_columns_are_passed_over_only_where_the_scenario_maps_columns() throws IOException {
        String table = PLAIN.replace("time,", "when,").replace("tonnes\n", "tonnes,note\n");
        assertThat(problems(load(table, "columns: {time: when}"))).isEmpty();
        isRead(load(table, "columns: {time: when}"));
        assertThat(problems(load(table, "columns: {time: hour}")))
                .singleElement()
                .asString()
                .contains("required column 'time' is missing; columns says that it is called 'hour'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time;cargo;tonnes\n01.12.2025 06:00;cloth;24,5\n13.12.2025 7:30:10;steel;12\n",
                "when,cargo,tonnes,note\n2025-12-01T06:00,cloth,24.5,\n2025-12-13T07:30:10,steel,12,late\n"
            })
    void the_resolved_text_has_the_table_as_scenarios_write_it(String table) throws IOException {
        assertThat(scenario(load(table, table.startsWith("when") ? "columns: {time: when}" : ""))
                        .resolvedText())
                .contains("\n" + "consignments: |\n" + PLAIN.indent(2));
    }

    @Test
    void observed_hours_with_an_offset_are_those_of_the_origins_clock() throws IOException {
        String counted = "observed: |\n  time,outbound_trucks\n  ";
        LoadResult offset = load(PLAIN, counted + "2025-12-02T02:00Z,5");
        LoadResult local = load(PLAIN, counted + "2025-12-02T10:00,5");
        assertThat(scenario(offset).observed()).isEqualTo(scenario(local).observed());
    }
}
