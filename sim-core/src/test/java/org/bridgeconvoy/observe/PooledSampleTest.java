package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PooledSampleTest {

    private static Observations of(double... values) {
        Sample sample = new Sample();
        for (double value : values) {
            sample.record(value);
        }
        return sample.observations(1);
    }

    private static PooledSample pooled(List<Observations> replications) {
        PooledSample pool = new PooledSample();
        replications.forEach(pool::add);
        return pool;
    }

    /** So many replications of so many observations, lognormal but for every fifth, which is 0. */
    private static List<Observations> many(int replications, int each, long seed) {
        Random random = new Random(seed);
        List<Observations> all = new ArrayList<>();
        for (int r = 0; r < replications; r++) {
            double[] values = new double[each];
            for (int i = 0; i < each; i++) {
                values[i] = i % 5 == 0 ? 0 : Math.exp(3 + random.nextGaussian());
            }
            all.add(of(values));
        }
        return all;
    }

    @Test
    void a_quantile_of_all_is_that_of_the_observations_in_one_row() {
        PooledSample pool = pooled(List.of(of(5, 0, 1), of(), of(4, 2), of(3)));

        // 0 to 5: rank 0.95 * 5 = 4.75 lies between 4 and 5.
        assertThat(pool.ranks().quantile(0.95)).isCloseTo(4.75, within(1e-12));
        assertThat(pool.count()).isEqualTo(6);
        assertThat(pool.replications()).isEqualTo(4);
        assertThat(pool.resolution()).isZero();
    }

    @Test
    void a_share_outside_0_to_1_has_no_quantile() {
        PooledSample.Ranks ranks = pooled(List.of(of(1, 2, 3))).ranks();
        for (double p : new double[] {-0.1, 1.2, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranks.quantile(p))
                    .withMessage("a quantile's p must be from 0 to 1, got " + p);
        }
    }

    @Test
    void observations_at_or_below_a_value_are_counted_with_zeros() {
        Sample nanos = new Sample();
        nanos.record(0);
        nanos.record(60e9);
        nanos.record(120e9);
        Observations minutes = nanos.observations(60e9);

        assertThat(List.of(-1.0, 0.0, 0.9, 1.0, 2.0, 3.0).stream().map(minutes::atOrBelow))
                .containsExactly(0L, 1L, 1L, 2L, 3L, 3L);
    }

    @Test
    void values_come_in_the_unit_asked_for() {
        Sample nanos = new Sample();
        nanos.record(120e9);
        nanos.record(60e9);
        PooledSample pool = new PooledSample();
        pool.add(nanos.observations(60e9));

        assertThat(pool.ranks().ranked(0)).isEqualTo(1);
        assertThat(pool.ranks().ranked(1)).isEqualTo(2);
        nanos.record(0);
        assertThat(nanos.observations(60e9).toArray()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void a_copy_does_not_change_with_the_sample() {
        Sample sample = new Sample();
        sample.record(1);
        Observations copy = sample.observations(1);
        sample.clear();
        sample.record(7);
        sample.record(8);

        assertThat(copy.count()).isEqualTo(1);
        assertThat(pooled(List.of(copy)).ranks().ranked(0)).isEqualTo(1);
    }

    @Test
    void the_spread_of_the_share_is_that_of_a_ratio() {
        // At or below 2: 2 of 2, 1 of 2, 0 of 2; share 1/2, deviations 1, 0 and -1: sqrt(2 * 3 / 2) / 6.
        PooledSample pool = pooled(List.of(of(1, 2), of(2, 3), of(4, 4)));

        assertThat(pool.spreadOfShare(2)).isCloseTo(Math.sqrt(3) / 6, within(1e-12));
    }

    @Test
    void a_replication_without_observations_deviates_by_nothing() {
        PooledSample pool = pooled(List.of(of(1, 2), of(), of(2, 3)));

        // 2 of 2, 0 of 0, 1 of 2; share 3/4, deviations 1/2, 0 and -1/2: sqrt(1/2 * 3/2) / 4.
        assertThat(pool.spreadOfShare(2)).isCloseTo(Math.sqrt(0.75) / 4, within(1e-12));
        assertThat(pool.groups()).isEqualTo(3);
    }

    @Test
    void above_a_million_observations_values_are_exact_to_a_thousandth() {
        List<Observations> replications = many(30, 40_000, 7);
        PooledSample binned = pooled(replications);
        Sample exact = new Sample();
        replications.forEach(exact::recordAll);

        assertThat(binned.count()).isEqualTo(1_200_000);
        assertThat(binned.resolution()).isEqualTo(0.001);
        assertThat(binned.groups()).isEqualTo(30);
        for (double p : new double[] {0.1, 0.5, 0.9, 0.95, 0.999}) {
            double truth = exact.quantile(p);
            assertThat(binned.ranks().quantile(p)).isCloseTo(truth, within(0.001 * truth));
        }
        assertThat(binned.ranks().ranked(0)).isZero();
        assertThat(binned.ranks().ranked(1_199_999)).isEqualTo(exact.quantile(1));
    }

    @Test
    void exactly_a_million_observations_are_exact() {
        List<Observations> replications = many(10, 100_000, 3);
        PooledSample pool = pooled(replications);
        Sample exact = new Sample();
        replications.forEach(exact::recordAll);

        assertThat(pool.resolution()).isZero();
        assertThat(pool.ranks().quantile(0.95)).isEqualTo(exact.quantile(0.95));
    }

    @Test
    void bins_add_up_in_any_order() {
        List<Observations> replications = new ArrayList<>(many(12, 100_000, 11));
        PooledSample.Ranks one = pooled(replications).ranks();
        Collections.shuffle(replications, new Random(1));
        PooledSample.Ranks other = pooled(replications).ranks();

        for (long rank = 0; rank < 1_200_000; rank += 9_973) {
            assertThat(other.ranked(rank)).isEqualTo(one.ranked(rank));
        }
    }

    @Test
    void negative_values_keep_their_order_in_bins() {
        double[] values = new double[1_000_100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 500_050;
        }
        PooledSample.Ranks ranks = pooled(List.of(of(values))).ranks();

        assertThat(ranks.ranked(0)).isEqualTo(-500_050);
        assertThat(ranks.ranked(500_050)).isZero();
        assertThat(ranks.ranked(50)).isCloseTo(-500_000, within(500.0));
        assertThat(ranks.ranked(250_050)).isCloseTo(-250_000, within(250.0));
    }

    @Test
    void values_of_any_size_go_into_bins() {
        double[] values = new double[1_000_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 1e-300 * (i + 1) : 1e300;
        }
        values[0] = 0;
        PooledSample.Ranks ranks = pooled(List.of(of(values))).ranks();

        assertThat(ranks.ranked(0)).isZero();
        assertThat(ranks.ranked(250_000)).isCloseTo(5e-295, within(5e-298));
        assertThat(ranks.ranked(999_000)).isCloseTo(1e300, within(1e297));
    }

    @Test
    void many_replications_take_little_memory_and_say_the_same() {
        List<Observations> some = many(500, 600, 21);
        PooledSample pool = new PooledSample();
        // 4,000 replications with some 400 bins each would be over 1.5 million counts.
        for (int r = 0; r < 4_000; r++) {
            pool.add(some.get(r % 500));
        }
        double quantile = pool.ranks().quantile(0.95);
        PooledSample exact = pooled(some);

        assertThat(pool.replications()).isEqualTo(4_000);
        assertThat(pool.count()).isEqualTo(2_400_000);
        assertThat(pool.groups()).isBetween(64, 2_000);
        assertThat(quantile).isCloseTo(exact.ranks().quantile(0.95), within(0.001 * quantile));
    }

    @Test
    void groups_of_replications_keep_the_standard_error() {
        // Independent shares: the error over replications in groups is that of single ones, to the accuracy with which
        // so many groups
        // tell a standard deviation: 1 / sqrt(2 * 2,000) = 1.6%, three times.
        Random random = new Random(5);
        PooledSample pool = new PooledSample();
        double squares = 0;
        int replications = 4_000;
        int each = 600;
        for (int r = 0; r < replications; r++) {
            double[] values = new double[each];
            double below = 0;
            for (int i = 0; i < each; i++) {
                values[i] = 1 + random.nextDouble();
                below += values[i] <= 1.95 ? 1 : 0;
            }
            pool.add(of(values));
            squares += Math.pow(below / each - 0.95, 2);
        }
        double single = Math.sqrt(squares) / replications;

        assertThat(pool.groups()).isLessThan(replications);
        assertThat(pool.spreadOfShare(1.95)).isCloseTo(single, within(0.05 * single));
    }

    @Test
    void misuse_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> new PooledSample().ranks());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pooled(List.of(of(1, 2))).ranks().ranked(2))
                .withMessage("rank must be >= 0 and < 2, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample().observations(0))
                .withMessage("unit must be > 0, got 0.0");
        assertThat(pooled(List.of(of(1))).spreadOfShare(1)).isNaN();
    }
}
