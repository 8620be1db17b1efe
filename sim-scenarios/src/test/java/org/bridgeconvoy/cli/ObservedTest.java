package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observed counts from the file to the summary, the table and the chart. Oracle: a world without chance, by hand. */
class ObservedTest {

    /** Two trucks leave the bridge at 12:02 of each day, those of noon; what is consigned at midnight waits till 08:00. */
    private static final String SURE = """
            scenario: sure
            start: 2024-09-02
            horizon: 4 d
            warm-up: 1 d
            replications: 3
            bridge:
              length: 1 km
              speed: 30 km/h
              lanes: 2
              control: {timetable: {outbound: "08:00-20:00", return: always}}
            fleet: {trucks: 9}
            demand:
              cloth: {load: 40 t, rate: 2 trucks/d, arrivals: daily, at: "12:00"}
            observed: seen.csv
            """;

    @TempDir
    private Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private CommandLineRun run(String observed, String... options) throws IOException {
        file("seen.csv", observed);
        String[] args = new String[options.length + 5];
        args[0] = "run";
        args[1] = file("sure.yaml", SURE);
        args[2] = "--out";
        args[3] = directory.resolve("out").toString();
        args[4] = "--no-limits";
        System.arraycopy(options, 0, args, 5, options.length);
        return CommandLineRun.of(args);
    }

    private JsonNode score() throws IOException {
        return new ObjectMapper()
                .readTree(directory.resolve("out/summary.json").toFile())
                .path("observed");
    }

    /** Where clocks change: a truck appears at each full hour after the start, and leaves the bridge ten minutes later. */
    private static final String HOURLY = """
            scenario: hourly
            start: %s
            horizon: 3 d
            replications: 2
            origin: {time-zone: Europe/Warsaw}
            bridge:
              length: 600 m
              speed: 1 m/s
              lanes: 2
              control: {timetable: {outbound: always, return: always}}
            fleet: {trucks: 20}
            demand:
              cloth: {load: 40 t, rate: 24 trucks/d, arrivals: even}
            observed: seen.csv
            """;

    private CommandLineRun runHourly(String start, String observed) throws IOException {
        file("seen.csv", observed);
        String[] args = {
            "run",
            file("hourly.yaml", HOURLY.formatted(start)),
            "--out",
            directory.resolve("out").toString(),
            "--no-limits",
            "--no-report"
        };
        return CommandLineRun.of(args);
    }

