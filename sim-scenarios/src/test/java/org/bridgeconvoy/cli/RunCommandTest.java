package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    private static final String SMALL = """
            scenario: small
            description: Out by day, back by night.
            start: 2024-09-02
            horizon: 3 d
            replications: 4
            bridge:
              length: 940 m
              speed: 20 km/h
              headway: 30 s
              control:
                timetable: {outbound: "08:00-17:00", return: "19:00-05:00"}
            fleet: {trucks: 5}
            origin:
              loading: {servers: 1, time: exponential(30 min)}
            demand:
              cloth: {load: 40 t, rate: 10 trucks/d}
            """;

    private static final List<String> DATA = List.of("daily-cargo.csv", "daily.csv", "summary.json", "trips.csv");

    @TempDir
    private Path directory;

    private String file = "";
    private Path out = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(directory.resolve("small.yaml"), SMALL).toString();
        out = directory.resolve("out");
    }

    private CommandLineRun run(String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "run";
        args[1] = file;
        args[2] = "--out";
        args[3] = out.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return CommandLineRun.of(args);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    @Test
    void a_run_says_on_whose_clock_its_times_are_where_the_banks_keep_different_ones() {
        CommandLineRun same = run("--no-limits", "--no-report");
        CommandLineRun other = run(
                "--no-limits",
                "--no-report",
                "--set",
                "origin.utc-offset=+00:00",
                "--set",
                "destination.utc-offset=+01:00");

        assertThat(same.out()).contains("\nWritten: ").doesNotContain("Times: ");
        assertThat(other.out())
                .endsWith("\nTimes: all on the origin's clock, UTC+00:00; the destination keeps UTC+01:00\n");
    }

    @Test
    void where_trucks_break_down_a_file_tells_where_and_how_long_they_stood() throws IOException {
        CommandLineRun run = run("--no-limits", "--set", "bridge.breakdowns={probability: 1, repair: 10 min}");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(lines("breakdowns.csv"))
                .hasSizeGreaterThan(5)
                .first()
                .isEqualTo("replication,trip,direction,share,stopped,drove_on");
        String[] first = lines("breakdowns.csv").get(1).split(",", -1);
        assertThat(first).startsWith("1", "1", "outbound");
        assertThat(Double.parseDouble(first[3])).isBetween(0.0, 1.0);
        assertThat(LocalDateTime.parse(first[5]))
                .isEqualTo(LocalDateTime.parse(first[4]).plusMinutes(10));
        String chart = directory.resolve("day.svg").toString();
        assertThat(CommandLineRun.of("chart", "time-space", "--from", out.toString(), "--to", chart)
                        .status())
                .isZero();
        assertThat(Path.of(chart)).content().contains("standing, broken down");

        assertThat(run("--no-limits", "--no-report").status()).isZero();
        assertThat(CommandLineRun.of("chart", "time-space", "--from", out.toString(), "--to", chart)
                        .status())
                .isZero();
        assertThat(Path.of(chart))
                .content()
                .as("the file of the earlier run is not of this one")
                .doesNotContain("broken down");
    }

    @Test
    void prints_the_summary_and_writes_the_files() throws IOException {
        CommandLineRun run = run("--no-report");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches("(?s)[\\d,]+ \\+- \\d+ tonnes delivered a day\\. Single open\\s+days go from .*Chance is .*")
                .contains(
                        "\n\nsmall\n  Out by day, back by night.\n  2024-09-02 to 2024-09-04 (3 d, no warm-up); 5 trucks\n")
                .contains("What limits: ", "Where the time goes", "Written: ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("Written: "));
        assertThat(out.toFile().list()).containsExactlyInAnyOrderElementsOf(DATA);
        // Four replications of three days.
        assertThat(lines("daily.csv")).hasSize(1 + 4 * 3);
        assertThat(lines("daily-cargo.csv")).hasSize(1 + 4 * 3);
    }

    @Test
    void files_are_the_same_with_one_thread_and_with_two() throws IOException {
        run("--no-report", "--threads", "1", "--trips", "all");
        List<byte[]> one = DATA.stream().map(this::bytes).toList();
        CommandLineRun two = run("--no-report", "--threads", "2", "--trips", "all");

        for (int i = 0; i < DATA.size(); i++) {
            assertThat(bytes(DATA.get(i))).as(DATA.get(i)).isEqualTo(one.get(i));
        }
        assertThat(two.out())
                .isEqualTo(
                        run("--no-report", "--threads", "1", "--trips", "all").out());
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(out.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_replication_alone_is_what_it_is_in_the_full_run() throws IOException {
        run("--no-report", "--trips", "all");
        List<String> trips =
                lines("trips.csv").stream().filter(l -> l.startsWith("3,")).toList();
        List<String> days =
                lines("daily.csv").stream().filter(l -> l.startsWith("3,")).toList();

        CommandLineRun alone = run("--no-report", "--only", "3");

        assertThat(alone.out()).contains("replication 3 alone");
        assertThat(lines("trips.csv").subList(1, lines("trips.csv").size()))
                .isEqualTo(trips)
                .isNotEmpty();
        assertThat(lines("daily.csv").subList(1, lines("daily.csv").size()))
                .isEqualTo(days)
                .hasSize(3);
    }

    @ParameterizedTest(name = "--trips {0}: replications up to {1}")
    @CsvSource({"all, 4", "2, 2", "none, 0", "99, 4"})
    void trips_are_written_for_the_first_replications(String option, int last) throws IOException {
        run("--no-report", "--no-limits", "--trips", option);

        assertThat(lines("trips.csv").stream()
                        .skip(1)
                        .mapToInt(l -> Integer.parseInt(l.split(",", 2)[0]))
                        .distinct())
                .hasSize(last);
    }

    @Test
    void json_goes_to_standard_output_as_it_goes_to_the_file() throws IOException {
        CommandLineRun run = run("--no-report", "--format", "json", "--seed", "9", "--set", "fleet.trucks=7");

        assertThat(run.out()).isEqualTo(Files.readString(out.resolve("summary.json")));
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("seed").asInt()).isEqualTo(9);
        assertThat(json.get("scenario_text").asText()).contains("trucks: 7");
        assertThat(json.get("what_limits").get("answer").asText()).isNotEmpty();
    }

    @Test
    void csv_has_a_line_for_each_metric() throws IOException {
        CommandLineRun run = run("--no-report", "--format", "csv", "--no-limits");

        assertThat(run.out()).startsWith("metric,unit,mean,sd,half_width_95,min,max,n,not_cleared\n");
        JsonNode json = new ObjectMapper().readTree(Files.readString(out.resolve("summary.json")));
        assertThat(run.out()).hasLineCount(1 + json.get("metrics").size());
        assertThat(json.has("what_limits")).isFalse();
    }

    @Test
    void the_report_is_one_page_that_says_how_to_make_it_again() throws IOException {
        run("--set", "bridge.headway=PT40S", "--replications", "2", "--quiet");

        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<html", "small.yaml --set bridge.headway=PT40S --seed 1 --replications 2");
    }

    @Test
    void what_loading_warns_of_is_printed_once_and_stands_in_the_report_but_not_in_the_data() throws IOException {
        CommandLineRun run = run("--no-limits", "--set", "fleet.payload=20 t");
        String warning = "demand.cloth.load: mean load of 40.0 t is above the 20.0 t that a truck can carry";

        assertThat(run.status()).isZero();
        assertThat(run.out() + run.err()).containsOnlyOnce(warning);
        assertThat(Files.readString(out.resolve("report.html"))).containsOnlyOnce(warning);
        assertThat(Files.readString(out.resolve("summary.json"))).doesNotContain(warning);
    }

    @Test
    void a_report_of_an_earlier_run_does_not_stay_beside_the_data_of_another() {
        run("--no-limits");
        run("--no-limits", "--no-report");

        assertThat(out.resolve("report.html")).doesNotExist();
        assertThat(out.resolve("summary.json")).exists();
    }

    @Test
    void quiet_prints_nothing() {
        CommandLineRun run = run("--no-report", "--quiet");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
        assertThat(out.resolve("summary.json")).exists();
    }

    @Test
    void precision_adds_replications_until_it_is_reached() throws IOException {
        CommandLineRun run =
                run("--no-report", "--no-limits", "--precision", "delivered_t_per_day=5%", "--format", "json");

        JsonNode metric = new ObjectMapper().readTree(run.out()).get("metrics").get("delivered_t_per_day");
        assertThat(metric.get("half_width_95").asDouble())
                .isLessThan(0.05 * metric.get("mean").asDouble());
        assertThat(metric.get("n").asInt()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void controls_add_a_narrower_interval_and_leave_the_rest_as_it_is() throws IOException {
        String[] plain = {"--no-report", "--no-limits", "--replications", "30", "--format", "json"};
        String[] more = {"--no-report", "--no-limits", "--replications", "30", "--format", "json", "--controls"};
        JsonNode without = new ObjectMapper().readTree(run(plain).out()).get("metrics");
        JsonNode with = new ObjectMapper().readTree(run(more).out()).get("metrics");

        for (String field : List.of("mean", "sd", "half_width_95", "min", "max", "n")) {
            assertThat(with.get("utilisation_load").get(field))
                    .isEqualTo(without.get("utilisation_load").get(field));
        }
        assertThat(without.get("utilisation_load").has("controlled")).isFalse();
        JsonNode controlled = with.get("utilisation_load").get("controlled");
        assertThat(controlled.fieldNames()).toIterable().containsExactly("mean", "half_width_95", "controls", "r2");
        // Truckloads, their hours and squared hours, the service times; tonnes are 40 times the truckloads.
        assertThat(controlled.get("controls").asInt()).isEqualTo(4);
        assertThat(controlled.get("half_width_95").asDouble())
                .isLessThan(
                        0.7 * with.get("utilisation_load").get("half_width_95").asDouble());
        assertThat(controlled.get("r2").asDouble()).isBetween(0.5, 1.0);
        assertThat(with.get("wait_load_p95_min").has("controlled")).isFalse();
    }

    @Test
    void the_text_marks_intervals_that_controls_have_narrowed() throws IOException {
        String text = run("--no-report", "--no-limits", "--replications", "30", "--controls")
                .out();
        assertThat(text)
                .containsPattern("tonnes undelivered at the end .*\\+- [0-9.]+\\*")
                .contains("*: narrowed by control variates");
        String csv = run("--no-report", "--no-limits", "--replications", "30", "--controls", "--format", "csv")
                .out();
        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith(",not_cleared,controlled_mean,controlled_half_width_95,controls,r2");
        assertThat(csv.lines().map(line -> line.split(",", -1).length)).containsOnly(13);
    }

    @Test
    void controls_say_what_they_need() {
        CommandLineRun few = run("--no-report", "--no-limits", "--controls");
        assertThat(few.status()).isZero();
        assertThat(few.out()).contains("--controls needs 30 replications, got 4: no interval is narrowed");

        CommandLineRun only = run("--controls", "--only", "3");
        assertThat(only.status()).isEqualTo(2);
        assertThat(only.err()).isEqualTo("convoy: --only and --controls exclude each other\n");
    }

    @Test
    void every_problem_of_a_file_is_printed_and_nothing_is_written() throws IOException {
        Files.writeString(
                directory.resolve("small.yaml"),
                SMALL.replace("headway: 30 s", "headway: -2 s").replace("servers: 1", "serverz: 1"));

        CommandLineRun run = run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("small.yaml:9:", "bridge.headway", "small.yaml:14:", "serverz", "did you mean")
                .endsWith(": 2 problems, nothing was run\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_conflict_in_the_output_directory_shows_before_anything_is_run() throws IOException {
        Files.writeString(out, "a file");

        CommandLineRun run = run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is a file; the output needs a directory; nothing was run");
        assertThat(out).hasContent("a file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads=0|--threads must be >= 1, got 0",
                "--replications=0|--replications must be >= 1, got 0",
                "--format=xml|--format must be table, json or csv, got 'xml'",
                "--trips=some|--trips must be all, none or a number, got 'some'",
                "--only=0|--only must be >= 1, got 0",
                "--precision=x|--precision must be METRIC=X%, got 'x'",
                "--precision=lead_time_h=0%|--precision must be METRIC=X% with X above 0, got 'lead_time_h=0%'",
                "--precision=lead_time=1%|--precision: there is no metric 'lead_time' in this scenario",
                "--set=fleet.trucks|--set must be PATH=VALUE, got 'fleet.trucks'",
                "--seed=x|Invalid value for option '--seed': must be a whole number",
                "--thread=2|Unknown option: '--thread=2'"
            })
    void wrong_usage_says_what_is_allowed(String option, String message) {
        CommandLineRun run = run(option);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("convoy: ").contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(out).doesNotExist();
    }
}
