package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.report.chart.FolderCharts;
import org.bridgeconvoy.report.chart.StudyFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code convoy calibrate}, on a bridge that passes whatever appears. Oracle: counts of 40 a day, whose posterior is known nearly. */
class CalibrateCommandTest {

    private static final String EASY = """
            scenario: easy
            start: 2024-09-02
            horizon: 9 d
            warm-up: 1 d
            bridge:
              length: 1 km
              speed: 30 km/h
              lanes: 2
              control: {timetable: {outbound: always, return: always}}
            fleet: {trucks: 500}
            demand:
              cloth: {load: 40 t, rate: 50 trucks/d}
            """;

    private static final String UNCERTAIN = """
            uncertain:
              demand.cloth.rate: uniform(20 trucks/d, 80 trucks/d)
              bridge.headway: {choices: [0 s, 1 s]}
            """;

    /** Eight days with a mean of 40: the posterior of the rate has a mean of 40 and a standard deviation of about the root of 40/8. */
    private static final String COUNTS = "day,outbound_trucks\n1,36\n2,44\n3,47\n4,33\n5,40\n6,41\n7,39\n8,40\n";

    @TempDir
    private Path directory;

    private CommandLineRun calibrate(String scenario, String counts, String... more) throws IOException {
        Files.writeString(directory.resolve("seen.csv"), counts);
        Path file = Files.writeString(directory.resolve("easy.yaml"), scenario);
        List<String> args = new ArrayList<>(List.of("calibrate", file.toString(), "--out", out().toString()));
        if (!List.of(more).contains("--worlds")) {
            args.addAll(List.of("--worlds", "900"));
        }
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private Path out() {
        return directory.resolve("out");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out().resolve("calibrate.json").toFile());
    }

    @Test
    void the_answer_the_files_and_the_calibrated_scenario() throws IOException {
        CommandLineRun run = calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", COUNTS);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("The model agrees with what was observed: ")
                .contains("Nothing is said about bridge.headway")
                .contains("calibrated.yaml");
        JsonNode rate = json().path("inputs").path(0);
        assertThat(rate.path("path").asText()).isEqualTo("demand.cloth.rate");
        assertThat(rate.path("learned").asBoolean()).isTrue();
        assertThat(rate.path("posterior").path("p50").asDouble()).isBetween(39.0, 41.0);
        assertThat(rate.path("posterior").path("p95").asDouble()
                        - rate.path("posterior").path("p5").asDouble())
                .isBetween(0.85 * 3.29 * Math.sqrt(5), 1.15 * 3.29 * Math.sqrt(5));
        assertThat(json().path("agreement").path("verdict").asText()).isEqualTo("agrees");
        assertThat(json().path("observed")).hasSize(8);
        assertThat(Files.readAllLines(out().resolve("calibrated.csv")))
                .hasSize(1001)
                .first()
                .isEqualTo("demand.cloth.rate,bridge.headway");
        assertThat(out().resolve("report.html")).content().contains("chart-input-1", "Outbound trucks per day");
        FolderCharts charts = StudyFolders.in(out()).get(0);
        assertThat(charts.names()).containsExactly("observed", "input"); // a pair needs two numbers
        // The page draws from the result in memory, chart from the files.
        String page = Files.readString(out().resolve("report.html"));
        assertThat(page)
                .contains(charts.draw(new FolderCharts.Wish("observed", "outbound_trucks", List.of()))
                        .inline("chart-observed-outbound_trucks-w", 600, 270, 12.5))
                .contains(charts.draw(new FolderCharts.Wish("input", null, List.of()))
                        .inline("chart-input-1-w", 600, 270, 12.5))
                .contains(charts.draw(new FolderCharts.Wish("input", null, List.of("bridge.headway")))
                        .inline("chart-input-2-w", 600, 270, 12.5));

        CommandLineRun again =
                CommandLineRun.of("validate", out().resolve("calibrated.yaml").toString());
        assertThat(again.status()).as(again.err()).isZero();

        // From the stored points alone, and with other threads: the same bytes.
        byte[] before = Files.readAllBytes(out().resolve("calibrate.json"));
        String points = Files.readString(out().resolve("points/points.csv"));
        Files.writeString(out().resolve("points/points.csv"), points.substring(0, points.length() / 2));
        Files.delete(out().resolve("calibrate.json"));
        calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", COUNTS, "--threads", "1");
        assertThat(out().resolve("calibrate.json")).hasBinaryContent(before);
        assertThat(out().resolve("points/points.csv")).hasContent(points);
    }

