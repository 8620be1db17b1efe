package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through traffic in a scenario file, and the files and words of its run. */
class TrafficCommandTest {

    /** Every 20 min from 00:20 a car, a tractor of 30 s headway a minute long over the bridge on the way back. */
    private static final String ALONE = """
            scenario: village
            start: 2025-03-03
            horizon: 2 h
            replications: 2
            bridge: {length: 100 m, speed: 10 m/s, control: {timetable: {outbound: always, return: always}}, lanes: 2}
            traffic:
              cars: {direction: outbound, rate: 3 vehicles/h, arrivals: even}
              tractors:
                direction: return
                rate: 24 vehicles/d
                arrivals: even
                mass: 6 t
                speed: 2 m/s
                headway: 30 s
            """;

    @TempDir
    private Path directory;

    private CommandLineRun run(String text, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("village.yaml"), text);
        List<String> command = new ArrayList<>(List.of(
                "run", file.toString(), "--out", directory.resolve("out").toString()));
        command.addAll(List.of(more));
        return CommandLineRun.of(command.toArray(String[]::new));
    }

    @Test
    void traffic_alone_writes_its_vehicles_and_no_table_of_trucks() throws IOException {
        CommandLineRun run = run(ALONE);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(directory.resolve("out/traffic.csv"))).startsWith("""
                replication,vehicle,name,direction,queued,enter,exit
                1,1,cars,outbound,2025-03-03T00:20:00.000,2025-03-03T00:20:00.000,2025-03-03T00:20:10.000
                1,2,cars,outbound,2025-03-03T00:40:00.000,2025-03-03T00:40:00.000,2025-03-03T00:40:10.000
                1,3,cars,outbound,2025-03-03T01:00:00.000,2025-03-03T01:00:00.000,2025-03-03T01:00:10.000
                1,4,tractors,return,2025-03-03T01:00:00.000,2025-03-03T01:00:00.000,2025-03-03T01:00:50.000
                """);
        try (var files = Files.list(directory.resolve("out"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("summary.json", "traffic.csv", "report.html");
        }
        assertThat(run.out())
                .contains("through traffic alone")
                .contains("Through traffic, vehicles a day")
                .contains("none gains at all")
                .doesNotContain("truck");
        assertThat(Files.readString(directory.resolve("out/summary.json")))
                .contains("\"traffic_per_day.cars\"", "\"wait_traffic_p95_min.tractors\"")
                .doesNotContain("outbound_trucks_per_day", "undelivered_end_t", "truck_h_per_day");
        assertThat(Files.readString(directory.resolve("out/report.html")))
                .contains("through traffic alone", "Through traffic")
                .contains("id=\"replay-traffic\"", "vehicles waiting outbound", "How long vehicles wait")
                .doesNotContain("trips begun")
                .contains("href=\"#charts\"", "Through traffic over the day", "How long vehicles wait")
                .doesNotContain("Delivered per day", "truck's day");
    }

    @Test
    void vehicles_that_stand_on_the_bridge_are_listed_with_their_number() throws IOException {
        run(
                ALONE.replace("lanes: 2}", "lanes: 2, breakdowns: {probability: 1, repair: 10 min}}"),
                "--replications",
                "1");

        // Each stands for 10 min, so a car leaves 10 min 10 s after it entered, and the tractor 10 min 50 s.
        assertThat(Files.readString(directory.resolve("out/traffic.csv")))
                .contains("1,1,cars,outbound,2025-03-03T00:20:00.000,2025-03-03T00:20:00.000,2025-03-03T00:30:10.000")
                .contains(
                        "1,4,tractors,return,2025-03-03T01:00:00.000,2025-03-03T01:00:00.000,2025-03-03T01:10:50.000");
        List<String> rows = Files.readAllLines(directory.resolve("out/breakdowns.csv"));
        assertThat(rows.get(0)).isEqualTo("replication,trip,direction,share,stopped,drove_on,vehicle");
        assertThat(rows).hasSize(1 + 6);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertThat(cells[1]).isEmpty();
            assertThat(LocalDateTime.parse(cells[5]))
                    .isEqualTo(LocalDateTime.parse(cells[4]).plusMinutes(10));
        }
        assertThat(rows.subList(1, rows.size()).stream().map(row -> row.substring(row.lastIndexOf(',') + 1)))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    }

    @Test
    void every_wrong_key_of_traffic_is_told_with_its_place() throws IOException {
        CommandLineRun run = run(ALONE.replace("direction: outbound", "direction: outward")
                        .replace("rate: 24 vehicles/d", "rate: 24 trucks/d")
                        .replace("headway: 30 s", "headwy: 30 s")
                + "fleet: {trucks: 3}\ngoals: {busy: \"outbound_trucks >= 3\"}\n");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains(":7:21: traffic.cars.direction must be outbound or return, got 'outward'")
                .contains("traffic.tractors.rate must be a rate such as '60 vehicles/h' (vehicles/d or vehicles/h)")
                .contains("unknown key 'traffic.tractors.headwy'")
                .contains("did you mean 'headway'")
                .contains("fleet must be left out with traffic alone")
                .contains("goals must be left out with traffic alone");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void a_change_may_set_rates_but_not_directions() throws IOException {
        String change = "changes: [{at: 30 min, set: {traffic.cars.%s}}]\n";
        CommandLineRun good = run(ALONE + change.formatted("rate: 60 vehicles/h"), "--no-report");
        // Half an hour at 3 an hour is 1.5: then one a minute, at 30.5 min, 31.5 min and so on.
        assertThat(Files.readString(directory.resolve("out/traffic.csv")))
                .contains("1,2,cars,outbound,2025-03-03T00:30:30.000,")
                .contains("1,3,cars,outbound,2025-03-03T00:31:30.000,");
        assertThat(good.status()).isZero();

        assertThat(run(ALONE + change.formatted("direction: return")).err())
                .contains("a change must not alter the names, directions and arrivals of traffic");
    }

    @Test
    void beside_trucks_traffic_has_its_metrics_and_is_a_constraint() throws IOException {
        CommandLineRun run = run(
                ALONE.replace("horizon: 2 h", "horizon: 2 d").replace("length: 100 m", "headway: 2 min, length: 100 m")
                        + "fleet: {trucks: 40}\ndemand: {gravel: {load: 25 t, rate: 1000 trucks/d}}\n");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("all rates a tenth less", "Through traffic, vehicles a day", "Where the time goes");
        assertThat(Files.readString(directory.resolve("out/summary.json"))).contains("\"queue_traffic_max.cars\"");
        assertThat(run.out().replaceAll("\\s+", " ")).contains("without breakdowns, convoys and traffic");
        assertThat(directory.resolve("out/trips.csv")).exists();
    }

    @Test
    void the_work_zone_passes_what_its_formula_says() {
        // 30 vehicles in each cycle of 200 s, which is (3600 / 2 s)(60 s / 200 s) = 540 an hour; the first cycle is not
        // full.
        CommandLineRun run = CommandLineRun.of(
                "run",
                "work-zone",
                "--set",
                "traffic.eastbound.rate=1200 vehicles/h",
                "--set",
                "traffic.eastbound.hours=always",
                "--replications",
                "2",
                "--no-limits",
                "--no-answers",
                "--no-report",
                "--format",
                "csv",
                "--out",
                directory.resolve("out").toString());
        double passed = run.out()
                .lines()
                .filter(line -> line.startsWith("traffic_per_day.eastbound,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                .sum();

        assertThat(passed).isBetween(0.99 * 24 * 540, 24.0 * 540);
    }
}
