package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked files of the documentation give what their comments work out by hand. */
class WorkedFilesTest {

    @TempDir
    private Path out;

    /** Runs a file of a folder of the documentation. */
    private CommandLineRun run(String folder, String name) {
        Path file = Path.of("..", "docs", folder, name);
        CommandLineRun run =
                CommandLineRun.of("run", file.toString(), "--no-report", "--no-limits", "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    /** A column of trips.csv. */
    private List<String> trips(String column) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("trips.csv"));
        int index = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[index].replace(":00.000", ""))
                .toList();
    }

    private double mean(String metric) throws IOException {
        return new ObjectMapper()
                .readTree(out.resolve("summary.json").toFile())
                .path("metrics")
                .path(metric)
                .path("mean")
                .asDouble();
    }

    @Test
    void a_clock_that_changes() throws IOException {
        run("examples", "clocks.yaml");

        assertThat(trips("load_start")).containsExactly("2025-03-29T08:00", "2025-03-30T07:00");
        assertThat(trips("outbound_exit")).containsExactly("2025-03-29T08:35", "2025-03-30T07:35");
        assertThat(trips("unload_start")).containsExactly("2025-03-29T08:35", "2025-03-30T08:00");
        assertThat(Files.readString(out.resolve("summary.json"))).contains("\"zone_rules\" : \"2025b\"");
    }

    @Test
    void shifts_that_overlap() throws IOException {
        run("examples", "shifts.yaml");

        String first = "2025-03-03T";
        assertThat(trips("export_start"))
                .containsExactly(
                        first + "08:00",
                        first + "09:00",
                        first + "10:00",
                        first + "10:00",
                        first + "10:00",
                        first + "11:00",
                        first + "11:00",
                        first + "11:00",
                        first + "12:00",
                        first + "12:00",
                        first + "13:00",
                        first + "13:00",
                        "2025-03-04T08:00",
                        "2025-03-04T09:00");
        assertThat(mean("utilisation_export")).isEqualTo(14.0 / 24, within(1e-15));
    }

    /** The instants of the one trip, by column, without the date that they share. */
    private String oneTrip(String... columns) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String column : columns) {
            List<String> cells = trips(column);
            assertThat(cells).as(column).hasSize(1);
            line.append(cells.get(0).replace("2024-09-02T", "")).append(' ');
        }
        return line.toString().trim();
    }

    @Test
    void roads() throws IOException {
        run("both-ways", "roads.yaml");

        assertThat(oneTrip(
                        "load_end", "road_origin_out_end", "outbound_exit", "road_destination_out_end", "unload_end"))
                .isEqualTo("00:30 01:30 01:35 01:55 02:35");
        assertThat(oneTrip("road_destination_back_end", "return_exit", "road_origin_back_end", "available"))
                .isEqualTo("02:55 03:00 04:00 04:00");
    }

    @Test
    void a_return_load() throws IOException {
        CommandLineRun run = run("both-ways", "return-loads.yaml");

        assertThat(oneTrip("cargo", "outbound_exit", "unload_end")).isEqualTo("cloth 00:05 00:35");
        assertThat(oneTrip("return_cargo", "return_load_t", "return_consigned", "return_assigned"))
                .isEqualTo("shirts 6 00:00 00:35");
        assertThat(oneTrip(
                        "return_load_end",
                        "return_export_end",
                        "return_exit",
                        "return_import_end",
                        "return_unload_end"))
                .isEqualTo("00:55 01:00 01:05 01:15 01:30");
        assertThat(oneTrip("available")).isEqualTo("01:30");
        // The shirts wait 35 min for the truck, the cloth not at all: 17.5 min on average. No truck waits for a
        // station.
        assertThat(run.out())
                .containsPattern("a truck +17\\.5 ")
                .containsPattern("\nloading, return +0 ")
                .containsPattern("\nexport customs, return +0 ")
                .containsPattern("\nimport customs, return +0 ")
                .containsPattern("\nunloading, return +0 ");
    }
}
