package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: hand calculation at the ends of ranges: 0, one cell, 2^53 and 2^63, where two bins or groups meet. */
class ObserverEdgesTest {

    private static Observations of(double unit, double... values) {
        Sample sample = new Sample();
        DoubleStream.of(values).forEach(sample::record);
        return sample.observations(unit);
    }

    @Test
    void counting_nothing_is_no_mistake() {
        Counter counter = new Counter();
        counter.record(0);
        assertThat(counter.count()).isZero();
    }

    @Test
    void a_histogram_of_one_cell_counts_its_range() {
        Histogram histogram = new Histogram(0, 1, 1);
        histogram.record(0);
        histogram.record(1);
        histogram.record(1.5);
        assertThat(histogram.count(0)).isEqualTo(2);
        assertThat(histogram.above()).isEqualTo(1);
    }

    @Test
    void every_edge_parts_two_cells_whatever_the_width() {
        for (int cells = 2; cells <= 60; cells++) {
            Histogram histogram = new Histogram(-0.3, 1.1, cells);
            for (int cell = 1; cell < cells; cell++) {
                double edge = histogram.lowerEdge(cell);
                histogram.reset();
                histogram.record(edge);
                histogram.record(Math.nextDown(edge));
                assertThat(histogram.count(cell)).as("%d of %d", cell, cells).isEqualTo(1);
                assertThat(histogram.count(cell - 1))
                        .as("%d of %d", cell, cells)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void what_two_sums_have_lost_adds_up() {
        // 2^53 + 1 is not a double, 2^53 + 2 is.
        CompensatedSum first = new CompensatedSum();
        first.add(0x1p53);
        first.add(1);
        CompensatedSum both = new CompensatedSum();
        both.add(1);
        both.add(first);
        assertThat(both.over(1)).isEqualTo(0x1p53 + 2);
    }

    @Test
    void a_time_sum_at_the_end_of_a_long_stays_positive() {
        TimeSum sum = new TimeSum();
        sum.add(1L << 62);
        sum.add(1L << 62);
        assertThat(sum.nanos()).isEqualTo(BigInteger.ONE.shiftLeft(63));
        assertThat(sum.seconds()).isEqualTo(0x1p63 / 1e9);
    }

    @Test
    void an_area_at_the_end_of_a_long_carries_nothing() {
        TimeWeighted number = new TimeWeighted(2, 0);
        assertThat(number.area(1L << 62)).isEqualTo(BigInteger.ONE.shiftLeft(63));
        assertThat(number.area((1L << 62) + 1))
                .isEqualTo(BigInteger.ONE.shiftLeft(63).add(BigInteger.TWO));
    }

    @Test
    void observations_that_were_stored_are_the_ones_that_were_made() {
        Observations stored = Observations.of(new double[] {60e9, 120e9}, 1, 60e9);
        assertThat(stored.toArray()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(stored.count()).isEqualTo(3);
    }

    @Test
    void ranks_and_quantiles_come_in_the_unit() {
        PooledSample pool = new PooledSample();
        pool.add(of(60e9, 60e9, 120e9, 240e9));
        assertThat(pool.ranks().ranked(1)).isEqualTo(2);
        // Rank 0.75 · 2 = 1.5, halfway between 2 and 4.
        assertThat(pool.ranks().quantile(0.75)).isEqualTo(3);
    }

    @Test
    void bins_of_negative_values_end_at_the_greatest() {
        assertThat(Bins.of(of(1, -1, -2)).max()).isEqualTo(-1);
        assertThat(Bins.of(of(1, 1, 2)).min()).isEqualTo(1);
    }

    @Test
    void a_value_beside_zero_shares_its_bin_and_counts_once() {
        // 1e-320 is subnormal: sign, exponent and the first bits of its fraction are those of 0.
        assertThat(Bins.of(of(1, 1e-320, 1e300)).count()).isEqualTo(2);
        Bins withZeros = Bins.of(of(1, 0, 0, 1e-320, 1e300));
        assertThat(withZeros.count()).isEqualTo(4);
        assertThat(withZeros.atOrBelow(0)).isEqualTo(3);
    }

    /** One observation in each of the first bins from 1 on; bin i begins at 2^(i / 1024) · (1 + (i mod 1024) / 1024). */
    private static Observations inEach(int bins) {
        return of(
                1,
                IntStream.range(0, bins)
                        .mapToDouble(i -> Math.scalb(1 + i % 1024 / 1024.0, i / 1024))
                        .toArray());
    }

    @Test
    void groups_double_again_when_their_counts_are_too_many_again() {
        // 1,024 counts a group, 2^20 at most: 1,025 groups of one become 513 of two, 1,025 of two become 513 of four.
        PooledSample pool = new PooledSample();
        Observations each = inEach(1024);
        for (int r = 1; r <= 2051; r++) {
            pool.add(each);
            int size = r <= 1024 ? 1 : r <= 2048 ? 2 : 4;
            assertThat(pool.groups()).as("%d replications", r).isEqualTo((r + size - 1) / size);
        }
    }

    @Test
    void no_fewer_groups_are_left_than_say_how_replications_differ() {
        // 127 · 8,193 counts fit into 2^20, 128 · 8,193 do not; 64 groups are the fewest.
        PooledSample pool = new PooledSample();
        Observations each = inEach(8193);
        for (int r = 0; r < 127; r++) {
            pool.add(each);
        }
        assertThat(pool.groups()).isEqualTo(127);
        pool.add(each);
        assertThat(pool.groups()).isEqualTo(64);
    }
}
