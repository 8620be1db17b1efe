package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
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
    }

    @Test
    void ten_times_as_many_batches_decide_whether_batches_look_independent() {
        // Short batches of one observation each: 1 1 1 … 2 2 2 … have neighbours alike, so two long ones say nothing.
        double[] series = new double[40];
        Arrays.setAll(series, i -> i < 20 ? 1 : 2);
        BatchMeans swings = BatchMeans.of(series, 4);
        // Deviations of ±1/2: 40 squares of 1/4, 38 products of 1/4 and one of −1/4.
        assertThat(swings.shortLag1Correlation()).isCloseTo(37 / 40.0, within(1e-12));
        assertThat(swings.looksIndependent()).isFalse();
        Arrays.setAll(series, i -> i % 2);
        assertThat(BatchMeans.of(series, 4).looksIndependent()).isTrue();
        // Too few observations for ten times as many batches.
        assertThat(BatchMeans.of(new double[] {1, 2, 1, 2}, 4).shortLag1Correlation())
                .isNaN();
        assertThat(BatchMeans.of(new double[] {1, 2, 1, 2}, 4).looksIndependent())
                .isFalse();
    }

    /** How many of 100 runs of an M/M/1 queue from its long-run state have 40 batches that look independent. */
    private static long looksIndependent(double load, int customers) {
        return LongStream.rangeClosed(1, 100)
                .filter(seed -> BatchMeans.of(Lindley.waits(Streams.of(seed, 1), load, 1, customers, 0), 40)
                        .looksIndependent())
                .count();
    }

    @Test
    void batches_that_are_too_short_for_the_load_do_not_look_independent_and_long_ones_do() {
        // 100 waits a batch at load 0.9, whose swings last hundreds of customers: the intervals hold 64%.
        assertThat(looksIndependent(0.9, 4_000)).isZero();
        // 2,500 waits a batch at load 0.8: they hold 95%.
        assertThat(looksIndependent(0.8, 100_000)).isGreaterThan(75);
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
