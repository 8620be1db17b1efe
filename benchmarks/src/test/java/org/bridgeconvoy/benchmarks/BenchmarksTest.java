package org.bridgeconvoy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once and shortly, so that none rots. What it measures then means nothing. */
class BenchmarksTest {

    @Test
    void every_benchmark_runs_and_stands_in_the_table() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("org\\.bridgeconvoy\\.benchmarks\\..*")
                        .param("pending", "16", "20000")
                        .param("days", "14")
                        .param("trucks", "1000")
                        .param("much", "days=3", "replications=3", "trips=100", "streams=3", "changes=3")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        assertThat(results).hasSizeGreaterThanOrEqualTo(12 + 4 + 4 + 4 + 2 + 10);
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
        assertThat(RatioTable.table(results))
                .contains("Hold increments=TIES pending=16", "eventObjects", "baseline / this   1.00")
                .containsPattern(
                        "hold, exponential, 16 pending, PriorityQueue / ours +[0-9.]+ .* aim >= 1.6 +(met|NOT MET)")
                .contains("hold, exponential, 256 pending, PriorityQueue / ours: not measured");
    }
}
