package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ObserversTest {

    @Test
    void tally_agrees_with_the_two_pass_formulas() {
        Tally tally = new Tally();
        // NIST statistical reference datasets, NumAcc4: mean 10000000.2, sd 0.1 exactly.
        tally.record(10_000_000.2);
        for (int pair = 0; pair < 500; pair++) {
            tally.record(10_000_000.1);
            tally.record(10_000_000.3);
        }
        assertThat(tally.count()).isEqualTo(1001);
        assertThat(tally.mean()).isCloseTo(10_000_000.2, within(1e-7));
        assertThat(tally.sd()).isCloseTo(0.1, within(1e-8));
        assertThat(tally.min()).isEqualTo(10_000_000.1);
        assertThat(tally.max()).isEqualTo(10_000_000.3);
    }

    @Test
    void tally_without_data_is_not_a_number() {
        Tally tally = new Tally();
        assertThat(tally.count()).isZero();
        assertThat(tally.mean()).isNaN();
        assertThat(tally.min()).isNaN();
        assertThat(tally.max()).isNaN();
        tally.record(-3);
        assertThat(tally.mean()).isEqualTo(-3);
        assertThat(tally.max()).isEqualTo(-3);
        assertThat(tally.sd()).isNaN();
        tally.record(-3);
        assertThat(tally.sd()).isZero();
        tally.reset();
        assertThat(tally.min()).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> tally.record(Double.NaN));
    }

    @Test
    void counter_counts_and_refuses_to_go_back() {
        Counter counter = new Counter();
        counter.record();
        counter.record(4);
        assertThat(counter.count()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counter.record(-1))
                .withMessage("a count must be >= 0, got -1");
        counter.reset();
        assertThat(counter.count()).isZero();
    }

    @Test
    void time_sum_is_exact_beyond_a_long() {
        TimeSum sum = new TimeSum();
        SplittableRandom random = new SplittableRandom(3);
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong();
            long times = random.nextLong() >> 20;
            sum.add(nanos, times);
            sum.add(nanos);
            expected = expected.add(BigInteger.valueOf(nanos).multiply(BigInteger.valueOf(times + 1)));
        }
        assertThat(sum.nanos()).isEqualTo(expected);
        assertThat(sum.seconds())
                .isCloseTo(expected.doubleValue() / 1e9, within(Math.abs(expected.doubleValue()) * 1e-24));
        sum.reset();
        // 5,000 trucks for ten years.
        sum.add(3650L * 86_400_000_000_000L, 5_000);
        assertThat(sum.nanos()).isEqualTo(new BigInteger("1576800000000000000000"));
        assertThat(sum.seconds()).isEqualTo(1.5768e12);
    }

    @Test
    void time_weighted_value_has_the_area_under_its_steps() {
        TimeWeighted value = new TimeWeighted();
        value.add(2, 10);
        value.add(3, 20);
        value.set(1, 50);
        // 0 for 10, 2 for 10, 5 for 30, 1 for 50.
        assertThat(value.area(100)).isEqualTo(BigInteger.valueOf(20 + 150 + 50));
        assertThat(value.mean(100)).isEqualTo(2.2);
        assertThat(value.max(100)).isEqualTo(5);
    }

    @Test
    void time_weighted_value_ignores_peaks_without_duration_and_survives_a_reset() {
        TimeWeighted value = new TimeWeighted();
        assertThat(value.mean(0)).isNaN();
        value.add(7, 10);
        value.add(-5, 10);
        assertThat(value.max(30)).isEqualTo(2);
        value.reset(30);
        assertThat(value.value()).isEqualTo(2);
        assertThat(value.mean(30)).isNaN();
        assertThat(value.area(40)).isEqualTo(BigInteger.valueOf(20));
        assertThat(value.mean(40)).isEqualTo(2);
    }

    @Test
    void time_must_not_go_back_for_a_time_weighted_value() {
        TimeWeighted value = new TimeWeighted();
        value.set(3, 10);
        List<ThrowingCallable> back = List.of(
                () -> value.set(1, 5),
                () -> value.add(1, 9),
                () -> value.area(9),
                () -> value.mean(9),
                () -> value.mean(0),
                () -> value.max(9),
                () -> value.reset(9));
        for (ThrowingCallable call : back) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("time must not go back, got [059] ns after 10 ns \\(value 3\\)");
        }
        value.set(1, 10);
        // 0 for 10 and 1 for 10: what was refused left nothing behind.
        assertThat(value.mean(20)).isEqualTo(0.5);
        // A question counts the time until then.
        assertThatThrownBy(() -> value.set(7, 15)).hasMessageContaining("got 15 ns after 20 ns");
    }

    @Test
    void time_weighted_value_made_during_a_run_counts_from_then_on() {
        TimeWeighted value = new TimeWeighted(20, 5);
        assertThat(value.value()).isEqualTo(20);
        assertThat(value.mean(5)).isNaN();
        assertThat(value.mean(10)).isEqualTo(20);
        assertThat(value.area(10)).isEqualTo(BigInteger.valueOf(100));
        assertThat(value.max(10)).isEqualTo(20);
    }

    @Test
    void what_is_no_quantile_no_cell_and_no_observation_is_refused() {
        Sample sample = new Sample();
        for (int i = 1; i <= 60; i++) {
            sample.record(1000 + i);
        }
        sample.clear();
        for (int i = 1; i <= 10; i++) {
            sample.record(i);
        }
        for (double p : new double[] {1.2, -0.05, 95, Double.NaN, Math.nextUp(1.0)}) {
            assertThatThrownBy(() -> sample.quantile(p)).hasMessage("a quantile's p must be from 0 to 1, got " + p);
        }
        assertThatThrownBy(() -> sample.record(Double.NaN)).hasMessage("an observation must be a number, got NaN");
        assertThatThrownBy(() -> sample.recordAll(sample)).hasMessage("a sample cannot be added to itself");
        assertThat(sample.quantile(1)).isEqualTo(10);
        assertThat(sample.quantile(0.5)).isEqualTo(5.5);
        assertThat(sample.count()).isEqualTo(10);
        Histogram histogram = new Histogram(0, 10, 5);
        assertThatThrownBy(() -> histogram.count(5)).hasMessage("cell must be from 0 to 4, got 5");
        assertThatThrownBy(() -> histogram.count(-1)).hasMessage("cell must be from 0 to 4, got -1");
        assertThatThrownBy(() -> histogram.lowerEdge(6)).hasMessage("cell must be from 0 to 5, got 6");
        assertThatThrownBy(() -> histogram.lowerEdge(-1)).hasMessage("cell must be from 0 to 5, got -1");
    }

    @Test
    void time_weighted_area_is_exact_beyond_a_long() {
        TimeWeighted value = new TimeWeighted();
        value.set(5_000, 0);
        long decade = 3650L * 86_400_000_000_000L;
        assertThat(value.area(decade)).isEqualTo(BigInteger.valueOf(decade).multiply(BigInteger.valueOf(5_000)));
        value.set(-5_000, decade);
        assertThat(value.area(2 * decade)).isEqualTo(BigInteger.ZERO);
        assertThat(value.mean(2 * decade)).isZero();
    }

    @Test
    void sample_quantiles_are_those_of_type_7() {
        SplittableRandom random = new SplittableRandom(17);
        Sample sample = new Sample();
        for (int size = 1; size < 200; size++) {
            sample.clear();
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(50);
                sample.record(values[i]);
            }
            Percentile oracle = new Percentile().withEstimationType(EstimationType.R_7);
            for (double p : new double[] {0.01, 0.05, 0.25, 0.5, 0.9, 0.95, 1}) {
                assertThat(sample.quantile(p)).isCloseTo(oracle.evaluate(values, 100 * p), within(1e-9));
            }
            assertThat(sample.quantile(0)).isEqualTo(Arrays.stream(values).min().orElseThrow());
            assertThat(sample.mean()).isCloseTo(new DescriptiveStatistics(values).getMean(), within(1e-9));
            assertThat(sample.count()).isEqualTo(size);
        }
    }

    @Test
    void zeros_keep_their_ranks_between_what_is_less_and_what_is_more() {
        SplittableRandom random = new SplittableRandom(23);
        for (int size = 1; size < 300; size++) {
            Sample sample = new Sample();
            Sample second = new Sample();
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = Math.max(-2, random.nextInt(-9, 10) / 3);
                (i % 2 == 0 ? sample : second).record(values[i]);
            }
            sample.recordAll(second);
            Percentile oracle = new Percentile().withEstimationType(EstimationType.R_7);
            for (double p : new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1}) {
                assertThat(sample.quantile(p)).isCloseTo(oracle.evaluate(values, 100 * p), within(1e-12));
            }
            assertThat(sample.count()).isEqualTo(size);
        }
    }

    @Test
    void the_mean_is_the_number_next_to_the_exact_one() {
        SplittableRandom random = new SplittableRandom(29);
        for (int size = 1; size < 200; size++) {
            Sample sample = new Sample();
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < size; i++) {
                double value =
                        random.nextInt(3) == 0 ? 0 : (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(20));
                sample.record(value);
                sum = sum.add(new BigDecimal(value));
            }
            BigDecimal exact = sum.divide(BigDecimal.valueOf(size), new MathContext(60));
            assertThat(sample.mean()).isEqualTo(exact.doubleValue());
        }
    }

    /** Long enough for a pivot from a part of the sample. */
    @Test
    void quantiles_of_a_long_sample_are_the_ranks_of_the_sorted_values() {
        SplittableRandom random = new SplittableRandom(3);
        int size = 20_001;
        double[] kinds = new double[size];
        for (int kind = 0; kind < 5; kind++) {
            for (int i = 0; i < size; i++) {
                kinds[i] = switch (kind) {
                    case 0 -> i;
                    case 1 -> -i;
                    case 2 -> random.nextInt(4) == 0 ? 1 : 0;
                    case 3 -> Math.abs(i - size / 2);
                    default -> random.nextDouble();
                };
            }
            double[] sorted = kinds.clone();
            Arrays.sort(sorted);
            Sample sample = new Sample();
            Arrays.stream(kinds).forEach(sample::record);
            for (double p : new double[] {0.95, 0, 0.5, 0.05, 1, 0.9999}) {
                assertThat(sample.quantile(p))
                        .as("kind " + kind + ", p " + p)
                        .isCloseTo(sorted[(int) Math.rint(p * (size - 1))], within(1e-3));
            }
        }
    }

    @Test
    void sample_without_data_is_not_a_number() {
        Sample sample = new Sample();
        assertThat(sample.mean()).isNaN();
        assertThat(sample.quantile(0.5)).isNaN();
        sample.record(4);
        Sample other = new Sample();
        other.recordAll(sample);
        sample.clear();
        assertThat(sample.count()).isZero();
        assertThat(other.quantile(0.95)).isEqualTo(4);
    }

    @Test
    void histogram_puts_edges_in_the_cell_above_and_loses_nothing() {
        Histogram histogram = new Histogram(0, 1, 10);
        for (int cell = 0; cell <= 10; cell++) {
            histogram.record(histogram.lowerEdge(cell));
        }
        histogram.record(-1e-12);
        histogram.record(1 + 1e-12);
        histogram.record(Double.POSITIVE_INFINITY);
        for (int cell = 0; cell < 9; cell++) {
            assertThat(histogram.count(cell)).isEqualTo(1);
        }
        assertThat(histogram.count(9)).isEqualTo(2);
        assertThat(histogram.below()).isEqualTo(1);
        assertThat(histogram.above()).isEqualTo(2);
        assertThat(histogram.count()).isEqualTo(14);
        histogram.reset();
        assertThat(histogram.count()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.record(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(1, 1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(0, 1, 0))
                .withMessage("cells must be >= 1, got 0");
    }

    @Test
    void samples_put_together_have_the_mean_of_all() {
        Sample one = new Sample();
        Sample other = new Sample();
        for (int i = 1; i <= 100; i++) {
            one.record(i);
            other.record(-1000 - i);
        }
        other.record(0);
        one.recordAll(other);

        // (1 + … + 100) - (1,001 + … + 1,100) + 0, over 201.
        assertThat(one.mean()).isEqualTo((5_050 - 105_050) / 201.0);
        assertThat(one.quantile(0)).isEqualTo(-1100);
        assertThat(one.quantile(0.5)).isZero();
        assertThat(one.quantile(1)).isEqualTo(100);
        Sample again = new Sample();
        again.recordAll(one.observations(7));
        assertThat(again.mean()).isEqualTo(one.mean());
        assertThat(again.quantile(0.25)).isEqualTo(one.quantile(0.25));
    }

    @Test
    void sums_keep_what_roundings_lose_when_they_are_put_together() {
        // 1e16 + 1 rounds to 1e16; the lost ones of both parts come back.
        CompensatedSum one = new CompensatedSum();
        one.add(1e16);
        one.add(1);
        CompensatedSum other = new CompensatedSum();
        other.add(1e16);
        other.add(1);
        one.add(other);

        assertThat(one.over(2)).isEqualTo(1e16 + 0.5 * 2);
        assertThat(one.over(1)).isEqualTo(2e16 + 2);
    }

    @Test
    void a_time_sum_beyond_a_long_is_told_in_seconds() {
        TimeSum sum = new TimeSum();
        sum.add(Long.MAX_VALUE, 4);

        assertThat(sum.seconds()).isEqualTo(4 * (double) Long.MAX_VALUE / 1e9);
        TimeSum least = new TimeSum();
        least.add(Long.MIN_VALUE);
        assertThat(least.seconds()).isEqualTo(Long.MIN_VALUE / 1e9);
    }

    @Test
    void each_says_what_it_has_seen() {
        Counter counter = new Counter();
        counter.record(4);
        assertThat(counter.toString()).contains("4");
        Histogram histogram = new Histogram(0, 10, 5);
        histogram.record(-1);
        histogram.record(3);
        histogram.record(11);
        assertThat(histogram).hasToString("3 observations in 5 cells, 1 below and 1 above");
        Sample sample = new Sample();
        sample.record(2);
        sample.record(4);
        assertThat(sample).hasToString("2 observations, mean 3.0");
        assertThat(sample.observations(1)).hasToString("2 observations");
        PooledSample pool = new PooledSample();
        pool.add(sample.observations(1));
        assertThat(pool).hasToString("2 observations of 1 replications");
        assertThat(pool.ranks()).hasToString("2 observations by rank");
        Tally tally = new Tally();
        assertThat(tally).hasToString("no observation");
        tally.record(3);
        tally.record(3);
        assertThat(tally).hasToString("2 observations, mean 3.0, sd 0.0, from 3.0 to 3.0");
        TimeSum sum = new TimeSum();
        sum.add(1_500_000_000);
        assertThat(sum).hasToString("1.5 s");
        TimeWeighted number = new TimeWeighted(2, 0);
        number.set(1, 5);
        assertThat(number).hasToString("now 1, largest 2");
    }

    @Test
    void a_value_at_an_edge_belongs_to_the_cell_above_it() {
        // Widths that are not exact: the edges as they are told decide.
        Histogram histogram = new Histogram(0.1, 0.7, 6);
        for (int cell = 0; cell < 6; cell++) {
            double edge = histogram.lowerEdge(cell);
            histogram.reset();
            histogram.record(edge);
            histogram.record(Math.nextUp(edge));
            assertThat(histogram.count(cell)).as("cell %d", cell).isEqualTo(2);
            if (cell > 0) {
                histogram.record(Math.nextDown(edge));
                assertThat(histogram.count(cell - 1)).isEqualTo(1);
            }
        }
        histogram.reset();
        histogram.record(0.7);
        assertThat(histogram.count(5)).isEqualTo(1);
        assertThat(histogram.lowerEdge(6)).isEqualTo(0.7);
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.lowerEdge(7));
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.count(-1));
    }
}
