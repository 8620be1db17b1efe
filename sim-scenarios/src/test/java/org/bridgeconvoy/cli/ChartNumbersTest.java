package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bridgeconvoy.report.chart.BacklogData;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.report.chart.RunFiles;
import org.bridgeconvoy.report.chart.StateData;
import org.bridgeconvoy.report.chart.ThroughputData;
import org.bridgeconvoy.report.chart.UseData;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What charts draw from the files of a run, held against the metrics that the same run wrote into summary.json. */
class ChartNumbersTest {

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunData run;

    @BeforeAll
    static void runAScenario() throws IOException {
        CommandLineRun done = CommandLineRun.of(
                "run",
                "day-and-night",
                "--replications",
                "3",
                "--trips",
                "all",
                "--no-report",
                "--no-limits",
                "--out",
                folder.toString());
        assertThat(done.status()).as(done.err()).isZero();
        run = RunFiles.read(folder, text -> WorldFacts.ofText(text, new ScenarioLoader()));
    }

    private static double metric(String name) {
        return Objects.requireNonNull(run.metrics().get(name), name).mean();
    }

    private static Offset<Double> nearly(double value) {
        return within(1e-9 * Math.abs(value));
    }

    @Test
    void the_bars_of_the_measured_days_average_to_the_tonnes_a_day() {
        ThroughputData data = ThroughputData.of(run);
        double tonnes = 0;
        double days = 0;
        double[] byCargo = new double[data.cargoes().size()];
        for (int bin = 0; bin < data.middles().length; bin++) {
            if (data.middles()[bin] > run.warmUpNanos() / 86_400e9) {
                days += data.lengths()[bin];
                tonnes += data.totalTonnes().mean()[bin] * data.lengths()[bin];
                for (int c = 0; c < byCargo.length; c++) {
                    byCargo[c] += data.tonnes()[c][bin] * data.lengths()[bin];
                }
            }
        }
        assertThat(days).isEqualTo(28);
        assertThat(tonnes / days).isCloseTo(metric("delivered_t_per_day"), nearly(tonnes / days));
        for (int c = 0; c < byCargo.length; c++) {
            assertThat(byCargo[c] / days)
                    .isCloseTo(metric("delivered_t_per_day." + data.cargoes().get(c)), nearly(byCargo[c] / days));
        }
    }

    @Test
    void the_use_of_the_lane_over_the_day_averages_to_the_time_it_was_occupied() {
        UseData data = UseData.of(run);

        double outbound = Arrays.stream(data.outbound()).average().orElseThrow();
        double back = Arrays.stream(data.back()).average().orElseThrow();
        assertThat(outbound).isCloseTo(metric("bridge_occupied_outbound"), nearly(outbound));
        assertThat(back).isCloseTo(metric("bridge_occupied_return"), nearly(back));
    }

    @Test
    void the_backlog_ends_at_the_tonnes_undelivered_at_the_end() {
        double[] undelivered = BacklogData.of(run).undelivered().mean();
        double end = undelivered[undelivered.length - 1];

        assertThat(end).isCloseTo(metric("undelivered_end_t"), nearly(end));
    }

    @Test
    void the_stages_of_a_trucks_day_are_those_of_the_metrics_and_fill_24_hours() {
        StateData data = StateData.of(run);

        double idle = Arrays.stream(data.hours()).mapToDouble(row -> row[0]).sum();
        assertThat(data.stages().get(0)).isEqualTo("no consignment");
        assertThat(idle).isCloseTo(metric("truck_h_per_day.idle") / 300, nearly(idle));
        assertThat(Arrays.stream(data.hours()).flatMapToDouble(Arrays::stream).sum())
                .isCloseTo(24, within(1e-6));
    }
}
