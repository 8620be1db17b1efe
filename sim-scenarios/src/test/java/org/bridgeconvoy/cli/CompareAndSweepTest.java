package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareAndSweepTest {

    private static final String BASE = """
            scenario: few
            start: 2024-09-02
            horizon: 10 d
            warm-up: 3 d
            replications: 5
            bridge:
              length: 940 m
              speed: 20 km/h
              headway: 30 s
              control:
                timetable: {outbound: "08:00-17:00", return: "19:00-05:00"}
            fleet: {trucks: 5}
            origin:
              loading: {servers: 2, time: exponential(30 min)}
            demand:
              cloth: {load: 40 t, rate: 20 trucks/d}
            """;

    @TempDir
    private Path directory;

    private String few = "";
    private String more = "";

    @BeforeEach
    void writeScenarios() throws IOException {
        few = Files.writeString(directory.resolve("few.yaml"), BASE).toString();
        more = Files.writeString(
                        directory.resolve("more.yaml"), "scenario: more\nextends: few.yaml\nfleet: {trucks: 8}\n")
                .toString();
    }

    private Path out(String name) {
        return directory.resolve(name);
    }

    /** Content of every file below a directory, by name. */
    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void three_more_trucks_deliver_a_round_more_each_a_day() throws IOException {
        CommandLineRun run = CommandLineRun.of("compare", few, more, "--out", out("c").toString(), "--format", "json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(out("c").resolve("comparison.json")));
        JsonNode delivered =
                new ObjectMapper().readTree(run.out()).get("metrics").get("delivered_t_per_day");
        JsonNode difference = delivered.get("more").get("difference");
        // Five and eight trucks, one round of 40 t a day each: exactly 120 t more.
        assertThat(difference.get("mean").asDouble()).isEqualTo(120, org.assertj.core.data.Offset.offset(6.0));
        assertThat(difference.get("verdict").asText()).isEqualTo("larger");
        assertThat(delivered.get("more").get("minus_best_of_others").get("low").asDouble())
                .isZero();
        assertThat(delivered.get("few").get("minus_best_of_others").get("high").asDouble())
                .isZero();
    }

    @Test
    void a_scenario_compared_with_itself_is_equal_in_every_metric() throws IOException {
        CommandLineRun run = CommandLineRun.of("compare", few, few, "--out", out("c").toString(), "--format", "csv");

        assertThat(run.out().lines().skip(1).filter(l -> l.contains(",2 " + few + ",")))
                .isNotEmpty()
                .allMatch(line -> line.contains(",0,0,0.95,5,equal,") || line.contains(",0,undecided,"));
    }

    @Test
    void the_table_names_what_is_best_and_what_the_intervals_are() {
        CommandLineRun run = CommandLineRun.of("compare", few, more, "--out", out("c").toString());

        assertThat(run.out())
                .startsWith("more compared with few\n  5 replications each, seed 1, ")
                .contains("intervals of differences: paired t, 95%, common random numbers")
                .contains("  more: most tonnes delivered a day");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("Written: "));
    }

    @Test
    void a_sweep_with_fewer_points_leaves_none_of_an_earlier_one() throws IOException {
        String[] wide = {"sweep", few, "--vary", "fleet.trucks=2,3,4", "--out", out("s").toString(), "--no-report"};
        assertThat(CommandLineRun.of(wide).status()).isZero();
        Files.writeString(out("s").resolve("points").resolve("notes.txt"), "mine");

        CommandLineRun.of("sweep", few, "--vary", "fleet.trucks=2", "--out", out("s").toString(), "--no-report");

        assertThat(files(out("s").resolve("points"))).containsOnlyKeys("0001.json", "notes.txt");
    }

    @Test
    void an_output_directory_must_have_a_name() {
        CommandLineRun run = CommandLineRun.of("sweep", few, "--vary", "fleet.trucks=2", "--out", "");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--out must name a directory");
    }

    @Test
    void one_scenario_cannot_be_compared() {
        CommandLineRun run = CommandLineRun.of("compare", few);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("convoy: compare needs two or more scenarios, got only '" + few + "'");
    }

    private CommandLineRun sweep(String name, String... more) {
        String[] args = new String[] {
            "sweep",
            few,
            "--vary",
            "fleet.trucks=5,8",
            "--vary",
            "bridge.headway=30 s,40 s",
            "--out",
            out(name).toString()
        };
        return CommandLineRun.of(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void a_sweep_runs_every_combination_with_the_same_random_numbers() throws IOException {
        CommandLineRun run = sweep("s");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("few: 4 points\n").containsPattern("point +(fleet\\.|fleet\\.trucks) +");
        JsonNode json = new ObjectMapper().readTree(Files.readString(out("s").resolve("sweep.json")));
        assertThat(json.get("points").get(3).get("values").toString()).isEqualTo("[\"8\",\"40 s\"]");
        // The point that changes nothing is the scenario itself.
        CommandLineRun alone = CommandLineRun.of(
                "run", few, "--out", out("r").toString(), "--no-report", "--no-limits", "--format", "json");
        JsonNode metrics = new ObjectMapper().readTree(alone.out()).get("metrics");
        assertThat(json.get("points")
                        .get(0)
                        .get("metrics")
                        .get("lead_time_h")
                        .get("mean")
                        .asDouble())
                .isEqualTo(metrics.get("lead_time_h").get("mean").asDouble());
        assertThat(out("s").resolve("delivered_t_per_day.svg")).content().contains("<svg");
    }

    @Test
    void a_sweep_that_was_cut_off_goes_on_and_ends_in_the_same_bytes() throws IOException {
        sweep("whole");
        Map<String, String> whole = files(out("whole"));
        // As a kill leaves it: two points finished, nothing else, one of them torn by a broken disk.
        Path cut = Files.createDirectories(out("cut").resolve("points"));
        Files.writeString(cut.resolve("0001.json"), whole.get("points/0001.json"));
        Files.writeString(cut.resolve("0002.json"), "{\"key\": ");

        sweep("cut");

        assertThat(files(out("cut"))).isEqualTo(whole);
    }

    @Test
    void finished_points_of_the_same_work_are_not_run_again() throws IOException {
        sweep("s");
        Path point = out("s").resolve("points/0001.json");
        String doctored =
                Files.readString(point).replaceFirst("\"values\" : \\[\\s+[0-9.]+", "\"values\" : [ 123456.0");
        Files.writeString(point, doctored);

        sweep("s");
        assertThat(Files.readString(out("s").resolve("sweep.csv"))).contains("123456");

        sweep("s", "--seed", "2");
        assertThat(Files.readString(out("s").resolve("sweep.csv"))).doesNotContain("123456");
    }

    /** What a broken disk or an editor leaves of a stored point. */
    static List<UnaryOperator<ObjectNode>> damages() {
        return List.of(
                point -> {
                    ((ArrayNode) point.path("metrics")).remove(1);
                    return point;
                },
                point -> point.put("metrics", "none"),
                point -> damaged(point, 0, metric -> metric.remove("values")),
                point -> damaged(point, 0, metric -> ((ArrayNode) metric.path("values")).remove(0)),
                point -> damaged(point, 0, metric -> ((ArrayNode) metric.path("values")).set(0, "12,5")),
                point -> damaged(point, 0, metric -> ((ArrayNode) metric.path("values")).set(0, true)),
                point -> damaged(point, 2, metric -> metric.remove("name")),
                point -> damaged(point, 2, metric -> metric.put("unit", "parsecs")),
                point -> {
                    point.remove("chance");
                    return point;
                });
    }

    private static ObjectNode damaged(ObjectNode point, int metric, Consumer<ObjectNode> damage) {
        damage.accept((ObjectNode) point.path("metrics").path(metric));
        return point;
    }

    @Test
    void a_stored_point_that_misses_something_or_holds_a_bad_number_is_done_again() throws IOException {
        sweep("s");
        Map<String, String> whole = files(out("s"));
        for (UnaryOperator<ObjectNode> damage : damages()) {
            Path point = out("s").resolve("points/0001.json");
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(whole.get("points/0001.json"));
            Files.writeString(point, damage.apply(json).toString());

            CommandLineRun again = sweep("s");

            assertThat(again.status()).as(again.err()).isZero();
            assertThat(files(out("s"))).isEqualTo(whole);
        }
        Files.write(out("s").resolve("points/0001.json"), new byte[] {'{', (byte) 0xFF, (byte) 0xFE});
        assertThat(sweep("s").status()).isZero();
        assertThat(files(out("s"))).isEqualTo(whole);
    }

    @Test
    void each_point_of_a_sweep_runs_until_it_is_precise() throws IOException {
        String[] args = {
            "sweep", few, "--vary", "fleet.trucks=5,8", "--precision", "wait_load_min=20%", "--no-report", "--out"
        };
        CommandLineRun run = CommandLineRun.of(
                Stream.concat(Stream.of(args), Stream.of(out("s").toString())).toArray(String[]::new));

        assertThat(run.status()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(Files.readString(out("s").resolve("sweep.json")));
        for (JsonNode point : json.get("points")) {
            JsonNode wait = point.at("/metrics/wait_load_min");
            assertThat(point.get("replications").asInt()).isGreaterThanOrEqualTo(30);
            assertThat(wait.get("n").asInt())
                    .isEqualTo(point.get("replications").asInt());
            assertThat(wait.get("half_width_95").asDouble())
                    .isLessThan(0.2 * wait.get("mean").asDouble());
        }
        assertThat(json.at("/extremes/delivered_t_per_day/difference/verdict").asText())
                .isEqualTo("larger");
        String whole = Files.readString(out("s").resolve("sweep.json"));
        CommandLineRun.of(
                Stream.concat(Stream.of(args), Stream.of(out("s").toString())).toArray(String[]::new));
        assertThat(Files.readString(out("s").resolve("sweep.json"))).isEqualTo(whole);
    }

    @Test
    void a_precision_of_what_a_point_does_not_have_is_told_before_anything_is_run() {
        CommandLineRun run = CommandLineRun.of(
                "sweep", few, "--vary", "fleet.trucks=5,8", "--precision", "speed=5%", "--out", out("s").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "convoy: --precision: there is no metric 'speed' in this scenario; run --format csv lists them");
        assertThat(out("s").resolve("points")).doesNotExist();
    }

    @Test
    void a_sweep_says_what_differs_by_paired_differences() {
        // Five trucks never queue at the bridge: the headway between them changes nothing that is delivered.
        CommandLineRun run = CommandLineRun.of(
                "sweep", few, "--vary", "bridge.headway=30 s,31 s", "--no-report", "--out", out("s").toString());

        assertThat(run.out().replaceAll("\\s+", " "))
                .containsAnyOf(
                        "tonnes delivered a day: no difference shown between the 2 points",
                        "tonnes delivered a day: equal at the 2 points in every replication.");
    }

    @Test
    void a_difference_too_small_to_matter_is_equal_and_a_large_one_is_not() throws IOException {
        String slow = Files.writeString(
                        directory.resolve("slow.yaml"), "scenario: slow\nextends: few.yaml\nbridge: {headway: 31 s}\n")
                .toString();
        // Five trucks that a second holds up deliver less than a fifth less; three more deliver three fifths more.
        CommandLineRun run = CommandLineRun.of(
                "compare", few, slow, more, "--matters", "20%", "--no-report", "--out", out("m").toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("equal: the whole interval lies between -20% and +20% of the mean of few")
                .containsPattern(
                        "tonnes delivered a day few [^+]* slow [^+]* \\+- \\S+ equal more [^+]* \\+\\d+ \\+- \\S+ better");
        JsonNode delivered = new ObjectMapper()
                .readTree(Files.readString(out("m").resolve("comparison.json")))
                .at("/metrics/delivered_t_per_day");
        assertThat(delivered.at("/slow/difference/verdict").asText()).isEqualTo("equal");
        assertThat(delivered.at("/more/difference/verdict").asText()).isEqualTo("larger");
        assertThat(delivered.at("/slow/difference/matters").asDouble())
                .isEqualTo(0.2 * delivered.at("/few/mean").asDouble());

        CommandLineRun sweep = CommandLineRun.of(
                "sweep",
                few,
                "--vary",
                "bridge.headway=30 s,31 s",
                "--matters",
                "20%",
                "--no-report",
                "--out",
                out("s").toString());
        assertThat(sweep.out().replaceAll("\\s+", " "))
                .contains("tonnes delivered a day: equal at the 2 points, as far as it matters (20%)");
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(out("s").resolve("sweep.json")))
                        .at("/extremes/delivered_t_per_day/difference/verdict")
                        .asText())
                .isEqualTo("equal");
    }

    @Test
    void what_matters_is_a_share() {
        for (String bad : List.of("1", "0%", "100%", "-1%", "some%", "%")) {
            for (String[] words :
                    new String[][] {{"run", few}, {"compare", few, more}, {"sweep", few, "--vary", "fleet.trucks=2,3"}
                    }) {
                CommandLineRun run = CommandLineRun.of(Stream.concat(
                                Stream.of(words),
                                Stream.of("--matters", bad, "--out", out("bad").toString()))
                        .toArray(String[]::new));

                assertThat(run.status()).isEqualTo(2);
                assertThat(run.err())
                        .isEqualToIgnoringNewLines(
                                "convoy: --matters must be a share above 0% and below 100%, such as 1%, got '" + bad
                                        + "'");
                assertThat(out("bad")).doesNotExist();
            }
        }
    }

    @Test
    void a_sweep_shows_differences_from_its_first_point_with_intervals() {
        CommandLineRun run = CommandLineRun.of(
                "sweep", few, "--vary", "fleet.trucks=5,8", "--no-report", "--out", out("s").toString());

        // Three more trucks, one round of 40 t a day each: 120 t more.
        assertThat(run.out().replaceAll("\\s+", " "))
                .containsPattern("1 5 200 \\+- 0 .*2 8 3[12]\\d \\+- 0 .* \\+1[12]\\d \\+- 0 ")
                .contains("From point 1: the difference from fleet.trucks=5, paired by replication");
    }

    @Test
    void a_wrong_value_anywhere_in_a_sweep_shows_before_anything_is_run() {
        CommandLineRun run =
                CommandLineRun.of("sweep", few, "--vary", "fleet.trucks=5,many", "--out", out("s").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("--vary fleet.trucks: ").contains("many");
        assertThat(out("s")).doesNotExist();
    }

    @Test
    void a_vary_of_another_form_is_wrong_usage() {
        CommandLineRun run = CommandLineRun.of("sweep", few, "--vary", "fleet.trucks=f(1,2");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--vary has a bracket or quote that is not closed");
    }
}
