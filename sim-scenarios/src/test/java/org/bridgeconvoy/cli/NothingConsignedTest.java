package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingConsignedTest {

    private static final String SUNDAYS = """
            scenario: sundays
            start: 2025-03-03
            horizon: 14 d
            replications: 2
            bridge: {length: 400 m, speed: 20 km/h, control: {alternate: {outbound: 20 min, return: 20 min}}}
            fleet: {trucks: 40}
            demand: {gravel: {load: 25 t, rate: 60 trucks/d, hours: {sun: "08:00-10:00"}, profile: {weekdays: {sun: 0}}}}
            """;

    @TempDir
    private Path directory;

    @Test
    void a_run_in_which_nothing_is_consigned_says_so_before_and_after() throws IOException {
        Path file = Files.writeString(directory.resolve("sundays.yaml"), SUNDAYS);
        String warning = "demand: nothing is consigned in this run: every count will be 0 and every time n/a";

        CommandLineRun validate = CommandLineRun.of("validate", file.toString());
        CommandLineRun run = CommandLineRun.of(
                "run",
                file.toString(),
                "--no-report",
                "--out",
                directory.resolve("out").toString());

        assertThat(validate.err()).contains(warning);
        assertThat(validate.out()).contains("no problems, 2 warnings (scenario 'sundays')");
        assertThat(run.err()).contains(warning);
        assertThat(run.out())
                .startsWith(
                        "0 tonnes delivered a day. No chance in it; no sources are given for the inputs.\nWhat limits: demand.\n")
                .contains("\nsundays\n  2025-03-03 to 2025-03-16 (14 d, no warm-up); 40 trucks\n")
                .contains("What limits: demand\n  nothing was consigned, so nothing could be delivered\n")
                .contains("warning: nothing was consigned in any replication, so every count is 0 and every\n"
                        + "         time is n/a\n")
                .doesNotContain("of the 0 t");
    }
}
