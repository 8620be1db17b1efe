package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    private static String shown(String columns, Map<String, String> environment, String text) throws IOException {
        StringWriter out = new StringWriter();
        Writer terminal = TerminalText.of(out, columns, environment::get);
        terminal.write(text);
        terminal.flush();
        return out.toString();
    }

    @Test
    void a_terminal_that_can_shows_the_sign_and_keeps_the_columns() throws IOException {
        Map<String, String> environment = Map.of("LANG", "en_US.UTF-8", "NO_COLOR", "1");

        assertThat(shown("80", environment, "Yes: 120 +- 1 trucks\na        +- 0.78  116\nb  5 +- 1  7\n"))
                .isEqualTo("Yes: 120 ± 1 trucks\na         ± 0.78  116\nb  5 ± 1   7\n");
        assertThat(shown("80", Map.of("LANG", "C.UTF-8", "LC_ALL", "C", "NO_COLOR", "1"), "1 +- 2"))
                .isEqualTo("1 +- 2");
    }

    @Test
    void words_of_verdicts_have_a_colour_on_a_terminal_that_wants_it() throws IOException {
        assertThat(shown("80", Map.of(), "No: 1\nx  worse\nNone\n"))
                .isEqualTo("\u001b[31mNo\u001b[0m: 1\nx  \u001b[31mworse\u001b[0m\nNone\n");
        assertThat(shown("80", Map.of("TERM", "dumb"), "Yes: 1\n")).isEqualTo("Yes: 1\n");
    }

    @Test
    void what_goes_into_a_file_stays_as_it_is() throws IOException {
        Map<String, String> environment = Map.of("LANG", "en_US.UTF-8");

        assertThat(shown("", environment, "Yes: 120 +- 1\n")).isEqualTo("Yes: 120 +- 1\n");
    }
}
