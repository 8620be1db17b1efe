package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code convoy live} refuses; it then writes nothing, and needs no compiled model. */
class LiveCommandTest {

    @Test
    void every_place_of_a_slider_that_is_no_scenario_is_told(@TempDir Path folder) {
        Path file = folder.resolve("page.html");

        CommandLineRun run = CommandLineRun.of(
                "live",
                "day-and-night",
                "--knob",
                "bridge.lanes=1..3",
                "--knob",
                "fleet.truks=5..6",
                "--to",
                file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--knob bridge.lanes", "(of 3)", "fleet.truks", "3 problems, nothing was run");
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void a_slider_without_a_step_and_a_file_that_is_no_page_are_wrong_usage() {
        assertThat(CommandLineRun.of("live", "day-and-night", "--knob", "bridge.headway=20 s..60 s")
                        .err())
                .contains("--knob needs a step");
        assertThat(CommandLineRun.of("live", "day-and-night", "--to", "page.pdf")
                        .err())
                .contains("--to must end in .html, got 'page.pdf'");
    }
}
