package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bridgeconvoy.study.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The output that the README shows is the output of today. {@code mvn -pl sim-scenarios -am test -Dtest=ReadmeTest
 * -Dsurefire.failIfNoSpecifiedTests=false -DupdateGolden=true} writes it anew; the difference is to be read.
 */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String BEGIN = "<!-- begin: convoy run day-and-night -->\n```text\n";
    private static final String END = "```\n<!-- end -->";

    @Test
    void every_file_that_the_help_of_run_names_is_explained() throws IOException {
        String help = CommandLineRun.of("run", "--help").out();
        List<String> names = Pattern.compile("[a-z-]+\\.(json|csv|html)")
                .matcher(help)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(names).contains("summary.json", "trips.csv", "breakdowns.csv", "observed.csv", "report.html");
        assertThat(Files.readString(README))
                .contains(names.stream().map(n -> "`" + n + "`").toList());
    }

    @Test
    void the_output_in_the_readme_is_real(@TempDir Path directory) throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "day-and-night",
                "--no-report",
                "--trips",
                "none",
                "--out",
                directory.resolve("o").toString());
        // Without the commit, which the page cannot know.
        String version = Version.current().replaceFirst(" \\(commit.*", "");
        String output = run.out().substring(0, run.out().indexOf("\nWritten: ")).replace(Version.current(), version);
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END, from);
        if (Boolean.getBoolean("updateGolden")) {
            Files.writeString(README, readme.substring(0, from) + output + readme.substring(to));
            return;
        }

        assertThat(readme.substring(from, to)).isEqualTo(output);
    }
}
