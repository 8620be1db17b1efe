package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.bridgeconvoy.observe.PooledSample;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

class PooledPercentileTest {

    private static void add(PooledSample pool, double... values) {
        Sample sample = new Sample();
        for (double value : values) {
            sample.record(value);
        }
        pool.add(sample.observations(1));
    }

    /** The numbers from 1 to 1,000 in ten replications of 100, of which so many each lie at or below 950. */
    private static PooledSample thousand(int... below) {
        PooledSample pool = new PooledSample();
        int low = 1;
        int high = 951;
        for (int share : below) {
            double[] values = new double[100];
            for (int i = 0; i < 100; i++) {
                values[i] = i < share ? low++ : high++;
            }
            add(pool, values);
        }
        return pool;
    }

    @Test
    void the_interval_is_that_of_the_ranks_a_few_standard_errors_away() {
        PooledPercentile p95 = PooledPercentile.of(thousand(94, 96, 95, 95, 95, 95, 95, 95, 95, 95), 0.95);

        // Type 7: rank 0.95 * 999 = 949.05 from 0, that is 950.05. Deviations -1 and 1 of 95: error sqrt(2 * 10 / 9) /
        // 1000, t(0.975; 9)
        // = 2.262157, so the shares 0.946628 and 0.953372: ranks 947 and 954 from 1.
        assertThat(p95.value()).isCloseTo(950.05, within(1e-9));
        assertThat(p95.low95()).isEqualTo(947);
        assertThat(p95.high95()).isEqualTo(954);
        assertThat(p95.halfWidth95()).isEqualTo(3.5);
        assertThat(p95.n()).isEqualTo(1000);
        assertThat(p95.min()).isEqualTo(1);
        assertThat(p95.max()).isEqualTo(1000);
        assertThat(p95.isFew()).isFalse();
    }

    @Test
    void the_interval_reaches_over_the_jump_that_a_percentile_makes() {
        // Nights end after 1 to 20 hours, every twentieth over the weekend after 42; some replications have more such,
        // some none.
        PooledSample pool = new PooledSample();
        Random random = new Random(1);
        for (int r = 0; r < 20; r++) {
            double[] values = new double[200];
            int late = 4 + random.nextInt(13);
            for (int i = 0; i < values.length; i++) {
                values[i] = i < late ? 42 : 1 + 19 * random.nextDouble();
            }
            add(pool, values);
        }
        PooledPercentile p95 = PooledPercentile.of(pool, 0.95);

        assertThat(p95.low95()).isLessThan(20);
        assertThat(p95.high95()).isEqualTo(42);
    }

    @Test
    void equal_replications_have_the_estimate_within_their_interval() {
        PooledPercentile p95 = PooledPercentile.of(thousand(95, 95, 95, 95, 95, 95, 95, 95, 95, 95), 0.95);

        assertThat(p95.low95()).isEqualTo(950);
        assertThat(p95.high95()).isEqualTo(951);
    }

    @Test
    void an_end_beyond_the_last_observation_is_missing() {
        PooledSample pool = new PooledSample();
        add(pool, 1, 2, 3, 4);
        add(pool, 5, 6, 7, 8);
        PooledPercentile p95 = PooledPercentile.of(pool, 0.95);

        assertThat(p95.high95()).isNaN();
        assertThat(p95.halfWidth95()).isNaN();
        assertThat(p95.isFew()).isTrue();
    }

    @Test
    void one_replication_has_no_interval() {
        PooledSample pool = new PooledSample();
        add(pool, 1, 2, 3, 4);
        PooledPercentile p95 = PooledPercentile.of(pool, 0.95);

        assertThat(p95.value()).isCloseTo(3.85, within(1e-12));
        assertThat(p95.low95()).isNaN();
        assertThat(p95.isFew()).isTrue();
    }

