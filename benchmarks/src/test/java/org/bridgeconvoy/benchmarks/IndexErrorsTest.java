package org.bridgeconvoy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IndexErrorsTest {

    /** Published: Ishigami ST = 0.5576, 0.4424, 0.2437; the g-function's from the product formula by hand: ST1 = 0.787, ST2 = 0.242. */
    @Test
    void functions_have_the_published_indices_and_rows() {
        assertThat(IndexProblem.ishigami().totals()[0])
                .satisfies(t -> assertThat(Arrays.stream(t)
                                .map(x -> Math.round(x * 1e4) / 1e4)
                                .toArray())
                        .containsExactly(0.5576, 0.4424, 0.2437));
        assertThat(Math.round(1000 * IndexProblem.g().totals()[0][0])).isEqualTo(787);
        assertThat(IndexErrors.table(IndexProblem.ishigami(), 2, 16))
                .contains("Ishigami, y: 3 inputs, 2 repetitions")
                .containsPattern(" 16 +80 +0\\.\\d{5} +0\\.\\d{5} ");
    }

    @Test
    void the_bridge_runs_and_its_stored_indices_are_of_its_inputs() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            IndexProblem bridge = new BridgeIndices(executor, 1).problem();
            assertThat(bridge.totals()).hasDimensions(3, 8);
            assertThat(IndexErrors.table(bridge, 1, 8)).contains("day-and-night, lead_time_h: 8 inputs");
        } finally {
            executor.shutdown();
        }
    }
}
