package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result of other settings is not replaced without a word in a folder that the user did not name. */
class ReplacementWarningTest {

    private static String warning(Path index, boolean same) {
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), err, false);
        ReplacementWarning.warn(console, index, there -> same, ReplacementWarning.settings(1, 1, 3));
        return err.toString();
    }

    @Test
    void the_warning_says_what_is_there_what_comes_and_what_keeps_both(@TempDir Path folder) throws IOException {
        Path index = Files.writeString(folder.resolve("summary.json"), "{\"seed\": 7, \"replications\": 30}");

        assertThat(warning(index, false))
                .isEqualTo("warning: " + folder
                        + " holds a result of 30 replications, seed 7, which will be replaced by one of"
                        + " replication 3 alone, seed 1; to keep both, write elsewhere with --out\n");
        assertThat(warning(index, true)).isEmpty();
        assertThat(warning(folder.resolve("none.json"), false)).isEmpty();
        Files.writeString(index, "{");
        assertThat(warning(index, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--only=1, true",
        "--seed=2, true",
        "--replications=3, true",
        "--set=fleet.trucks=4, true",
        "--trips=none, false",
        "--no-report, false"
    })
    void what_is_tried_for_once_warns(String option, boolean warns, @TempDir Path directory) throws IOException {
        // Without --out, results go below the working directory, which a test cannot choose.
        String name = "what-if-" + UUID.randomUUID();
        Path file = Files.writeString(directory.resolve("few.yaml"), ResultSetTest.BASE.replace("few", name));
        String[] args = {"run", file.toString(), "--no-limits", "--no-report", "--quiet", "--seed=1"};
        try {
            assertThat(CommandLineRun.of(args).err()).isEmpty();
            args[5] = option;

            assertThat(CommandLineRun.of(args).err().contains("holds a result of 2 replications, seed 1"))
                    .isEqualTo(warns);
        } finally {
            remove(Path.of("out", name));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
