package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file or an argument says is shown by the terminal and not obeyed. */
class VisibleTextTest {

    private static String shown(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (VisibleText visible = new VisibleText(out)) {
            visible.write(text);
        }
        return out.toString();
    }

    @Test
    void escapes_c1_and_marks_of_direction_are_shown() throws IOException {
        assertThat(shown("a\u001b[31mred\u0007 \u009b2J \u202eevil\u2066 \u007f\rb"))
                .isEqualTo("a\\u001b[31mred\\u0007 \\u009b2J \\u202eevil\\u2066 \\u007f\\u000db");
    }

    @Test
    void what_people_write_stays() throws IOException {
        String text = "Brücke 鸭绿江 ± 95% – \tnext\nline \ud83d\ude9a";

        assertThat(shown(text)).isEqualTo(text);
    }

    @Test
    void json_still_reads_as_the_same_text() throws IOException {
        String name = "a\u202eb\u0085c";

        assertThat(new ObjectMapper().readTree(shown("\"" + name + "\"")).asText())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "show", "chart", "compare", "sweep", "help"})
    void an_argument_of_every_command_comes_out_harmless(String command) {
        CommandLineRun run = CommandLineRun.of(command, "no\u001b]0;such\u0007\u202e.yaml");

        assertThat(run.status()).isNotZero();
        assertThat(run.err() + run.out()).doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void a_file_comes_out_harmless(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("bad.yaml"), "scenario: \"x\\e[2J\\u202e\"\ndescription: 3\n# \u001b[0m\n");
        for (String command : new String[] {"show", "validate", "run"}) {
            CommandLineRun run = CommandLineRun.of(command, file.toString());

            assertThat(run.err() + run.out()).isNotBlank().doesNotContain("\u001b", "\u202e");
        }
    }
}
