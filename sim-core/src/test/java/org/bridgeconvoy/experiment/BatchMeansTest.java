package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

class BatchMeansTest {
    @Test
    void means_of_equal_batches_make_the_estimate() {
        BatchMeans result = BatchMeans.of(new double[] {1, 3, 5, 7, 2, 4, 100}, 3);
        assertThat(result.batchSize()).isEqualTo(2);
        assertThat(result.estimate()).isEqualTo(Estimate.of(2, 6, 3));
    }

    @Test
    void correlation_of_neighbours_tells_whether_batches_are_long_enough() {
        // 1 2 3 4: deviations -1.5 -.5 .5 1.5; products .75 - .25 + .75 = 1.25 over squares 5.
        assertThat(BatchMeans.of(new double[] {1, 2, 3, 4}, 4).lag1Correlation())
                .isCloseTo(0.25, within(1e-12));
        double[] waits = Lindley.waits(Streams.of(1, 1), 0.9, 1, 100_000, 0);
        assertThat(BatchMeans.of(waits, 2000).looksIndependent()).isFalse();
        assertThat(BatchMeans.of(waits, 10).looksIndependent()).isTrue();
    }

    @Test
    void nothing_is_said_of_two_batches_or_of_equal_ones() {
        assertThat(BatchMeans.of(new double[] {1, 2}, 2).lag1Correlation()).isNaN();
        assertThat(BatchMeans.of(new double[] {5, 5, 5}, 3).lag1Correlation()).isNaN();
        assertThat(BatchMeans.of(new double[] {5, 5, 5}, 3).looksIndependent()).isFalse();
    }

    @Test
    void mm1_waits_by_replication_deletion_and_by_batch_means_agree_with_theory() {
        // Arrival rate 1, service rate 1/0.7: Wq = 1.633333 (KSL book). At 99.9% confidence each, a false alarm has
        // chance
        // 0.001.
        double truth = 1.633333;
        assertThat(Lindley.meanWait(1, 1 / 0.7)).isCloseTo(truth, within(1e-6));
        Estimate byReplications = new Experiment(2024, 30).estimate(streams -> {
            double[] waits = Lindley.waits(streams, 1, 1 / 0.7, 22_000, 0);
            return Arrays.stream(waits, 2_000, waits.length).average().orElseThrow();
        });
        double[] run = Lindley.waits(Streams.of(2024, 31), 1, 1 / 0.7, 602_000, 0);
        BatchMeans byBatches = BatchMeans.of(Arrays.copyOfRange(run, 2_000, run.length), 30);
        assertThat(byReplications.mean()).isCloseTo(truth, within(byReplications.halfWidth(0.999)));
        assertThat(byBatches.estimate().mean())
                .isCloseTo(truth, within(byBatches.estimate().halfWidth(0.999)));
        assertThat(byBatches.looksIndependent()).isTrue();
        assertThat(byReplications.halfWidth95()).isLessThan(0.06);
        assertThat(byBatches.estimate().halfWidth95()).isLessThan(0.06);
    }

    @Test
    void too_few_batches_or_observations_are_refused() {
        assertThatThrownBy(() -> BatchMeans.of(new double[] {1, 2, 3}, 1))
                .hasMessage("batch means need >= 2 batches and as many observations, got 1 batches and 3 observations");
        assertThatThrownBy(() -> BatchMeans.of(new double[] {1, 2, 3}, 4))
                .hasMessageContaining("got 4 batches and 3 observations");
    }
}
