package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

/** Latin hypercubes and copulas. */
class DesignTest {

    private static final double[][] PAIR = {{1, 0.6}, {0.6, 1}};

    private static double[] column(double[][] points, int coordinate) {
        return Arrays.stream(points).mapToDouble(p -> p[coordinate]).toArray();
    }

    @Test
    void each_slice_of_each_coordinate_has_one_point() {
        double[][] points = LatinHypercube.draw(50, 3, Streams.of(1, 1).stream("design"));
        for (int c = 0; c < 3; c++) {
            double[] sorted = column(points, c);
            Arrays.sort(sorted);
            for (int i = 0; i < 50; i++) {
                assertThat(sorted[i]).isBetween(i / 50.0, (i + 1) / 50.0);
            }
        }
        assertThat(column(points, 0)).isNotEqualTo(column(points, 1));
    }

    /**
     * The sum of the coordinates less 1: independent points have a variance of the mean of 2 ÷ (12 n); one in each slice leaves that inside
     * slices alone, 1 ÷ n² of it.
     */
    @Test
    void a_sum_varies_only_inside_the_slices() {
        RandomStream stream = Streams.of(2, 1).stream("design");
        int designs = 2000;
        int n = 10;
        double squares = 0;
        for (int d = 0; d < designs; d++) {
            double mean = Arrays.stream(LatinHypercube.draw(n, 2, stream))
                            .mapToDouble(p -> p[0] + p[1])
                            .sum()
                    / n;
            squares += (mean - 1) * (mean - 1);
        }
        double expected = 2.0 / 12 / n / n / n;
        // The relative error of a variance of 2,000 nearly normal numbers is 3.2%; four of them.
        assertThat(squares / designs).isCloseTo(expected, within(0.13 * expected));
    }

    @Test
    void one_point_is_a_uniform_number() {
        double u = LatinHypercube.draw(1, 1, Streams.of(3, 1).stream("design"))[0][0];
        assertThat(u).isGreaterThan(0).isLessThan(1);
        assertThatThrownBy(() -> LatinHypercube.draw(0, 1, Streams.of(3, 1).stream("design")))
                .hasMessage("a Latin hypercube needs points >= 1 and coordinates >= 1, got 0 and 1");
    }

    /** 20,000 draws: the standard error of a correlation is 0.007 or less; four of them. */
    @Test
    void a_copula_gives_the_correlations_of_normal_numbers_and_of_ranks() {
        RandomStream stream = Streams.of(4, 1).stream("copula");
        NormalCopula copula = NormalCopula.of(PAIR);
        double[][] numbers = new double[20_000][];
        Arrays.setAll(numbers, i -> copula.draw(stream));
        double[] first = column(numbers, 0);
        double[] second = column(numbers, 1);
        assertThat(Fit.kolmogorovSmirnov(first, u -> u)).isLessThan(1);
        assertThat(Fit.kolmogorovSmirnov(second, u -> u)).isLessThan(1);
        double rank = 6 / Math.PI * Math.asin(0.3);
        assertThat(new SpearmansCorrelation().correlation(first, second)).isCloseTo(rank, within(0.028));
        double[] z = Arrays.stream(first).map(StandardNormal::quantileBelow).toArray();
        double[] w = Arrays.stream(second).map(StandardNormal::quantileBelow).toArray();
        assertThat(new PearsonsCorrelation().correlation(z, w)).isCloseTo(0.6, within(0.028));
    }

    @Test
    void values_of_any_distributions_keep_the_rank_correlation() {
        RandomStream stream = Streams.of(5, 1).stream("copula");
        NormalCopula copula = NormalCopula.ofRanks(new double[][] {{1, -0.5}, {-0.5, 1}});
        double[] times = new double[20_000];
        double[] loads = new double[20_000];
        for (int i = 0; i < times.length; i++) {
            double[] u = copula.draw(stream);
            times[i] = Distribution.exponential(3).quantile(u[0]);
            loads[i] = Distribution.triangular(1, 2, 5).quantile(u[1]);
        }
        assertThat(new SpearmansCorrelation().correlation(times, loads)).isCloseTo(-0.5, within(0.028));
    }

    /** z = (1, 2) becomes (1, 0.6 + 0.8 · 2). */
    @Test
    void independent_numbers_are_mixed_by_the_square_root_of_the_correlations() {
        double[] mixed = NormalCopula.of(PAIR).of(StandardNormal.below(1), StandardNormal.below(2));
        assertThat(mixed[0]).isCloseTo(StandardNormal.below(1), within(1e-14));
        assertThat(mixed[1]).isCloseTo(StandardNormal.below(2.2), within(1e-14));
    }

    @Test
    void what_no_numbers_can_have_is_refused() {
        assertThatThrownBy(() -> NormalCopula.of(new double[][] {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}}))
                .hasMessage("correlations must be positive definite: no numbers can have them all");
        assertThatThrownBy(() -> NormalCopula.of(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("must be symmetric");
        assertThatThrownBy(() -> NormalCopula.of(new double[][] {{2}})).hasMessage("the diagonal must be 1, got 2.0");
        assertThatThrownBy(() -> NormalCopula.of(PAIR).of(0.5))
                .hasMessage("the copula has 2 coordinates, got 1 numbers");
        assertThatThrownBy(() -> NormalCopula.of(PAIR).of(0.5, 1)).hasMessage("a number must be > 0 and < 1, got 1");
        assertThat(NormalCopula.of(PAIR).coordinates()).isEqualTo(2);
    }
}
