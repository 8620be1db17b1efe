package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bridgeconvoy.cli.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts without a display: DISPLAY names one that does not answer, as after a login whose forwarding has ended. */
class HeadlessTest {

    /** Draws as a program does that uses the library and says nothing of displays. */
    static final class Draw {

        private Draw() {}

        public static void main(String[] args) throws Exception {
            RunData run = RunData.of(SyntheticStudy.of("x", 2, 2, 5));
            for (String ending : new String[] {"png", "svg", "pdf"}) {
                Charts.throughput(run).write(Path.of(args[0], "chart." + ending));
            }
        }
    }

    @Test
    void the_library_draws_without_a_display(@TempDir Path folder) throws Exception {
        JavaProcess.Ended drawn = JavaProcess.run(Map.of(), "", Draw.class.getName(), folder.toString());

        assertThat(drawn.status()).as(drawn.said()).isZero();
        assertThat(folder).isDirectoryContaining("glob:**chart.png").isDirectoryContaining("glob:**chart.pdf");
    }

    @Test
    void the_command_draws_without_a_display(@TempDir Path folder) throws Exception {
        JavaProcess.Ended run = JavaProcess.run(
                Map.of(),
                "",
                "org.bridgeconvoy.cli.Main",
                "run",
                "day-and-night",
                "--set",
                "horizon=2 d",
                "--set",
                "warm-up=0 d",
                "--replications",
                "1",
                "--no-limits",
                "--no-answers",
                "--out",
                folder.toString());

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(Files.readString(folder.resolve("report.html"))).contains("<svg");
    }
}
