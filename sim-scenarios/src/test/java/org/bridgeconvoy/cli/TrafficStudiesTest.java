package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Comparisons, sweeps and variants of traffic alone. A car a minute, ten in all, and a headway of 61 s: car k waits k - 1 seconds, 4.5 s on
 * average, which is 0.075 min. With 62 s it is twice that.
 */
class TrafficStudiesTest {

    private static final String VILLAGE = """
            scenario: village
            start: 2025-03-03
            horizon: 11 min
            replications: 2
            bridge:
              {length: 100 m, speed: 10 m/s, headway: 61 s, lanes: 2, control: {timetable: {outbound: always, return: always}}}
            traffic: {cars: {direction: outbound, rate: 60 vehicles/h, arrivals: even}}
            """;

    private static final Offset<Double> ROUNDING = within(1e-9);

    @TempDir
    private Path directory;

    private String village = "";

    @BeforeEach
    void write() throws IOException {
        village = Files.writeString(directory.resolve("village.yaml"), VILLAGE).toString();
    }

    private JsonNode result(String name, String... command) throws IOException {
        CommandLineRun run = CommandLineRun.of(command);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("truck");
        return new ObjectMapper()
                .readTree(Files.readString(directory.resolve("out").resolve(name)));
    }

    private String out() {
        return directory.resolve("out").toString();
    }

    @Test
    void two_scenarios_are_compared() throws IOException {
        String slow = Files.writeString(
                        directory.resolve("slow.yaml"),
                        "scenario: slow\nextends: village.yaml\nbridge: {headway: 62 s}\n")
                .toString();

        JsonNode wait = result("comparison.json", "compare", village, slow, "--out", out())
                .at("/metrics/wait_traffic_min.cars");

        assertThat(wait.at("/slow/difference/mean").asDouble()).isEqualTo(0.075, ROUNDING);
        assertThat(wait.at("/slow/difference/verdict").asText()).isEqualTo("larger");
        assertThat(directory.resolve("out/report.html")).exists();
    }

    @Test
    void a_sweep_has_the_waits_of_each_point() throws IOException {
        JsonNode points = result("sweep.json", "sweep", village, "--vary", "bridge.headway=61 s,62 s", "--out", out())
                .path("points");

        assertThat(points.at("/0/metrics/wait_traffic_min.cars/mean").asDouble())
                .isEqualTo(0.075, ROUNDING);
        assertThat(points.at("/1/metrics/wait_traffic_min.cars/mean").asDouble())
                .isEqualTo(0.15, ROUNDING);
        assertThat(directory.resolve("out/wait_traffic_min.cars.svg")).exists();
    }

    @Test
    void an_answer_compares_with_a_variant() throws IOException {
        Files.writeString(Path.of(village), VILLAGE + """
                variants: {slow: {set: {bridge.headway: 62 s}}}
                answers: [{says: minutes at the bridge, metric: wait_traffic_min.cars, against: slow}]
                """);

        JsonNode answer = result("summary.json", "run", village, "--no-limits", "--no-report", "--out", out())
                .at("/answers/0");

        assertThat(answer.at("/value/mean").asDouble()).isEqualTo(0.075, ROUNDING);
        assertThat(answer.at("/value_against/mean").asDouble()).isEqualTo(0.15, ROUNDING);
        assertThat(answer.at("/difference/mean").asDouble()).isEqualTo(-0.075, ROUNDING);
    }
}
