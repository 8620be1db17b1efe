package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known answers and their sources are in the cases; the seed is fixed, so this passes always or never. */
class VerifyCommandTest {

    @Test
    void every_case_with_a_known_answer_passes(@TempDir Path directory) throws IOException {
        CommandLineRun run =
                CommandLineRun.of("verify", "--out", directory.resolve("v").toString());

        String page = Files.readString(directory.resolve("v/verify.html"));
        List<String> cases = Pattern.compile("<tr><td>[^:<]+: ([^<]+)</td>")
                .matcher(page)
                .results()
                .map(m -> m.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .toList();

        assertThat(cases).hasSizeGreaterThan(50).contains("M/M/1 at load 0.9, mean wait");
        assertThat(run.out()).endsWith("\n" + cases.size() + " cases, 0 failed\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.out().lines().filter(line -> line.endsWith("  pass")))
                .as("a row for each case")
                .hasSameSizeAs(cases);
        assertThat(names(run.out())).as("broken between words").contains(String.join(" ", cases));
        assertThat(run.status()).isZero();
        assertThat(page)
                .contains("Closed network")
                .contains("<meta name=\"viewport\"", "prefers-color-scheme:dark")
                .contains("<td class=\"pass\">pass</td>", "Erlang C", "0 failed; seed 1")
                .doesNotContain("class=\"fail\"");
    }

    /** The first column of a table, its cells put together again. */
    private static String names(String table) {
        List<String> lines = table.lines().toList();
        int width = lines.get(1).indexOf("  ");
        for (String line : lines) {
            // A line without numbers continues a name: the longest of them is as wide as the column or a little less.
            width = line.matches("\\S+( \\S+)*") && !line.endsWith("failed") ? Math.max(width, line.length()) : width;
        }
        int column = width;
        return lines.stream()
                .map(line -> line.substring(0, Math.min(column, line.length())).strip())
                .collect(Collectors.joining(" "));
    }

    @Test
    void wrong_usage_says_what_is_allowed() {
        CommandLineRun run = CommandLineRun.of("verify", "--format", "xml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--format must be table, json or csv, got 'xml'");
    }
}
