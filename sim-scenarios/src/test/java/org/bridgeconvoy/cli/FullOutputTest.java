package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands whose standard output goes to a full disk, or to a reader that has gone. */
class FullOutputTest {

    private static final class Full extends Writer {

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {
            // What was written failed already.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static CommandLineRun run(String... args) {
        StringWriter err = new StringWriter();
        int status = Convoy.execute(new Console(new Full(), err, false), args);
        return new CommandLineRun(status, "", err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "--help",
                "help run",
                "--version",
                "schema",
                "show day-and-night",
                "show --resolved day-and-night",
                "validate day-and-night"
            })
    void a_command_that_prints_fails_if_its_output_is_lost(String words) {
        CommandLineRun run = run(words.split(" "));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("standard output did not take all", "No space left on device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void a_run_fails_if_its_output_is_lost_and_keeps_its_files(String format, @TempDir Path directory) {
        CommandLineRun run = run(
                "run",
                "day-and-night",
                "--set",
                "horizon=2 d",
                "--set",
                "warm-up=0 d",
                "--replications",
                "2",
                "--no-limits",
                "--no-answers",
                "--no-report",
                "--format",
                format,
                "--out",
                directory.toString());

        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("No space left on device");
        assertThat(directory.resolve("summary.json")).exists();
    }

    @Test
    void wrong_usage_stays_wrong_usage() {
        assertThat(run("run", "no-such-scenario").status()).isEqualTo(2);
    }
}
