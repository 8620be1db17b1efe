package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: the layout of a double. Values that differ from the 11th bit of the fraction on share a bin; from 1 to 2 there are 1,024. */
class BinsTest {

    private static Observations of(double... values) {
        Sample sample = new Sample();
        DoubleStream.of(values).forEach(sample::record);
        return sample.observations(1);
    }

    /** One observation at the lower end of each bin from 1 to 2, in the order of the bins. */
    private static double[] each(int bins) {
        return IntStream.range(0, bins).mapToDouble(i -> 1 + i / 1024.0).toArray();
    }

    private static PooledSample pooled(double[] each, int replications) {
        PooledSample pool = new PooledSample();
        for (int r = 0; r < replications; r++) {
            pool.add(of(each));
        }
        return pool;
    }

    @Test
    void a_bin_holds_its_lower_end_and_not_its_upper() {
        Bins bins = Bins.of(of(1, 1 + 1023 / (1024.0 * 1024), 1 + 1 / 1024.0, 2));

        assertThat(bins.size()).isEqualTo(3);
        assertThat(bins.count()).isEqualTo(4);
        // The middle of [1, 1 + 1/1024), of the next one, and of [2, 2 + 2/1024), which no observation is above.
        assertThat(bins.ranked(0)).isEqualTo(1 + 0.5 / 1024);
        assertThat(bins.ranked(1)).isEqualTo(1 + 0.5 / 1024);
        assertThat(bins.ranked(2)).isEqualTo(1 + 1.5 / 1024);
        assertThat(bins.ranked(3)).isEqualTo(2);
        assertThat(bins.atOrBelow(0.99)).isZero();
        assertThat(bins.atOrBelow(1)).isEqualTo(2);
        assertThat(bins.atOrBelow(1.5)).isEqualTo(3);
        assertThat(bins.atOrBelow(2)).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bins.ranked(4))
                .withMessage("rank must be below 4, got 4");
    }

    @Test
    void no_bin_says_less_than_the_least_or_more_than_the_greatest_observation() {
        Bins bins = Bins.of(of(1.0009, -1.0009));

        assertThat(bins.ranked(0)).isEqualTo(-1 - 0.5 / 1024);
        assertThat(bins.ranked(1)).isEqualTo(1 + 0.5 / 1024);
        assertThat(Bins.of(of(1.0001)).ranked(0)).isEqualTo(1.0001);
        assertThat(Bins.of(of(-1.0001)).ranked(0)).isEqualTo(-1.0001);
    }

    @Test
    void zeros_are_counted_whatever_lies_around_them() {
        // So near to 0 that an array has room for all bins between, and too far apart for that.
        for (double near : new double[] {1e-300, 1e300}) {
            Bins bins = Bins.of(of(0, near, 0, -near, 0));

            assertThat(bins.count()).isEqualTo(5);
            assertThat(bins.size()).isEqualTo(3);
            assertThat(bins.ranked(0)).isNegative();
            assertThat(bins.ranked(1)).isZero();
            assertThat(bins.ranked(3)).isZero();
            assertThat(bins.ranked(4)).isPositive();
            assertThat(bins.atOrBelow(0)).isEqualTo(4);
            assertThat(bins.min()).isEqualTo(-near);
            assertThat(bins.max()).isEqualTo(near);
        }
        Bins zeros = Bins.of(of(0, 0));
        assertThat(zeros.min()).isZero();
        assertThat(zeros.max()).isZero();
        assertThat(zeros.ranked(1)).isZero();
    }

    @Test
    void without_observations_there_are_no_bins() {
        assertThat(Bins.of(of()).count()).isZero();
        Bins one = Bins.of(of(3));
        assertThat(one.plus(Bins.NONE).ranked(0)).isEqualTo(3);
        assertThat(Bins.NONE.plus(one).ranked(0)).isEqualTo(3);
    }

    @Test
    void bins_that_two_sets_share_add_up() {
        Bins sum = Bins.of(of(1, 1, 4)).plus(Bins.of(of(1, 2, 8)));

        assertThat(sum.size()).isEqualTo(4);
        assertThat(sum.count()).isEqualTo(6);
        assertThat(sum.atOrBelow(1)).isEqualTo(3);
        assertThat(sum.atOrBelow(2)).isEqualTo(4);
        assertThat(sum.atOrBelow(4)).isEqualTo(5);
        assertThat(sum.min()).isEqualTo(1);
        assertThat(sum.max()).isEqualTo(8);
    }

    @Test
    void a_quantile_lies_between_the_middles_of_two_bins() {
        // 1,024 replications with one observation in each of 1,024 bins: ranks 1,024 i to 1,024 i + 1,023 lie in bin i.
        PooledSample.Ranks ranks = pooled(each(1024), 1024).ranks();

        assertThat(ranks.ranked(0)).isEqualTo(1);
        assertThat(ranks.ranked(1)).isEqualTo(1 + 0.5 / 1024);
        assertThat(ranks.ranked(1023)).isEqualTo(1 + 0.5 / 1024);
        assertThat(ranks.ranked(1024)).isEqualTo(1 + 1.5 / 1024);
        assertThat(ranks.ranked((1 << 20) - 1)).isEqualTo(1 + 1023 / 1024.0);
        assertThat(ranks.quantile(0)).isEqualTo(1);
        assertThat(ranks.quantile(1)).isEqualTo(1 + 1023 / 1024.0);
        // Rank 524,287.5 lies halfway between bins 511 and 512.
        assertThat(ranks.quantile(0.5)).isEqualTo(1.5);
        assertThat(ranks).hasToString("1048576 observations by rank");
    }

    @Test
    void groups_double_when_their_counts_are_too_many() {
        // 1,024 counts a replication: 1,024 replications have 2^20 counts, one more has too many; 512 pairs and a
        // single one follow.
        PooledSample pool = pooled(each(1024), 1024);
        assertThat(pool.groups()).isEqualTo(1024);
        int[] after = {513, 513, 514, 514, 515};
        for (int groups : after) {
            pool.add(of(each(1024)));
            assertThat(pool.groups()).isEqualTo(groups);
        }
        assertThat(pool.replications()).isEqualTo(1029);
        assertThat(pool.count()).isEqualTo(1029 * 1024);
    }

    @Test
    void an_even_number_of_groups_leaves_none_half_full() {
        PooledSample pool = pooled(each(512), 2);
        for (int r = 2; r < 1025; r++) {
            pool.add(of(each(1024)));
        }
        assertThat(pool.groups()).isEqualTo(1025);
        pool.add(of(each(1024)));
        assertThat(pool.groups()).isEqualTo(513);
        pool.add(of(each(1024)));
        assertThat(pool.groups()).isEqualTo(514);
    }

    @Test
    void the_spread_of_a_share_is_read_in_the_unit_of_the_observations() {
        PooledSample pool = new PooledSample();
        for (double minutes : new double[] {1, 3}) {
            Sample nanos = new Sample();
            for (int i = 0; i < 600_000; i++) {
                nanos.record(60e9 * minutes);
            }
            pool.add(nanos.observations(60e9));
        }
        // All and none of 600,000 each at or below 2: share 1/2, deviations of 300,000: sqrt(2 · 9e10 · 2) / 1,200,000.
        assertThat(pool.spreadOfShare(2)).isEqualTo(0.5);
        assertThat(pool.ranks().quantile(0)).isEqualTo(1);
        assertThat(pool.ranks().quantile(1)).isEqualTo(3);
    }
}
