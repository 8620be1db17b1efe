package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.chart.FolderCharts;
import org.bridgeconvoy.report.chart.StudyFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A world whose answer is known: trucks and stations are so many that all that is consigned is delivered, 10 trucks of the drawn load a day.
 */
class SensitivityCommandTest {

    private static final String BASE = """
            scenario: plenty
            start: 2024-09-02
            horizon: 10 d
            warm-up: 3 d
            replications: 3
            bridge:
              length: 940 m
              speed: 20 km/h
              headway: 30 s
              control:
                timetable: {outbound: "00:00-12:00", return: "12:00-24:00"}
            fleet: {trucks: 200}
            demand:
              cloth: {load: 20 t, rate: 10 trucks/d, arrivals: even}
            uncertain:
              demand.cloth.load: uniform(10 t, 30 t)
              bridge.headway: uniform(20 s, 40 s)
              fleet.trucks: {choices: [200, 220]}
            """;

    @TempDir
    private Path directory;

    private String file = "";

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(directory.resolve("plenty.yaml"), BASE).toString();
    }

    private Path out(String name) {
        return directory.resolve(name);
    }

    private CommandLineRun run(String name, String... more) {
        String[] words = {
            "sensitivity", file, "--out", out(name).toString(), "--worlds", "80", "--metric", "delivered_t_per_day"
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void the_load_is_what_to_find_out_and_the_range_is_that_of_the_load() throws IOException {
        CommandLineRun run = run("a", "--such-that", "delivered_t_per_day >= 200", "--format", "json");

        assertThat(run.status()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("worlds").asInt()).isEqualTo(80);
        JsonNode metric = json.get("metrics").get("delivered_t_per_day");
        // Uniform on 100 to 300 t/d: 5% lie below 110, 5% above 290; half a truckload may be under way at the end.
        assertThat(metric.get("expected").get("p5").asDouble()).isBetween(98.0, 128.0);
        assertThat(metric.get("expected").get("p95").asDouble()).isBetween(272.0, 302.0);
        JsonNode first = metric.get("inputs").get(0);
        assertThat(first.get("path").asText()).isEqualTo("demand.cloth.load");
        assertThat(first.get("matters").asBoolean()).isTrue();
        assertThat(metric.get("inputs").get(1).get("matters").asBoolean()).isFalse();
        assertThat(metric.get("inputs").get(2).get("matters").asBoolean()).isFalse();
        double met =
                json.get("bounds").get(0).get("expected_value").get("value").asDouble();
        assertThat(met).isBetween(0.3, 0.7);
        double shrinkage = metric.get("expected").get("shrinkage").asDouble();
        assertThat(json.get("bounds").get(0).has("marks")).isEqualTo(1 - shrinkage * shrinkage > 0.05);
        assertThat(metric.get("expected").has("marks")).isEqualTo(1 - shrinkage * shrinkage > 0.05);
    }

    @Test
    void words_come_first_and_tables_after_them() {
        CommandLineRun run = run("b");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "What to expect",
                        "tonnes delivered a day: expect ",
                        "What to find out first",
                        "find out demand.cloth.load",
                        "95% interval",
                        "one input alone",
                        "--worlds 320");
    }

    @Test
    void any_threads_and_an_earlier_shorter_command_give_the_same_files() throws IOException {
        assertThat(run("one", "--threads", "1").status()).isZero();
        assertThat(run("two", "--threads", "2").status()).isZero();
        Path points = out("cut").resolve("points");
        Files.createDirectories(points);
        String log = Files.readString(out("one").resolve("points/points.csv"));
        // Killed in the middle of a line.
        Files.writeString(points.resolve("points.csv"), log.substring(0, log.length() / 2));
        assertThat(run("cut").status()).isZero();

        for (String name : List.of("sensitivity.json", "worlds.csv", "report.html", "points/points.csv")) {
            String expected = Files.readString(out("one").resolve(name));
            assertThat(Files.readString(out("two").resolve(name))).as(name).isEqualTo(expected);
            assertThat(Files.readString(out("cut").resolve(name))).as(name).isEqualTo(expected);
        }
        assertThat(Files.readAllLines(out("one").resolve("worlds.csv")))
                .hasSize(81)
                .first()
                .isEqualTo("world,row,first_replication,demand.cloth.load,bridge.headway,fleet.trucks,"
                        + "delivered_t_per_day,delivered_t_per_day.sd");
        assertThat(Files.readString(out("one").resolve("report.html"))).contains("What to find out first", "<svg");
        assertChartsAreThoseOfThePage(out("one"));
    }

    /** The page draws from the result in memory, {@code chart} from the files. */
    private static void assertChartsAreThoseOfThePage(Path folder) throws IOException {
        FolderCharts charts = StudyFolders.in(folder).get(0);
        String page = Files.readString(folder.resolve("report.html"));
        assertThat(charts.names()).containsExactly("expect", "sobol", "tornado", "input");
        // demand.cloth.load is the first input and matters most.
        // Heights in whole percents of the width.
        Map<String, Integer> drawn = Map.of("expect", 270, "sobol", 300, "tornado", 300, "input", 270);
        for (Map.Entry<String, Integer> chart : drawn.entrySet()) {
            String name = chart.getKey();
            String id = "chart-delivered_t_per_day-" + name + (name.equals("input") ? "-1" : "") + "-w";
            assertThat(page)
                    .as(name)
                    .contains(charts.draw(new FolderCharts.Wish(name, null, List.of()))
                            .inline(id, 600, chart.getValue(), 12.5));
        }
    }

    @Test
    void charts_of_the_folder_are_drawn_and_others_refused_with_what_it_has() throws IOException {
        assertThat(run("one", "--no-report").status()).isZero();
        Path to = out("chart.svg");

        CommandLineRun drawn =
                chart("one", "input", to, "--input", "bridge.headway", "--metric", "delivered_t_per_day");
        assertThat(drawn.status()).as(drawn.err()).isZero();
        assertThat(Files.readString(to)).contains(">bridge.headway, s<", ">tonnes delivered a day, t/d<");
        Files.delete(to);
        assertThat(chart("one", "queue", to).err())
                .contains(out("one") + " is of 'convoy sensitivity' and has no chart 'queue'; it has expect, sobol,"
                        + " tornado, input");
        assertThat(chart("one", "input", to, "--input", "bridge.headwy").err())
                .contains("--input: the folder has no 'bridge.headwy'; it has demand.cloth.load, bridge.headway,");
        assertThat(chart("one", "sobol", to, "--metric", "cost").err())
                .contains("--metric: the folder has no 'cost'; it has delivered_t_per_day");
        assertThat(chart("one", "sobol", to, "--input", "bridge.headway").err())
                .contains("the chart 'sobol' takes no --input");
        String worlds = Files.readString(out("one").resolve("worlds.csv"));
        Files.writeString(out("one").resolve("worlds.csv"), worlds + "\n");
        assertThat(chart("one", "input", to).err()).contains("worlds.csv is not the file that the run wrote");
        assertThat(to).doesNotExist();
    }

    private CommandLineRun chart(String folder, String chart, Path to, String... more) {
        List<String> words =
                new ArrayList<>(List.of("chart", chart, "--from", out(folder).toString(), "--to", to.toString()));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    @Test
    void wrong_usage_is_told_and_nothing_is_written() throws IOException {
        Path known = Files.writeString(directory.resolve("known.yaml"), BASE.substring(0, BASE.indexOf("uncertain:")));
        assertThat(CommandLineRun.of("sensitivity", known.toString()).err()).contains("does not say what is uncertain");
        assertThat(run("c", "--metric", "deliverd_t_per_day").err()).contains("did you mean 'delivered_t_per_day'?");
        assertThat(run("c", "--such-that", "delivered").err()).contains("--such-that must be a metric");
        assertThat(CommandLineRun.of("sensitivity", file, "--worlds", "3", "--out", out("c").toString())
                        .err())
                .contains("--worlds must be at least 10 with 3 uncertain inputs");
        CommandLineRun wrong = run("c", "--set", "uncertain.bridge\\.headway=uniform(-5 s, 40 s)");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(out("c")).doesNotExist();
    }

    @Test
    void of_a_joint_sample_the_first_order_indices_are_given() throws IOException {
        StringBuilder rows = new StringBuilder("demand.cloth.load,bridge.headway\n");
        for (int i = 0; i < 40; i++) {
            rows.append(10 + i % 20).append(" t,").append(20 + i % 20).append(" s\n");
        }
        Files.writeString(directory.resolve("rows.csv"), rows);
        Path joint = Files.writeString(
                directory.resolve("joint.yaml"),
                BASE.substring(0, BASE.indexOf("uncertain:")) + "uncertain: {worlds: rows.csv}\n");
        CommandLineRun run = CommandLineRun.of(
                "sensitivity", joint.toString(), "--out", out("j").toString(), "--metric", "delivered_t_per_day");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("inputs are", "correlated: total indices", "first-order")
                .doesNotContain("one input alone");
        assertThat(chart("j", "tornado", out("t.svg")).err())
                .contains("there is no tornado: the inputs are correlated");
        assertThat(chart("j", "sobol", out("s.pdf")).status()).isZero();
    }

    private CommandLineRun runOfTheFile(String name, String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", file, "--no-limits", "--out", out(name).toString()));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    @Test
    void a_run_names_the_command_on_its_first_screen_and_page_once() throws IOException {
        CommandLineRun run = runOfTheFile("b", "--set", "fleet.trucks=210");

        assertThat(run.status()).as(run.err()).isZero();
        String first =
                run.out().lines().limit(8).collect(Collectors.joining(" ")).replaceAll("\\s+", " ");
        assertThat(first).contains("What that does: convoy sensitivity " + file + " --set fleet.trucks=210");
        assertThat(run.out().split("convoy sensitivity", -1)).hasSize(2);
        assertThat(Files.readString(out("b").resolve("report.html")))
                .contains("<code>convoy sensitivity " + file + " --set fleet.trucks=210</code>");
    }

    /** The load is uniform from 10 to 30 t and 10 trucks a day deliver it: the 5th and 95th percentile are 110 and 290 t. */
    @Test
    void a_run_shows_the_range_that_an_analysis_of_the_same_scenario_found() throws IOException {
        assertThat(run("c").status()).isZero();
        CommandLineRun run = runOfTheFile("c");

        assertThat(run.status()).as(run.err()).isZero();
        Matcher range = Pattern.compile("given what is not known, expect (\\d+) to (\\d+) \\(in nine of ten worlds\\)")
                .matcher(run.out().replaceAll("\\s+", " "));
        assertThat(range.find()).as(run.out()).isTrue();
        assertThat(Double.parseDouble(range.group(1))).isCloseTo(110, within(15.0));
        assertThat(Double.parseDouble(range.group(2))).isCloseTo(290, within(15.0));
        assertThat(Files.readString(out("c").resolve("report.html")))
                .contains("<strong>" + range.group(1) + " to " + range.group(2) + "</strong>\n (what is not known)");
    }

    /**
     * Ten Poisson trucks a day of some 20 t over seven days: a replication varies by 20² · 10 / 7 = 571 t²/d², the worlds by 10² · 2² / 12 = 33. With two
     * replications of each world chance makes up 571/2 of 571/2 + 33, about 90%; sixteen rows of worlds tell it roughly.
     */
    @Test
    void a_range_that_chance_has_reshaped_is_marked_in_every_output() throws IOException {
        Files.writeString(
                Path.of(file),
                BASE.replace("arrivals: even", "arrivals: poisson").replace("(10 t, 30 t)", "(19 t, 21 t)"));
        CommandLineRun run = run("e");

        assertThat(run.status()).as(run.err()).isZero();
        JsonNode expected = new ObjectMapper()
                .readTree(out("e").resolve("sensitivity.json").toFile())
                .at("/metrics/delivered_t_per_day/expected");
        assertThat(expected.get("marks").toString()).isEqualTo("[\"unsure: few\"]");
        String text = run.out().replaceAll("\\s+", " ");
        assertThat(text).contains("t/d (unsure: few; nine of ten worlds; half of them below");
        Matcher chance = Pattern.compile(
                        "unsure: few: chance makes up ([0-9.]+)% of the spread of the worlds' means, so")
                .matcher(text);
        assertThat(chance.find()).as(text).isTrue();
        double shrinkage = expected.get("shrinkage").asDouble();
        assertThat(Double.parseDouble(chance.group(1)))
                .isBetween(30.0, 100.0)
                .isCloseTo(100 * (1 - shrinkage * shrinkage), within(1.0));
        assertThat(Files.readString(out("e").resolve("report.html")))
                .contains("(unsure: few; nine of ten worlds; half of them below")
                .contains("<p>unsure: few: chance makes up ");
        Path svg = out("e.svg");
        assertThat(chart("e", "expect", svg).status()).isZero();
        assertThat(svg).content().contains("(unsure: few; nine of ten worlds");
        assertThat(runOfTheFile("e").out().replaceAll("\\s+", " ")).contains("(in nine of ten worlds, unsure)");
        assertThat(Files.readString(out("e").resolve("report.html")))
                .contains(
                        "(in nine of ten worlds, unsure).", "(what is not known, unsure)", "Unsure: they may be more");
    }

    @Test
    void an_analysis_of_another_scenario_does_not_count() {
        assertThat(run("d").status()).isZero();
        assertThat(runOfTheFile("d", "--set", "fleet.trucks=210").out()).doesNotContain("given what is not known");
    }
}
