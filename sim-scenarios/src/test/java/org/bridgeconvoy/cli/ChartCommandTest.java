package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.report.chart.CalibrationCharts;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.OptimumCharts;
import org.bridgeconvoy.report.chart.SensitivityCharts;
import org.bridgeconvoy.report.chart.StudyFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCommandTest {

    private static Path run(Path folder, String trips) {
        Path out = folder.resolve("out-" + trips);
        CommandLineRun run = CommandLineRun.of(
                "run",
                "day-and-night",
                "--replications",
                "2",
                "--no-limits",
                "--no-report",
                "--quiet",
                "--trips",
                trips,
                "--out",
                out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        return out;
    }

    @Test
    void chart_draws_what_run_wrote_in_the_size_and_format_asked_for(@TempDir Path folder) throws IOException {
        String from = run(folder, "1").toString();
        Path svg = folder.resolve("queue.svg");
        Path pdf = folder.resolve("states.pdf");
        CommandLineRun queue =
                CommandLineRun.of("chart", "queue", "--from", from, "--to", svg.toString(), "--size", "12x8cm");
        CommandLineRun states = CommandLineRun.of("chart", "states", "--from", from, "--to", pdf.toString());

        assertThat(queue.status()).as(queue.err()).isZero();
        assertThat(queue.out()).isEqualTo("Written: " + svg + "\n");
        assertThat(Files.readString(svg)).contains("width=\"120mm\"").contains(">Trucks waiting for the bridge</text");
        assertThat(states.status()).isZero();
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void what_cannot_be_drawn_is_wrong_usage_and_writes_nothing(@TempDir Path folder) {
        String from = run(folder, "none").toString();
        Path to = folder.resolve("x.svg");

        assertWrong(
                CommandLineRun.of("chart", "pie", "--from", from, "--to", to.toString()),
                "no chart 'pie'; there are all, before-after");
        assertWrong(
                CommandLineRun.of("chart", "tornado", "--from", from, "--to", to.toString()),
                "the chart 'tornado' is of what 'sensitivity' writes; " + from
                        + " is of 'run', which has before-after");
        assertWrong(
                CommandLineRun.of("chart", "tornadoes", "--from", from, "--to", to.toString()),
                "no chart 'tornadoes'; there are all, before-after");
        assertWrong(
                CommandLineRun.of("chart", "states", "--from", from, "--to", to.toString(), "--metric", "cost"),
                "the charts of what 'run' wrote take no --metric and no --input");
        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", from, "--to", "x.gif"),
                ".svg, .pdf, .png, .csv or .json, got 'x.gif'");
        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", from, "--to", to.toString()),
                "needs trips, and the run has none: no truck began one, or it was made with --trips none");
        assertWrong(
                CommandLineRun.of("chart", "states", "--from", from, "--to", to.toString(), "--size", "9"),
                "--size must be like 160x90mm, got '9'");
        assertWrong(
                CommandLineRun.of("chart", "states", "--from", from, "--to", to.toString(), "--size", "9x9mm"),
                "40 to 2000 mm");
        assertWrong(
                CommandLineRun.of(
                        "chart", "states", "--from", folder.resolve("no").toString(), "--to", to.toString()),
                "has no summary.json");
        assertThat(to).doesNotExist();
    }

    @Test
    void a_folder_of_a_sweep_or_comparison_has_no_charts_of_a_run(@TempDir Path folder) throws IOException {
        String to = folder.resolve("c.svg").toString();
        Path compared = Files.createDirectories(folder.resolve("compared"));
        Files.writeString(
                compared.resolve("comparison.json"),
                "{\"scenarios\": [\"a\", \"b\"], \"intervals\": \"\", \"metrics\": {}}");
        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", compared.toString(), "--to", to),
                compared + " is of 'convoy compare' and has no chart 'queue'; it has none");
        Path swept = Files.createDirectories(folder.resolve("swept"));
        Files.writeString(swept.resolve("sweep.json"), "{}");
        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", swept.toString(), "--to", to),
                "has no 'scenario': an older version wrote it. The same 'convoy sweep' again writes it anew");
        assertThat(Path.of(to)).doesNotExist();
    }

    private static List<String> every() {
        return Stream.of(
                        Charts.NAMES,
                        StudyFolders.OF_COMPARISON,
                        StudyFolders.OF_SWEEP,
                        SensitivityCharts.NAMES,
                        OptimumCharts.NAMES,
                        CalibrationCharts.NAMES)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void the_help_describes_every_chart() {
        String help = CommandLineRun.of("chart", "--help").out();

        every().forEach(name -> assertThat(help).containsPattern("(?m)^  " + name + "  +[a-z]"));
    }

    @Test
    void the_guide_has_a_row_for_every_chart() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide", "charts.md"));

        every().forEach(name -> assertThat(guide).containsPattern("(?m)^\\| `" + name + "` \\| [a-z]"));
    }

    @Test
    void every_chart_is_drawn_in_every_format(@TempDir Path folder) throws IOException {
        String from = run(folder, "1").toString();
        List<String> charts = Charts.NAMES.stream()
                .filter(c ->
                        !List.of("observed", "traffic", "before-after", "relax").contains(c))
                .toList();

        for (String chart : charts) {
            for (String format : List.of("png", "svg", "pdf")) {
                Path to = folder.resolve(chart + "." + format);
                CommandLineRun drawn =
                        CommandLineRun.of("chart", chart, "--from", from, "--to", to.toString(), "--dpi", "50");
                assertThat(drawn.status()).as(to + drawn.err()).isZero();
                assertThat(Files.size(to)).as(to.toString()).isGreaterThan(2000);
            }
        }
        assertWrong(
                CommandLineRun.of(
                        "chart",
                        "observed",
                        "--from",
                        from,
                        "--to",
                        folder.resolve("o.svg").toString()),
                "observed.csv, which a run writes of a scenario with observed counts");
        assertWrong(
                CommandLineRun.of(
                        "chart",
                        "traffic",
                        "--from",
                        from,
                        "--to",
                        folder.resolve("t.svg").toString()),
                "chart 'traffic' needs through traffic, and the scenario has none");
    }

    @Test
    void a_directory_is_not_overwritten_and_an_image_beyond_memory_is_not_begun(@TempDir Path folder)
            throws IOException {
        String from = run(folder, "1").toString();
        Path directory = Files.createDirectory(folder.resolve("empty.png"));
        Path to = folder.resolve("large.png");

        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", from, "--to", directory.toString()), "is a directory");
        assertThat(directory).isEmptyDirectory();
        // 2 m are 94,488 dots at 1200 to the inch.
        assertWrong(
                CommandLineRun.of(
                        "chart",
                        "queue",
                        "--from",
                        from,
                        "--to",
                        to.toString(),
                        "--size",
                        "2000x2000mm",
                        "--dpi",
                        "1200"),
                "a PNG of 94488 x 94488 pixels is too large, at most 150 million");
        assertThat(to).doesNotExist();
    }

    @Test
    void a_damaged_run_is_named_with_the_place(@TempDir Path folder) throws IOException {
        String to = folder.resolve("x.svg").toString();
        Path summary = Files.writeString(folder.resolve("summary.json"), "{\n");

        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", summary.toString(), "--to", to), "is not a directory");
        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", folder.toString(), "--to", to),
                summary + ":2:1: not whole JSON");
        Files.writeString(summary, "{\"scenario\": \"x\", \"start\": \"soon\", \"horizon_d\": 1, \"metrics\": {}}");
        assertWrong(
                CommandLineRun.of("chart", "queue", "--from", folder.toString(), "--to", to),
                folder + " does not hold what 'convoy run' writes: Text 'soon'");
    }

    private static void assertWrong(CommandLineRun run, String message) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }
}
