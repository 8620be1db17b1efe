package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a real border: its excerpt is whole, and its scenario stands. */
class RealBorderTest {

    private static final Path EXAMPLE = Path.of("..", "docs", "border");

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(EXAMPLE.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** 56 days of 24 hours, of which the data set lacks one. */
    @Test
    void the_excerpt_has_a_row_for_each_hour_but_one_and_the_observed_table_its_queues() throws IOException {
        List<String[]> excerpt = rows("echerha.csv");
        List<String[]> observed = rows("queue.csv");

        assertThat(excerpt).hasSize(56 * 24 - 1).hasSameSizeAs(observed);
        String before = "";
        for (int i = 0; i < excerpt.size(); i++) {
            assertThat(observed.get(i)).containsExactly(excerpt.get(i)[0], excerpt.get(i)[2]);
            assertThat(observed.get(i)[0]).isGreaterThan(before);
            before = observed.get(i)[0];
        }
    }

    /** The figures of the example's page. */
    @Test
    @Tag("intervals")
    void the_forecast_is_as_good_as_the_page_says(@TempDir Path directory) throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "calibrate",
                EXAMPLE.resolve("zahony.yaml").toString(),
                "--predict-from",
                "2025-07-12",
                "--worlds",
                "1200",
                "--no-report",
                "--out",
                directory.resolve("out").toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(EXAMPLE.resolve("README.md"))
                .content()
                .contains("493 of 669 (74%) | 393 of 674 (58%)", "| 52.4 |", "| 63.1 |");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("493 of 669 numbers lie", "393 of 674 numbers (58%) lie", "off by 52.4 ", "off by 63.1.");
    }

    @Test
    void the_scenario_has_no_problems() {
        CommandLineRun run =
                CommandLineRun.of("validate", EXAMPLE.resolve("zahony.yaml").toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("no problems");
    }
}
