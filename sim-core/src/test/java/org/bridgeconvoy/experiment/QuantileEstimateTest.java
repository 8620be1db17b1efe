package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

class QuantileEstimateTest {

    @Test
    void is_the_quantile_of_all_observations_together() {
        // 0 to 100 dealt to three replications of unequal length: the 95th percentile is 95.
        List<double[]> dealt = List.of(
                LongStream.rangeClosed(0, 9).asDoubleStream().toArray(),
                LongStream.rangeClosed(10, 39).asDoubleStream().toArray(),
                new double[0],
                LongStream.rangeClosed(40, 100).asDoubleStream().toArray());
        QuantileEstimate estimate = QuantileEstimate.of(dealt, 0.95);
        assertThat(estimate.value()).isEqualTo(95);
        assertThat(estimate.observations()).isEqualTo(101);
        assertThat(estimate.replications()).isEqualTo(3);
        assertThat(QuantileEstimate.of(dealt, 0.333).value()).isCloseTo(33.3, within(1e-12));
    }

    @Test
    void the_interval_ends_at_the_quantiles_of_the_ends_of_the_share() {
        // Two replications of 100 in 1 to 200: the median is 100.5; at or below it 60 of the one and 40 of the other.
        // Their shares
        // have a standard error of sqrt(2 (10^2 + 10^2)) / 200 = 0.1, and t(1, 0.975) = 12.7062: both ends lie beyond.
        double[] low = LongStream.rangeClosed(1, 100)
                .asDoubleStream()
                .map(x -> x <= 60 ? x : x + 40)
                .toArray();
        double[] high = LongStream.rangeClosed(61, 160)
                .asDoubleStream()
                .map(x -> x <= 100 ? x : x + 40)
                .toArray();
        QuantileEstimate two = QuantileEstimate.of(List.of(low, high), 0.5);
        assertThat(two.value()).isEqualTo(100.5);
        assertThat(two.low()).isNaN();
        assertThat(two.high()).isNaN();
        // Eight times each: sqrt(16 / 15 * 16 * 10^2) / 1600 = 0.025820, t(15, 0.975) = 2.131450: from 0.444966 to
        // 0.555034 of
        // the 1,600, where each number stands eight times.
        List<double[]> sixteen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sixteen.add(low);
            sixteen.add(high);
        }
        QuantileEstimate estimate = QuantileEstimate.of(sixteen, 0.5);
        assertThat(estimate.low()).isCloseTo(89.501, within(1e-3));
        assertThat(estimate.high()).isCloseTo(111.499, within(1e-3));
    }

    @Test
    void nothing_is_said_without_observations_and_no_interval_is_given_for_one_replication() {
        QuantileEstimate none = QuantileEstimate.of(List.of(new double[0]), 0.5);
        assertThat(none.value()).isNaN();
        assertThat(none.observations()).isZero();
        QuantileEstimate one = QuantileEstimate.of(List.of(new double[] {1, 2, 3}), 0.5);
        assertThat(one.value()).isEqualTo(2);
        assertThat(one.low()).isNaN();
        assertThat(one.hasShortReplications()).isFalse();
    }

    @Test
    void bad_orders_and_observations_are_refused() {
        for (double p : new double[] {0, 1, -0.1, 95, Double.NaN}) {
            assertThatThrownBy(() -> QuantileEstimate.of(List.of(new double[] {1}), p))
                    .hasMessage("a quantile's order must be > 0 and < 1, got " + p);
        }
        assertThatThrownBy(() -> QuantileEstimate.of(List.of(new double[] {1, Double.NaN, 2}), 0.5))
                .hasMessage("an observation must be a number, got NaN");
    }

    /** Waits of an M/M/1 queue from its long-run state: P(wait > w) = load × exp(−(1 − load) w). */
    private static List<double[]> waits(long seed, double load, int customers, int replications) {
        List<double[]> series = new ArrayList<>();
        for (int r = 1; r <= replications; r++) {
            Streams streams = Streams.of(seed, r);
            RandomStream start = streams.stream("start");
            double first = start.nextDouble() < load ? start.nextExponential() / (1 - load) : 0;
            series.add(Lindley.waits(streams, load, 1, customers, first));
        }
        return series;
    }

    @Test
    void intervals_of_a_percentile_of_waits_cover_also_where_replications_are_short() {
        // 95th percentile at load 0.8: ln(0.8 / 0.05) / 0.2 = 13.863. Of 300 experiments a right interval misses 15 on
        // average, sd 3.8;
        // the mean of the replications' percentiles misses it in 90.
        double truth = StrictMath.log(16) / 0.2;
        long covered = 0;
        long warned = 0;
        for (long seed = 1; seed <= 300; seed++) {
            QuantileEstimate estimate = QuantileEstimate.of(waits(seed, 0.8, 500, 30), 0.95);
            boolean isBelow = Double.isNaN(estimate.high()) || truth <= estimate.high();
            covered += estimate.low() <= truth && isBelow ? 1 : 0;
            warned += estimate.hasShortReplications() ? 1 : 0;
        }
        assertThat(covered).isBetween(300 * 90L / 100, 300L);
        assertThat(warned).isGreaterThan(300 * 75L / 100);
    }

    @Test
    void long_replications_are_not_warned_of() {
        long warned = LongStream.rangeClosed(1, 50)
                .filter(seed ->
                        QuantileEstimate.of(waits(seed, 0.5, 5_000, 20), 0.95).hasShortReplications())
                .count();
        assertThat(warned).isLessThanOrEqualTo(3);
    }
}