    @Test
    void no_observation_is_no_data_and_not_few() {
        PooledSample pool = new PooledSample();
        add(pool);
        add(pool);
        PooledPercentile p95 = PooledPercentile.of(pool, 0.95);

        assertThat(p95.value()).isNaN();
        assertThat(p95.n()).isZero();
        assertThat(p95.isFew()).isFalse();
    }

    @Test
    void waits_of_none_have_an_interval_of_no_width() {
        PooledSample pool = new PooledSample();
        for (int r = 0; r < 30; r++) {
            add(pool, new double[50]);
        }
        PooledPercentile p95 = PooledPercentile.of(pool, 0.95);

        assertThat(p95.value()).isZero();
        assertThat(p95.halfWidth95()).isZero();
    }

    @Test
    void the_interval_holds_the_percentile_of_dependent_observations_in_nineteen_of_twenty() {
        // Each replication shifts all its 100 exponential observations by one factor, 1 or 2, equally likely: the share
        // of both above x is
        // (exp(-x) + exp(-x/2)) / 2 = 0.05, so exp(-x/2) = (sqrt(1.4) - 1) / 2 and x = 4.7888.
        double truth = -2 * Math.log((Math.sqrt(1.4) - 1) / 2);
        Random random = new Random(17);
        int held = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            PooledSample pool = new PooledSample();
            for (int r = 0; r < 30; r++) {
                double factor = random.nextBoolean() ? 1 : 2;
                double[] values = new double[100];
                for (int i = 0; i < values.length; i++) {
                    values[i] = -factor * Math.log(1 - random.nextDouble());
                }
                add(pool, values);
            }
            PooledPercentile p95 = PooledPercentile.of(pool, 0.95);
            held += p95.low95() <= truth && truth <= p95.high95() ? 1 : 0;
        }

        // 950 expected, standard deviation 6.9: 929 is three below.
        assertThat(held).isGreaterThanOrEqualTo(929);
    }

    @Test
    void a_share_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PooledPercentile.of(new PooledSample(), 95))
                .withMessage("p must be > 0 and < 1, got 95.0");
    }

    @Test
    void a_percentile_is_taken_from_the_observations_of_replications_of_any_length() {
        // 0 to 100 dealt to three replications: the 95th percentile is 95.
        List<double[]> dealt = List.of(
                LongStream.rangeClosed(0, 9).asDoubleStream().toArray(),
                LongStream.rangeClosed(10, 39).asDoubleStream().toArray(),
                new double[0],
                LongStream.rangeClosed(40, 100).asDoubleStream().toArray());
        PooledPercentile estimate = PooledPercentile.of(dealt, 0.95);
        assertThat(estimate.value()).isEqualTo(95);
        assertThat(estimate.n()).isEqualTo(101);
        assertThat(PooledPercentile.haveShortReplications(List.of(new double[] {1, 2}), 0.5))
                .isFalse();
        assertThatThrownBy(() -> PooledPercentile.of(List.of(new double[] {1, Double.NaN}), 0.5))
                .isInstanceOf(IllegalArgumentException.class);
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
            List<double[]> waits = waits(seed, 0.8, 500, 30);
            PooledPercentile estimate = PooledPercentile.of(waits, 0.95);
            boolean isBelow = Double.isNaN(estimate.high95()) || truth <= estimate.high95();
            covered += estimate.low95() <= truth && isBelow ? 1 : 0;
            warned += PooledPercentile.haveShortReplications(waits, 0.95) ? 1 : 0;
        }
        assertThat(covered).isBetween(300 * 90L / 100, 300L);
        assertThat(warned).isGreaterThan(300 * 75L / 100);
    }

    @Test
    void long_replications_are_not_warned_of() {
        long warned = LongStream.rangeClosed(1, 50)
                .filter(seed -> PooledPercentile.haveShortReplications(waits(seed, 0.5, 5_000, 20), 0.95))
                .count();
        assertThat(warned).isLessThanOrEqualTo(3);
    }
}
