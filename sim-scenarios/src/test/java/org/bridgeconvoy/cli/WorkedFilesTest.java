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

    private void run(String name) {
        Path file = Path.of("..", "docs", "examples", name);
        CommandLineRun run =
                CommandLineRun.of("run", file.toString(), "--no-report", "--no-limits", "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
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
        run("clocks.yaml");

        assertThat(trips("load_start")).containsExactly("2025-03-29T08:00", "2025-03-30T07:00");
        assertThat(trips("outbound_exit")).containsExactly("2025-03-29T08:35", "2025-03-30T07:35");
        assertThat(trips("unload_start")).containsExactly("2025-03-29T08:35", "2025-03-30T08:00");
        assertThat(Files.readString(out.resolve("summary.json"))).contains("\"zone_rules\" : \"2025b\"");
    }

    @Test
    void shifts_that_overlap() throws IOException {
        run("shifts.yaml");

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
}
