package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bridgeconvoy.study.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README and the page on reading results show is what the commands print and draw today. {@code mvn -pl
 * sim-scenarios -am test -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false -DupdateGolden=true} writes it anew;
 * the difference is to be read.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");
    private static final Path READING = ROOT.resolve("docs").resolve("reading-results.md");
    private static final Path PICTURES = ROOT.resolve("docs").resolve("pictures");

    /** Pictures of README and guide, by name of the file: the chart of day-and-night that each shows. */
    private static final Map<String, String> SHOWN_CHARTS = Map.of(
            "one-day",
            "time-space",
            "curves",
            "curves",
            "gantt",
            "gantt",
            "week",
            "week",
            "use",
            "use",
            "states",
            "states");

    private static final String WHOLE = "<!-- begin: convoy run day-and-night -->\n```text\n";
    private static final String LINES = "<!-- begin: lines of convoy run day-and-night -->\n```text\n";
    private static final String END = "```\n<!-- end -->";

    /** The lines of the README's ten begin like this; the others of the output stand on the page on reading results. */
    private static final Pattern SHOWN = Pattern.compile(
            "(?m)^(Answers|trucks out on|tonnes delivered a day +[0-9,.]+ t/d|What limits|  what is|  0\\.0% of"
                    + "|Lane, trucks|(outbound|return) +[0-9.]+ +[0-9.]+ +[+]-).*\n");

    @Test
    void every_file_that_the_help_of_run_names_is_explained() throws IOException {
        String help = CommandLineRun.of("run", "--help").out();
        List<String> names = Pattern.compile("[a-z-]+\\.(json|csv|html)")
                .matcher(help)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(names).contains("summary.json", "trips.csv", "breakdowns.csv", "observed.csv", "report.html");
        assertThat(Files.readString(ROOT.resolve("docs").resolve("output-files.md")))
                .contains(names.stream().map(n -> "`" + n + "`").toList());
    }

    @Test
    void the_output_on_the_pages_is_real(@TempDir Path directory) throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "day-and-night",
                "--no-report",
                "--out",
                directory.resolve("o").toString());
        // Without the commit, which the page cannot know.
        String version = Version.current().replaceFirst(" \\(commit.*", "");
        String output = run.out()
                .substring(0, run.out().indexOf("\nWritten: "))
                .replaceFirst(Pattern.quote(version) + "\\s+\\(commit[^)]*\\)", version);
        StringBuilder lines = new StringBuilder();
        SHOWN.matcher(output).results().map(MatchResult::group).forEach(lines::append);

        assertBlock(READING, WHOLE, output);
        assertBlock(README, LINES, lines.toString());
        for (Map.Entry<String, String> picture : SHOWN_CHARTS.entrySet()) {
            assertPicture(picture.getKey(), picture.getValue(), directory);
        }
    }

    private static void assertBlock(Path page, String begin, String expected) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(END, from);
        if (Boolean.getBoolean("updateGolden")) {
            Files.writeString(page, text.substring(0, from) + expected + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to)).isEqualTo(expected);
    }

    /** The picture places its letters by the font's widths, so it is the same only where that font is installed. */
    private static void assertPicture(String name, String chart, Path directory) throws IOException {
        Path drawn = directory.resolve(name + ".svg");
        Path picture = PICTURES.resolve(name + ".svg");
        CommandLineRun.of("chart", chart, "--from", directory.resolve("o").toString(), "--to", drawn.toString());
        if (Boolean.getBoolean("updateGolden")) {
            Files.write(picture, Files.readAllBytes(drawn));
            return;
        }
        assumeThat(new Font("Liberation Sans", Font.PLAIN, 12).getFamily()).isEqualTo("Liberation Sans");
        assertThat(drawn).hasSameTextualContentAs(picture);
    }
}
