package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known answers and their sources are in the cases; the seed is fixed, so this passes always or never. */
class VerifyCommandTest {

    @Test
    void every_case_with_a_known_answer_passes(@TempDir Path directory) {
        CommandLineRun run =
                CommandLineRun.of("verify", "--out", directory.resolve("v").toString());

        assertThat(run.out()).contains("M/M/1 at load", "Closed").endsWith(" cases, 0 failed\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.status()).isZero();
        assertThat(directory.resolve("v/verify.html"))
                .content()
                .contains("M/M/1 at load 0.9, mean wait", "Closed network")
                .contains("<meta name=\"viewport\"", "prefers-color-scheme:dark")
                .contains("<td class=\"pass\">pass</td>", "Erlang C", "0 failed; seed 1")
                .doesNotContain("class=\"fail\"");
    }

    @Test
    void wrong_usage_says_what_is_allowed() {
        CommandLineRun run = CommandLineRun.of("verify", "--format", "xml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--format must be table, json or csv, got 'xml'");
    }
}
