package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of calibration whose answer is known: the numbers of {@code docs/observed/weeks.csv} and of other seeds of {@code named-world.yaml}. */
class NamedWorldTest {

    private static final Path EXAMPLE = Path.of("..", "docs", "observed");

    /** What named-world.yaml changes: factors of the values of day-and-night. */
    private static final Map<String, Double> TRUTH =
            Map.of("bridge.headway", 1.5, "destination.customs.time", 1.3, "demand.*.rate", 0.85);

    @TempDir
    private Path directory;

    /** What the named world counts with a seed, as wide.awk writes it. */
    private String counts(int seed) throws IOException {
        Path out = directory.resolve("world" + seed);
        CommandLineRun run = CommandLineRun.of(
                "run",
                EXAMPLE.resolve("named-world.yaml").toString(),
                "--seed",
                Integer.toString(seed),
                "--replications",
                "1",
                "--no-limits",
                "--no-report",
                "--out",
                out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        List<String> columns = new ArrayList<>();
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("observed.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("what") && !cells[5].isEmpty()) {
                if (!columns.contains(cells[0])) {
                    columns.add(cells[0]);
                }
                String number = cells[0].startsWith("wait") ? "%.1f" : "%.0f";
                rows.computeIfAbsent(cells[3].replace('T', ' '), time -> new HashMap<>())
                        .put(cells[0], String.format(Locale.ROOT, number, Double.parseDouble(cells[5])));
            }
        }
        StringBuilder table = new StringBuilder("time," + String.join(",", columns) + "\n");
        rows.forEach((time, cells) -> {
            table.append(time);
            columns.forEach(column -> table.append(',').append(cells.getOrDefault(column, "")));
            table.append('\n');
        });
        return table.toString();
    }

    @Test
    void the_numbers_of_the_example_are_those_of_its_command() throws IOException {
        assertThat(EXAMPLE.resolve("weeks.csv")).content().isEqualTo(counts(11));
        JsonNode metrics = new ObjectMapper()
                .readTree(directory.resolve("world11/summary.json").toFile())
                .path("metrics");
        assertThat(metrics.path("observed_rmse.queue_import").path("mean").asDouble())
                .isZero();
        // Waits are rounded to a tenth of a minute.
        assertThat(metrics.path("observed_rmse.wait_import_min").path("mean").asDouble())
                .isCloseTo(0, within(0.05));
    }

    /**
     * Of ten seeds each of the three values lies in its 95% posterior interval in at least nine. A method whose intervals hold 95% fails this for a
     * value with a probability of 8.6%; seeds are fixed.
     */
    @Test
    @Tag("intervals")
    void the_true_values_lie_in_their_posterior_intervals_for_nine_of_ten_seeds_of_the_counts() throws IOException {
        Map<String, Integer> held = new TreeMap<>();
        StringBuilder told = new StringBuilder();
        for (int seed = 21; seed <= 30; seed++) {
            Path folder = Files.createDirectories(directory.resolve("seed" + seed));
            Files.writeString(folder.resolve("weeks.csv"), counts(seed));
            Files.copy(EXAMPLE.resolve("weeks.yaml"), folder.resolve("weeks.yaml"));
            CommandLineRun run = CommandLineRun.of(
                    "calibrate",
                    folder.resolve("weeks.yaml").toString(),
                    "--no-report",
                    "--quiet",
                    "--out",
                    folder.resolve("out").toString());
            assertThat(run.status()).as(run.err()).isZero();
            JsonNode result = new ObjectMapper()
                    .readTree(folder.resolve("out/calibrate.json").toFile());
            told.append("\nseed ").append(seed);
            for (JsonNode input : result.path("inputs")) {
                Double truth = TRUTH.get(input.path("path").asText());
                if (truth != null) {
                    double low = input.path("posterior").path("p2.5").asDouble();
                    double high = input.path("posterior").path("p97.5").asDouble();
                    held.merge(input.path("path").asText(), low <= truth && truth <= high ? 1 : 0, Integer::sum);
                    told.append(String.format(
                            Locale.ROOT, "; %s %.3f to %.3f", input.path("path").asText(), low, high));
                }
            }
        }
        assertThat(held).hasSize(TRUTH.size());
        assertThat(held.values())
                .as(told.toString())
                .allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(9));
    }
}