    private List<String> simulated() throws IOException {
        return Files.readAllLines(directory.resolve("out/observed.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1)[3] + " " + row.split(",", -1)[5])
                .toList();
    }

    @Test
    void a_date_on_which_the_clock_goes_back_has_25_hours_and_the_hour_that_comes_twice_has_two() throws IOException {
        // 26 October 2025, 03:00 becomes 02:00: the 25th has the exits at 01:10 to 23:10, the 26th those of 25 hours,
        // and the
        // 27th ends an hour after the run.
        CommandLineRun dates =
                runHourly("2025-10-25", "date,outbound_trucks\n2025-10-25,1\n2025-10-26,2\n2025-10-27,3\n");

        assertThat(dates.status()).as(dates.err()).isZero();
        assertThat(dates.err()).contains("1 of 3 rows lie after the end of the run");
        assertThat(simulated()).containsExactly("2025-10-25T00:00 23.0", "2025-10-26T00:00 25.0");

        runHourly(
                "2025-10-25",
                "time,outbound_trucks\n2025-10-26T01:00,1\n2025-10-26T02:00,1\n2025-10-26T03:00,1\n2025-10-27T00:00,1\n");
        assertThat(simulated())
                .containsExactly(
                        "2025-10-26T01:00 1.0", "2025-10-26T02:00 2.0", "2025-10-26T03:00 1.0", "2025-10-27T00:00 1.0");

        // Numbered days are those of daily.csv, of 24 h each.
        runHourly("2025-10-25", "day,outbound_trucks\n0,1\n1,1\n2,1\n");
        assertThat(simulated())
                .containsExactly("2025-10-25T00:00 23.0", "2025-10-26T00:00 24.0", "2025-10-27T00:00 24.0");
    }

    @Test
    void a_date_on_which_the_clock_goes_forward_has_23_hours_and_the_skipped_hour_is_an_error() throws IOException {
        // 30 March 2025, 02:00 becomes 03:00: the 31st begins 47 h after the start and ends an hour before the run.
        runHourly("2025-03-29", "date,outbound_trucks\n2025-03-29,1\n2025-03-30,2\n2025-03-31,3\n");
        assertThat(simulated())
                .containsExactly("2025-03-29T00:00 23.0", "2025-03-30T00:00 23.0", "2025-03-31T00:00 24.0");

        CommandLineRun skipped = runHourly("2025-03-29", "time,outbound_trucks\n2025-03-30T02:00,1\n");
        assertThat(skipped.status()).isEqualTo(2);
        assertThat(skipped.err())
                .contains("seen.csv:2:1: time must be an hour that the clock of Europe/Warsaw does not skip, got"
                        + " '2025-03-30T02:00'");
    }

    @Test
    void days_are_scored_within_the_window_and_drawn() throws IOException {
        // Day 0 lies in the warm-up, day 9 beyond the horizon; simulated are 2 trucks on each day.
        CommandLineRun run = run("day,outbound_trucks\n0,7\n1,2\n2,4\n3,1\n9,3\n");

        assertThat(run.err().replace(directory + "/", "").lines())
                .containsExactly(
                        "warning: seen.csv:2:1: observed: 1 of 5 rows lie in the warm-up and are not compared, the first in line 2",
                        "warning: seen.csv:6:1: observed: 1 of 5 rows lie after the end of the run and are not compared, the"
                                + " first in line 6");
        JsonNode score = score().path(0);
        assertThat(score.path("periods").asInt()).isEqualTo(3);
        assertThat(score.path("left_out").asInt()).isEqualTo(2);
        assertThat(score.path("mean_error").path("mean").asDouble()).isCloseTo(-1 / 3.0, within(1e-12));
        assertThat(score.path("rmse").asDouble()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-12));
        assertThat(score.path("mape").asDouble()).isCloseTo((0 + 0.5 + 1) / 3, within(1e-12));
        assertThat(score.path("share_inside_95").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(run.out())
                .containsPattern("\noutbound trucks, 3 +2\\.3 +2\\.0 +-0\\.3333 +\\+- 0 +1\\.3 +50% +33%\ndays\n")
                .contains("observed.csv");
        assertThat(Files.readAllLines(directory.resolve("out/observed.csv")))
                .containsExactly(
                        "what,per,number,start,observed,simulated_mean,simulated_low,simulated_high",
                        "outbound_trucks,day,1,2024-09-03T00:00,2.0,2.0,2.0,2.0",
                        "outbound_trucks,day,2,2024-09-04T00:00,4.0,2.0,2.0,2.0",
                        "outbound_trucks,day,3,2024-09-05T00:00,1.0,2.0,2.0,2.0");
        assertThat(Files.readString(directory.resolve("out/report.html"))).contains("id=\"chart-observed\"");
        Path svg = directory.resolve("seen.svg");
        CommandLineRun chart = CommandLineRun.of(
                "chart", "observed", "--from", directory.resolve("out").toString(), "--to", svg.toString());
        assertThat(chart.err()).isEmpty();
        assertThat(svg).content().contains("33% of the observed counts lie where 95% of the simulated do.");
    }

    /** Percentiles of n replications hold 95% · (n − 1)/(n + 1) of further ones: 77% of 10, 94.04% of 200. */
    @Test
    void a_range_of_few_replications_is_marked_in_text_summary_and_chart() throws IOException {
        file("chance.yaml", SURE.replace("arrivals: daily, at: \"12:00\"", "arrivals: poisson"));
        file("seen.csv", "day,outbound_trucks\n1,2\n2,4\n");
        CommandLineRun few = runOfChance("10");

        assertThat(few.err()).isEmpty();
        assertThat(score().path(0).path("marks").toString()).isEqualTo("[\"unsure: few\"]");
        assertThat(few.out().replaceAll("\\s+", " "))
                .contains("such a band holds 77% of further ones or more")
                .contains("unsure: few: an end of the interval lies beyond what was observed");
        assertThat(Files.readString(directory.resolve("out/report.html")))
                .contains(
                        "95% of the simulated do (unsure: few: such a range holds 77% of further replications or more).");

        CommandLineRun many = runOfChance("200");
        assertThat(score().path(0).has("marks")).isFalse();
        assertThat(many.out()).contains("points of the simulated").doesNotContain("of further ones");
    }

    private CommandLineRun runOfChance(String replications) {
        return CommandLineRun.of(
                "run",
                directory.resolve("chance.yaml").toString(),
                "--no-limits",
                "--replications",
                replications,
                "--out",
                directory.resolve("out").toString());
    }

    /** Oracle: the rows of daily.csv, replication by replication. */
    @Test
    void the_scores_of_each_replication_are_metrics() throws IOException {
        file("chance.yaml", SURE.replace("arrivals: daily, at: \"12:00\"", "arrivals: poisson"));
        file("seen.csv", "day,outbound_trucks,return_trucks\n0,9,9\n1,2,\n2,4,\n3,0,1\n");
        String out = directory.resolve("out").toString();
        CommandLineRun run = CommandLineRun.of(
                "run", directory.resolve("chance.yaml").toString(), "--no-limits", "--no-report", "--out", out);
        assertThat(run.status()).as(run.err()).isZero();

        double[] observed = {Double.NaN, 2, 4, 0};
        double error = 0;
        double rmse = 0;
        double mape = 0;
        double[] squares = new double[3];
        for (String line :
                Files.readAllLines(directory.resolve("out/daily.csv")).subList(1, 13)) {
            String[] cells = line.split(",", -1);
            int replication = Integer.parseInt(cells[0]) - 1;
            int day = Integer.parseInt(cells[1]);
            if (day > 0) {
                double d = Double.parseDouble(cells[5]) - observed[day];
                error += d / 9;
                squares[replication] += d * d / 3;
                mape += day < 3 ? Math.abs(d) / observed[day] / 6 : 0;
            }
        }
        for (double square : squares) {
            rmse += Math.sqrt(square) / 3;
        }
        JsonNode metrics = new ObjectMapper()
                .readTree(directory.resolve("out/summary.json").toFile())
                .path("metrics");
        assertThat(metrics.path("observed_error.outbound_trucks").path("mean").asDouble())
                .isCloseTo(error, within(1e-12));
        assertThat(metrics.path("observed_rmse.outbound_trucks").path("mean").asDouble())
                .isCloseTo(rmse, within(1e-12));
        assertThat(metrics.path("observed_mape.outbound_trucks").path("mean").asDouble())
                .isCloseTo(mape, within(1e-12));
        assertThat(metrics.path("observed_error.outbound_trucks").path("unit").asText())
                .isEqualTo("trucks");
        assertThat(metrics.path("observed_rmse.return_trucks").path("n").asInt())
                .isEqualTo(3);
        // The mean of three root mean squared errors is no root mean squared error of the mean.
        assertThat(score().path(0).path("rmse").asDouble()).isLessThan(rmse - 0.01);
    }

    /** Two trucks a day with rate 2, as counted; six with rate 6. */
    @Test
    void scores_are_metrics_of_sweeps_and_optima() throws IOException {
        file("seen.csv", "day,outbound_trucks\n1,2\n2,2\n");
        String scenario = file("sure.yaml", SURE);
        String out = directory.resolve("out").toString();
        String score = "observed_rmse.outbound_trucks";
        String[] vary = {"--vary", "demand.cloth.rate=6 trucks/d,2 trucks/d", "--out", out, "--no-report"};
        CommandLineRun sweep = CommandLineRun.of(Stream.concat(
                        Stream.of("sweep", scenario, "--metric", score, "--such-that", score + " <= 1"),
                        Stream.of(vary))
                .toArray(String[]::new));
        assertThat(sweep.status()).as(sweep.err()).isZero();
        assertThat(sweep.out()).containsPattern("1 +6 trucks/d +4 .* no\n2 +2 trucks/d +0 .* yes\n");

        CommandLineRun optimum =
                CommandLineRun.of(Stream.concat(Stream.of("optimise", scenario, "--least", score), Stream.of(vary))
                        .map(arg -> arg.equals(out) ? out + "2" : arg)
                        .toArray(String[]::new));
        assertThat(optimum.out()).contains("Set demand.cloth.rate = 2 trucks/d.");

        CommandLineRun wrong =
                CommandLineRun.of("sweep", scenario, "--metric", "observed_rmse.outbond_trucks", vary[0], vary[1]);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("did you mean 'observed_rmse.outbound_trucks'?");
    }

    @Test
    void hours_are_scored_in_every_replication() throws IOException {
        String seen = "time,outbound_trucks,return_trucks\n2024-09-03T11:00,0,0\n2024-09-03 12:00,2,1\n";
        run(seen, "--no-report");

        assertThat(score()).hasSize(2);
        assertThat(score().path(0).path("per").asText()).isEqualTo("hour");
        assertThat(score().path(0).path("rmse").asDouble()).isZero();
        assertThat(score().path(0).path("share_inside_95").asDouble()).isEqualTo(1);
        // Both came back within the hour too: at 12:04.
        assertThat(score().path(1).path("mean_error").path("mean").asDouble()).isEqualTo(0.5);

        run(seen, "--no-report", "--trips", "none");
        assertThat(score().path(1).path("mean_error").path("mean").asDouble()).isEqualTo(0.5);
    }

    @Test
    void queues_and_waits_are_scored_at_instants() throws IOException {
        // Both trucks join the bridge at noon and enter at once; what was consigned outside the hours of the bridge is
        // none here.
        String seen = """
                time,queue_outbound,wait_outbound_min,wait_truck_min,queue_return
                2024-09-03 11:59,3,5,,0
                2024-09-03 12:00:30,0,,1,
                2024-09-02 12:00,9,9,9,9
                """;
        CommandLineRun run = run(seen, "--trips", "none");

        assertThat(run.err()).contains("1 of 3 rows lie in the warm-up");
        assertThat(score()).hasSize(4);
        assertThat(score().path(0).path("per").asText()).isEqualTo("instant");
        assertThat(score().path(0).path("what").asText()).isEqualTo("queue_outbound");
        assertThat(score().path(0).path("mean_error").path("mean").asDouble()).isEqualTo(-1.5);
        assertThat(score().path(1).path("mean_error").path("mean").asDouble()).isEqualTo(-5);
        assertThat(score().path(2).path("mean_error").path("mean").asDouble()).isEqualTo(-1);
        assertThat(score().path(3).path("rmse").asDouble()).isZero();
        assertThat(Files.readAllLines(directory.resolve("out/observed.csv")))
                .contains(
                        "queue_outbound,instant,129540,2024-09-03T11:59,3.0,0.0,0.0,0.0",
                        "queue_outbound,instant,129630,2024-09-03T12:00:30,0.0,0.0,0.0,0.0");
        assertThat(CommandLineRun.of(
                                "chart",
                                "observed",
                                "--from",
                                directory.resolve("out").toString(),
                                "--to",
                                directory.resolve("seen.svg").toString())
                        .err())
                .isEmpty();
        assertThat(directory.resolve("seen.svg")).content().contains("trucks that wait for the bridge, outbound");
    }

    @Test
    void a_time_in_utc_is_that_of_the_world() throws IOException {
        file("zone.yaml", SURE.replace("fleet:", "origin: {time-zone: Europe/Kyiv}\nfleet:"));
        file("seen.csv", "utc,queue_outbound\n2024-09-03 09:00,0\n2024-09-03 08:59:59,2\n");
        CommandLineRun.of(
                "run",
                directory.resolve("zone.yaml").toString(),
                "--out",
                directory.resolve("out").toString(),
                "--no-report",
                "--no-limits");

        // Kyiv is three hours ahead in September.
        assertThat(Files.readAllLines(directory.resolve("out/observed.csv")))
                .contains("queue_outbound,instant,129600,2024-09-03T12:00,0.0,0.0,0.0,0.0");
    }

    @Test
    void columns_that_do_not_fit_the_period_or_the_world_are_told() throws IOException {
        assertThat(run("date,queue_outbound\n2024-09-03,5\n").err())
                .contains("has the column queue_outbound, which is of an instant: give time or utc in place of date");
        assertThat(run("time,backlog_t\n2024-09-03T12:00,5\n").err())
                .contains("has the column backlog_t, which is of a day: give date or day in place of time");
        assertThat(run("time,wait_import_min\n2024-09-03T12:00,5\n").err())
                .contains("has the column wait_import_min, but the scenario has no destination.customs");
        assertThat(run("time,queue_outbond\n2024-09-03T12:00,5\n").err())
                .contains("unknown column 'queue_outbond', did you mean 'queue_outbound'?");
        assertThat(run("time\n2024-09-03T12:00\n").err()).contains("must have a column");
    }

    @Test
    void other_columns_of_the_days_are_scored_too() throws IOException {
        run("day,delivered_t,away_trucks\n1,80,0\n2,40,1\n", "--no-report");

        assertThat(score().path(0).path("what").asText()).isEqualTo("delivered_t");
        assertThat(score().path(0).path("mean_error").path("mean").asDouble()).isEqualTo(20);
    }

    @Test
    void the_resolved_scenario_holds_the_counts() throws IOException {
        run("day,outbound_trucks\n1,2\n", "--no-report");
        String resolved = CommandLineRun.of(
                        "show", "--resolved", directory.resolve("sure.yaml").toString())
                .out();
        String again = file("again.yaml", resolved);
        byte[] summary = Files.readAllBytes(directory.resolve("out/summary.json"));
        CommandLineRun.of(
                "run",
                again,
                "--no-report",
                "--no-limits",
                "--out",
                directory.resolve("again").toString());

        assertThat(resolved).contains("observed: |\n  day,outbound_trucks\n  1,2\n");
        assertThat(directory.resolve("again/summary.json")).hasBinaryContent(summary);
    }

    @Test
    void every_problem_of_the_counts_is_told_with_its_line_and_column() throws IOException {
        CommandLineRun bad = run("time,outbond_trucks\n2024-09-03T11:30,5\n");
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err())
                .contains("seen.csv:1:6: unknown column 'outbond_trucks', did you mean 'outbound_trucks'?");
        assertThat(run("time,outbound_trucks\n2024-09-03T11:30,5\n2024-09-03T12:00,-5\n2024-09-03T12:00,many\n")
                        .err())
                .contains(
                        "seen.csv:2:1: time must be the beginning of a full hour, got '2024-09-03T11:30'",
                        "seen.csv:3:18: outbound_trucks must be >= 0, got -5",
                        "seen.csv:4:18: outbound_trucks must be a number, got 'many'");
        assertThat(run("outbound_trucks\n5\n").err())
                .contains("observed must have exactly one of the columns date, day, time, utc, got none");
        assertThat(run("day,outbound_trucks\n1,5\n1,6\n").err()).contains("seen.csv:3:1: day is there twice, got '1'");
    }

    @Test
    void the_example_of_the_documentation_runs() throws IOException {
        Path example = Path.of("..", "docs", "observed", "counted.yaml");
        CommandLineRun run = CommandLineRun.of(
                "run",
                example.toString(),
                "--replications",
                "2",
                "--no-report",
                "--no-limits",
                "--out",
                directory.resolve("o").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\nObserved and ")
                .containsPattern("\noutbound trucks, +\\d.*%\n7 days\n")
                .containsPattern("\nreturn trucks, 6 +\\d.*%\ndays\n");
        assertThat(List.of(run.status())).containsExactly(0);
    }
}