    @Test
    void counts_that_the_model_cannot_produce_are_called_so() throws IOException {
        CommandLineRun run = calibrate(
                EASY + UNCERTAIN + "observed: seen.csv\n",
                COUNTS.replace(",4", ",14").replace(",3", ",13"),
                "--no-report");

        assertThat(run.status()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("The model cannot produce what was observed")
                .contains("observed,")
                .contains("in all simulations");
        assertThat(json().path("agreement").path("verdict").asText()).isEqualTo("cannot");
    }

    /** Counts of 40 a day predict 37 and 43 within the range of Poisson counts of 40, and not 90. */
    @Test
    void what_follows_a_date_is_predicted_and_not_used() throws IOException {
        CommandLineRun run = calibrate(
                EASY + UNCERTAIN + "observed: seen.csv\n",
                COUNTS.replace("7,39\n8,40", "7,37\n8,90"),
                "--predict-from",
                "2024-09-09");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("6 numbers of outbound trucks")
                .contains("Does it predict what was not used, from 2024-09-09 on?")
                .contains("outbound trucks: 1 of 2 numbers (50%) lie in the 90% range");
        assertThat(json().path("agreement").path("verdict").asText()).isEqualTo("agrees");
        assertThat(json().path("observed")).hasSize(6);
        assertThat(json().path("held_out")).hasSize(2);
        JsonNode forecast = json().path("forecasts").path(0);
        assertThat(forecast.path("share_inside_90").asDouble()).isEqualTo(0.5);
        // The days of the week are Monday and Tuesday; of them 36 was counted, on the Tuesday before.
        assertThat(forecast.path("naive_mean_absolute_error").asDouble())
                .isEqualTo((Math.abs(241 / 6.0 - 37) + (90 - 36)) / 2);
        assertThat(out().resolve("report.html")).content().contains("chart-held-out-outbound");

        assertThat(calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", COUNTS, "--predict-from", "soon")
                        .err())
                .contains("--predict-from must be a date such as 2025-07-12, got 'soon'");
        assertThat(calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", COUNTS, "--predict-from", "2024-09-02")
                        .err())
                .contains(
                        "--predict-from must have observed numbers of easy before and after it, got 2024-09-02; they lie"
                                + " from 2024-09-03 to 2024-09-10");
    }

    @Test
    void the_help_has_no_option_that_the_command_refuses() {
        for (String command : List.of("calibrate", "optimise", "sensitivity")) {
            assertThat(CommandLineRun.of(command, "--help").out())
                    .doesNotContain("--precision")
                    .contains("--seed");
        }
        assertThat(CommandLineRun.of("calibrate", "--help").out()).doesNotContain("--replications");
        assertThat(CommandLineRun.of("run", "--help").out())
                .contains("--precision")
                .contains("--replications");
    }

    @Test
    void bad_questions_get_plain_answers() throws IOException {
        assertThat(calibrate(EASY + UNCERTAIN, COUNTS).err()).contains("has nothing observed to calibrate to");
        assertThat(calibrate(EASY + "observed: seen.csv\n", COUNTS).err()).contains("does not say what is uncertain");
        assertThat(calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", "day,outbound_trucks\n0,40\n")
                        .err())
                .contains("nothing observed lies in the measured window");
        assertThat(calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", COUNTS, "--worlds", "10")
                        .err())
                .contains("--worlds must lie between 800 and 1000000, got 10");
        assertThat(calibrate(EASY + UNCERTAIN + "observed: seen.csv\n", COUNTS, "--replications", "10")
                        .err())
                .contains("calibrate has no --replications");
        assertThat(out()).doesNotExist();
    }
}
