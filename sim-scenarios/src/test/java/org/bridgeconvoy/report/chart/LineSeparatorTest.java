package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bridgeconvoy.cli.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files end lines with LF on a machine with another line separator. A JVM fixes its separator at the start, so the test
 * starts one.
 */
class LineSeparatorTest {

    /** Draws where lines end with a carriage return. */
    static final class Draw {

        private Draw() {}

        public static void main(String[] args) throws Exception {
            System.setProperty("line.separator", "\r");
            ConvoyChart chart = Charts.throughput(RunData.of(SyntheticStudy.of("x", 2, 2, 5)));
            Files.writeString(Path.of(args[0], "inline.svg"), chart.inline("a", 300, 200, 10));
            chart.write(Path.of(args[0], "chart.svg"));
        }
    }

    @Test
    void drawings_end_lines_with_lf(@TempDir Path folder) throws Exception {
        JavaProcess.Ended drawn = JavaProcess.run(Map.of(), "", Draw.class.getName(), folder.toString());

        assertThat(drawn.status()).as(drawn.said()).isZero();
        assertThat(Files.readString(folder.resolve("chart.svg"))).contains("\n").doesNotContain("\r");
        assertThat(Files.readString(folder.resolve("inline.svg"))).doesNotContain("\r");
    }
}
