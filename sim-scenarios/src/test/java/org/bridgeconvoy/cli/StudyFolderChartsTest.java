package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts from the folders of comparisons and sweeps. A world without chance: its numbers follow by hand. */
class StudyFolderChartsTest {

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
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void run() throws IOException {
        String ferry = Files.writeString(folder.resolve("ferry.yaml"), FERRY).toString();
        String larger = Files.writeString(
                        folder.resolve("larger.yaml"), "scenario: larger\nextends: ferry.yaml\nfleet: {trucks: 9}\n")
                .toString();
        done("sweep", ferry, "--vary", "fleet.trucks=2,5,9", "--no-report", "--out", at("line"));
        done(
                "sweep",
                ferry,
                "--vary",
                "fleet.trucks=2,5",
                "--vary",
                "bridge.headway=10 s,20 s,30 s",
                "--no-report",
                "--out",
                at("square"));
        done("compare", ferry, larger, "--no-report", "--out", at("compared"));
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static CommandLineRun done(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private static List<String> csv(String chart, String from, String... more) throws IOException {
        Path to = folder.resolve("chart.csv");
        done(Stream.concat(Stream.of("chart", chart, "--from", at(from), "--to", to.toString()), Stream.of(more))
                .toArray(String[]::new));
        return Files.readAllLines(to);
    }

    @Test
    void a_sweep_has_its_points_and_their_differences_from_the_first() throws IOException {
        assertThat(csv("response", "line"))
                .containsExactly(
                        "panel,series,at,place,value,low,high",
                        "\"tonnes delivered a day, t/d\",mean,2,2,20,20,20",
                        "\"tonnes delivered a day, t/d\",mean,5,5,50,50,50",
                        "\"tonnes delivered a day, t/d\",mean,9,9,90,90,90");
        assertThat(csv("differences", "line", "--metric", "outbound_trucks_per_day"))
                .containsExactly(
                        "panel,series,at,place,value,low,high",
                        "\"difference, trucks/d\",mean,2,2,0,0,0",
                        "\"difference, trucks/d\",mean,5,5,3,3,3",
                        "\"difference, trucks/d\",mean,9,9,7,7,7");
    }

    @Test
    void a_comparison_has_its_differences() throws IOException {
        String head = "panel,series,at,place,value,low,high";
        assertThat(csv("comparison", "compared"))
                .containsExactly(head, "\"outbound trucks a day, trucks/d\",difference,larger,0,4,4,4");
        assertThat(csv("comparison", "compared", "--metric", "delivered_t_per_day"))
                .containsExactly(head, "\"tonnes delivered a day, t/d\",difference,larger,0,40,40,40");
    }

    @Test
    void all_draws_each_chart_for_each_metric_of_the_page() {
        CommandLineRun line = done("chart", "all", "--from", at("line"), "--to", at("charts"), "--format", "svg,json");
        assertThat(line.out())
                .startsWith("Written: 4 charts as svg, json in ")
                .endsWith(": response-delivered_t_per_day, response-lead_time_h, differences-delivered_t_per_day,"
                        + " differences-lead_time_h\n");
        assertThat(folder.resolve("charts").resolve("differences-lead_time_h.svg"))
                .exists();
        assertThat(done("chart", "all", "--from", at("square"), "--to", at("charts"))
                        .out())
                .startsWith("Written: 6 charts as svg");
        assertThat(done("chart", "all", "--from", at("compared"), "--to", at("charts"))
                        .out())
                .contains(": comparison-outbound_trucks_per_day, comparison-delivered_t_per_day,");
    }

    @Test
    void what_a_folder_lacks_is_said() {
        CommandLineRun map = CommandLineRun.of("chart", "map", "--from", at("line"), "--to", at("x.svg"));
        assertThat(map.status()).isEqualTo(2);
        assertThat(map.err()).contains("the chart 'map' needs two varied paths, the second with three values or more");
        CommandLineRun metric = CommandLineRun.of(
                "chart", "comparison", "--from", at("compared"), "--metric", "speed", "--to", at("x.svg"));
        assertThat(metric.err()).contains("--metric: the folder has no 'speed'; it has outbound_trucks_per_day,");
        CommandLineRun run = CommandLineRun.of("chart", "queue", "--from", at("line"), "--to", at("x.svg"));
        assertThat(run.err()).contains("is of 'convoy sweep' and has no chart 'queue'; it has response, differences");
        assertThat(folder.resolve("x.svg")).doesNotExist();
    }
}
