package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep shows, and which points it marks. A world without chance: its numbers follow by hand. */
class SweepViewTest {

    /** Each truck takes one load of 10 t a day, as it needs the night to come back: 10 t a truck and day. */
    private static final String FERRY = """
            scenario: ferry
            start: 2024-09-02
            horizon: 4 d
            replications: 2
            bridge:
              length: 940 m
              speed: 20 km/h
              control:
                timetable: {outbound: "08:00-17:00", return: "19:00-05:00"}
            fleet: {trucks: 5}
            demand:
              cloth: {load: 10 t, rate: 96 trucks/d, arrivals: even}
            uncertain: {bridge.length: {times: "uniform(0.9, 1.1)"}}
            """;

    @TempDir
    private Path directory;

    private String ferry = "";
    private String out = "";

    @BeforeEach
    void write() throws IOException {
        ferry = Files.writeString(directory.resolve("ferry.yaml"), FERRY).toString();
        out = directory.resolve("out").toString();
    }

    private CommandLineRun sweep(String... more) {
        String[] args = {"sweep", ferry, "--vary", "fleet.trucks=2,5,9", "--out", out, "--no-report"};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void marks_the_points_that_meet_a_bound_and_shows_only_what_was_asked_for() throws IOException {
        CommandLineRun run = sweep(
                "--metric",
                "outbound_trucks_per_day",
                "--such-that",
                "delivered_t_per_day >= 40",
                "--such-that",
                "outbound_trucks_per_day < 8");

        assertThat(run.status()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Such that tonnes delivered a day >= 40, outbound trucks a day < 8: met by point 2.")
                .doesNotContain("lead_time_h")
                .contains("Not in it: intervals cover chance only, not 1 uncertain input; what they do:");
        List<String> rows = Files.readAllLines(Path.of(out, "sweep.csv"));
        assertThat(rows).hasSize(1 + 3 * 2);
        assertThat(rows.get(0)).endsWith(",not_cleared,meets");
        assertThat(rows.get(1)).startsWith("1,2,outbound_trucks_per_day,").endsWith(",no");
        assertThat(rows.get(3)).startsWith("2,5,").endsWith(",yes");
        assertThat(rows.get(5)).startsWith("3,9,").endsWith(",no");
        JsonNode json = new ObjectMapper().readTree(Path.of(out, "sweep.json").toFile());
        assertThat(json.at("/points/2/meets").toString())
                .isEqualTo("{\"delivered_t_per_day >= 40\":\"yes\",\"outbound_trucks_per_day < 8\":\"no\"}");
        assertThat(json.at("/points/0/metrics")).hasSize(2);
    }

    @Test
    void another_view_of_a_finished_sweep_costs_no_replication() throws IOException {
        assertThat(sweep().status()).isZero();
        Path point = Path.of(out, "points", "0002.json");
        Files.setLastModifiedTime(point, FileTime.fromMillis(1_000_000));

        assertThat(sweep("--metric", "cycle_time_h").status()).isZero();

        assertThat(Files.getLastModifiedTime(point).toMillis()).isEqualTo(1_000_000);
    }

    @Test
    void a_wrong_metric_or_bound_is_told_before_anything_is_run() {
        CommandLineRun metric = sweep("--metric", "cycle_tim_h");
        CommandLineRun bound = sweep("--such-that", "cycle_time_h = 3");

        assertThat(metric.status()).isEqualTo(2);
        assertThat(metric.err())
                .contains("there is no metric 'cycle_tim_h' in this scenario, did you mean 'cycle_time_h'?");
        assertThat(bound.status()).isEqualTo(2);
        assertThat(bound.err()).contains("convoy: --such-that must be a metric, a sign (>=, <=, > or <) and a number");
        assertThat(Path.of(out)).doesNotExist();
    }
}
