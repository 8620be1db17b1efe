package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtremesTest {

    private static final Metric DELIVERED = Metric.of(MetricFamily.DELIVERED_T_PER_DAY);

    /** Points of a sweep with the tonnes delivered in each replication. */
    private static Extremes of(double[]... points) {
        List<@Nullable PooledPercentile> none = new ArrayList<>();
        none.add(null);
        List<PointStore.Values> values = Arrays.stream(points)
                .map(p -> new PointStore.Values(List.of(DELIVERED), List.of(p), none, true, true))
                .toList();
        return Extremes.of(values, Matters.ALL).get(0);
    }

    @Test
    void points_that_differ_less_than_chance_show_no_difference() {
        // Demand moves all points together by tens; what a point changes goes both ways: third minus first 1, -2, 2, 1.
        Extremes extremes =
                of(new double[] {1500, 1470, 1533, 1490}, new double[] {1501, 1471, 1532, 1489.5}, new double[] {
                    1501, 1468, 1535, 1491
                });

        assertThat(extremes.least()).isZero();
        assertThat(extremes.most()).isEqualTo(2);
        assertThat(extremes.difference().estimate().mean()).isEqualTo(0.5);
        assertThat(extremes.difference().verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_small_difference_shows_although_the_intervals_of_the_points_overlap() {
        // Each point's own interval is wider than 40; second minus first is 3 or 4 in every replication.
        Extremes extremes = of(new double[] {1500, 1470, 1533, 1490}, new double[] {1503, 1474, 1536, 1494});

        assertThat(extremes.difference().verdict()).isEqualTo(Verdict.LARGER);
        assertThat(extremes.difference().estimate().mean()).isEqualTo(3.5);
    }

    @Test
    void points_that_may_be_as_good_as_the_best_are_named_with_it() {
        Extremes extremes = of(
                new double[] {100, 102, 101, 103},
                new double[] {200, 203, 202, 203},
                new double[] {201, 201, 203, 204},
                new double[] {100, 102, 101, 103});

        assertThat(extremes.difference().verdict()).isEqualTo(Verdict.LARGER);
        assertThat(extremes.most()).isEqualTo(2);
        assertThat(extremes.notToldFromMost()).containsExactly(1);
        assertThat(extremes.least()).isZero();
        assertThat(extremes.notToldFromLeast()).containsExactly(3);
        // Six pairs of four points.
        assertThat(extremes.difference().confidence()).isCloseTo(1 - 0.05 / 6, within(1e-15));
    }

    @Test
    void points_without_any_difference_are_equal() {
        assertThat(of(new double[] {5, 6}, new double[] {5, 6}).difference().verdict())
                .isEqualTo(Verdict.EQUAL);
    }

    @Test
    void points_of_different_length_are_paired_by_the_replications_that_both_have() {
        Extremes extremes = of(new double[] {1, 2, 3}, new double[] {2, 3.5, 4, 100, 100});

        assertThat(extremes.difference().estimate().n()).isEqualTo(3);
        assertThat(extremes.difference().estimate().max()).isEqualTo(1.5);
    }

    @Test
    void a_point_without_data_is_neither_least_nor_most() {
        Extremes extremes = of(new double[] {Double.NaN, Double.NaN}, new double[] {4, 5}, new double[] {1, 2});

        assertThat(extremes.least()).isEqualTo(2);
        assertThat(extremes.most()).isEqualTo(1);
    }
}
