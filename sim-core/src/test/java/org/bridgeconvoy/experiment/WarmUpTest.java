package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @Test
    void leaves_out_the_batches_that_differ_from_a_level_rest() {
        // Two batches of five at 100, then 1: from the third batch on there is no deviation at all.
        double[] series = new double[60];
        Arrays.fill(series, 1);
        Arrays.fill(series, 0, 10, 100);
        assertThat(WarmUp.mser5(series)).isEqualTo(new WarmUp.Suggestion(10, true));
        // One high observation spoils its whole batch.
        series[11] = 50;
        assertThat(WarmUp.mser5(series)).isEqualTo(new WarmUp.Suggestion(15, true));
    }

    @Test
    void leaves_out_nothing_of_a_level_series() {
        double[] series = new double[60];
        Arrays.fill(series, 3);
        assertThat(WarmUp.mser5(series)).isEqualTo(new WarmUp.Suggestion(0, true));
    }

    @Test
    void says_when_a_series_does_not_settle() {
        double[] series = new double[200];
        Arrays.setAll(series, i -> i < 140 ? 0.1 * i : 100);
        assertThat(WarmUp.mser5(series).reliable()).isFalse();
        assertThat(WarmUp.mser5(series).truncation()).isLessThanOrEqualTo(100);
    }

    @Test
    void says_nothing_of_a_short_series() {
        assertThat(WarmUp.mser5(new double[0])).isEqualTo(new WarmUp.Suggestion(0, false));
        assertThat(WarmUp.mser5(new double[49])).isEqualTo(new WarmUp.Suggestion(0, false));
        assertThat(WarmUp.mser5(new double[50])).isEqualTo(new WarmUp.Suggestion(0, true));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void is_the_least_of_the_definition(long seed) {
        RandomStream stream = Streams.of(seed, 1).stream("mser");
        double[] series = new double[100 + stream.nextInt(400)];
        double level = 20 * stream.nextDouble();
        Arrays.setAll(series, i -> level * Math.exp(-i / 30.0) + stream.nextGaussian());
        int batches = series.length / 5;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d <= batches - 5; d++) {
            double value = criterion(series, d, batches);
            if (value < least) {
                least = value;
                best = d;
            }
        }
        WarmUp.Suggestion suggestion = WarmUp.mser5(series);
        assertThat(suggestion.reliable()).isEqualTo(best <= batches / 2);
        if (suggestion.reliable()) {
            assertThat(suggestion.truncation()).isEqualTo(5 * best);
        }
    }

    /** Straight from White, Cobb, Spratt (2000), equation for MSER-m with m = 5. */
    private static double criterion(double[] series, int d, int batches) {
        double mean = 0;
        for (int i = 5 * d; i < 5 * batches; i++) {
            mean += series[i] / (5 * (batches - d));
        }
        double sum = 0;
        for (int b = d; b < batches; b++) {
            double batch = 0;
            for (int i = 5 * b; i < 5 * b + 5; i++) {
                batch += series[i] / 5;
            }
            sum += (batch - mean) * (batch - mean);
        }
        return sum / ((double) (batches - d) * (batches - d));
    }

    @Test
    void on_the_mean_of_replications_it_takes_away_the_bias_that_one_series_alone_makes_worse() {
        // Waits of an M/M/1 queue at load 0.9 that starts empty; the mean in the long run is 9.
        int customers = 4_000;
        double byOne = 0;
        double byThirty = 0;
        for (long seed = 1; seed <= 10; seed++) {
            List<double[]> replications = new ArrayList<>();
            for (int r = 1; r <= 30; r++) {
                double[] series = Lindley.waits(Streams.of(seed, r), 0.9, 1, customers, 0);
                replications.add(series);
                byOne += meanFrom(series, WarmUp.mser5(series)) / 300;
            }
            byThirty += meanFrom(WarmUp.meanOverReplications(replications), WarmUp.mser5(replications)) / 10;
        }
        // 300 series have a standard error of 2% of the mean: 10% below it and 1% below it lie far apart.
        assertThat(byOne).isLessThan(0.95 * 9);
        assertThat(byThirty).isBetween(0.95 * 9, 1.05 * 9);
        assertThat(byThirty).isGreaterThan(byOne);
    }

    private static double meanFrom(double[] series, WarmUp.Suggestion start) {
        return Arrays.stream(series, start.truncation(), series.length)
                .average()
                .orElseThrow();
    }

    @Test
    void welch_averages_over_replications_and_then_over_a_symmetric_window() {
        List<double[]> replications = List.of(new double[] {1, 2, 1, 4, 10}, new double[] {-1, 4, -1, 2, 8});
        assertThat(WarmUp.meanOverReplications(replications)).containsExactly(0, 3, 0, 3, 9);
        assertThat(WarmUp.welch(replications, 0)).containsExactly(0, 3, 0, 3, 9);
        // (0+3+0)/3, (3+0+3)/3, (0+3+9)/3; the first stands alone.
        assertThat(WarmUp.welch(replications, 1)).containsExactly(0, 1, 2, 4);
        // (0+3+0)/3 again with the narrower window, then (0+3+0+3+9)/5.
        assertThat(WarmUp.welch(replications, 2)).containsExactly(0, 1, 3);
        assertThat(WarmUp.welch(replications, 5)).isEmpty();
    }

    @Test
    void what_does_not_fit_is_refused() {
        double[] broken = new double[100];
        broken[99] = Double.NaN;
        assertThatThrownBy(() -> WarmUp.mser5(broken)).hasMessage("observations must be finite, got NaN");
        assertThatThrownBy(() -> WarmUp.welch(List.of(), 1))
                .hasMessage("Welch's curve needs a series and a window >= 0, got 0 series and window 1");
        assertThatThrownBy(() -> WarmUp.meanOverReplications(List.of()))
                .hasMessage("at least one series is needed, got none");
        assertThatThrownBy(() -> WarmUp.welch(List.of(new double[2], new double[3]), 1))
                .hasMessage("all series must have the same length, got 2 and 3");
    }
}
