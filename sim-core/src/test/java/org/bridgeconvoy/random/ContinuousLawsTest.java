package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

/** What truncation needs of each continuous law, against the densities of the textbooks. */
class ContinuousLawsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** A law and its density, up to a factor. */
    private record Law(Continuous law, DoubleUnaryOperator density) {
        Law(Distribution law, DoubleUnaryOperator density) {
            this((Continuous) law, density);
        }
    }

    private static List<Law> laws() {
        double variance = Math.log1p(25.0 / 144);
        return List.of(
                new Law(Distribution.triangular(1, 2, 5), x -> x < 2 ? x - 1 : (5 - x) / 3),
                new Law(Distribution.triangular(1, 1, 5), x -> 5 - x),
                new Law(Distribution.triangular(1, 5, 5), x -> x - 1),
                new Law(Distribution.exponential(3), x -> Math.exp(-x / 3)),
                new Law(Distribution.erlang(3, 6), x -> x * x * Math.exp(-x / 2)),
                new Law(Distribution.gamma(0.3, 2), x -> Math.pow(x, -0.7) * Math.exp(-0.15 * x)),
                new Law(Distribution.gamma(4.5, 2), x -> Math.pow(x, 3.5) * Math.exp(-2.25 * x)),
                new Law(
                        Distribution.lognormal(12, 5),
                        x -> Math.exp(-Math.pow(Math.log(x / 12) + variance / 2, 2) / (2 * variance)) / x),
                new Law(Distribution.normal(3, 2), x -> Math.exp(-(x - 3) * (x - 3) / 8)),
                new Law(Distribution.weibull(0.7, 3), x -> Math.pow(x, -0.3) * Math.exp(-Math.pow(x / 3, 0.7))),
                new Law(Distribution.weibull(2.5, 3), x -> Math.pow(x, 1.5) * Math.exp(-Math.pow(x / 3, 2.5))),
                new Law(Distribution.beta(0.6, 2), x -> Math.pow(x, -0.4) * (1 - x)),
                new Law(Distribution.beta(5, 3), x -> Math.pow(x, 4) * (1 - x) * (1 - x)),
                new Law(Distribution.pareto(6, 2), x -> Math.pow(x, -7)));
    }

    /** Points inside the bounds, whole numbers among them. */
    private static double[] inside(Continuous law) {
        double[] points = {
            law.quantile(0.02), law.quantile(0.2), law.quantile(0.4), law.quantile(0.7), law.quantile(0.97), 2, 3
        };
        return Arrays.stream(points)
                .filter(x -> x > law.lowerBound() && x < law.upperBound())
                .toArray();
    }

    @Test
    void density_ratios_are_those_of_the_textbooks() {
        for (Law its : laws()) {
            for (double x : inside(its.law())) {
                for (double reference : inside(its.law())) {
                    assertThat(its.law().densityRatio(x, reference))
                            .as("%s at %s by %s", its.law(), x, reference)
                            .isCloseTo(
                                    its.density().applyAsDouble(x)
                                            / its.density().applyAsDouble(reference),
                                    withinPercentage(1e-9));
                }
            }
        }
    }

    @Test
    void the_density_of_a_triangle_is_greatest_at_its_mode_also_at_an_end() {
        assertThat(((Continuous) Distribution.triangular(1, 1, 5)).densityRatio(1, 3))
                .isEqualTo(2);
        assertThat(((Continuous) Distribution.triangular(1, 5, 5)).densityRatio(5, 3))
                .isEqualTo(2);
        assertThat(((Continuous) Distribution.triangular(1, 2, 5)).densityRatio(2, 3.5))
                .isEqualTo(2);
    }

    @Test
    void what_lies_below_and_above_is_the_whole() {
        for (Law its : laws()) {
            Continuous law = its.law();
            double[] ends = {-INFINITY, -1, 0, law.lowerBound(), law.upperBound(), INFINITY, 1, 2, 5};
            double[] points = Arrays.copyOf(inside(law), inside(law).length + ends.length);
            System.arraycopy(ends, 0, points, points.length - ends.length, ends.length);
            for (double x : points) {
                assertThat(law.probabilityBelow(x) + law.probabilityAbove(x))
                        .as("%s at %s", law, x)
                        .isCloseTo(1, within(1e-12));
                assertThat(law.meanBelow(x) + law.meanAbove(x))
                        .as("mean of %s at %s", law, x)
                        .isCloseTo(law.mean(), within(1e-10));
            }
        }
    }

    @Test
    void the_inverses_give_back_the_probability_of_either_tail() {
        for (Law its : laws()) {
            Continuous law = its.law();
            for (double p : new double[] {1e-6, 0.02, 0.3, 0.5, 0.74, 0.9, 0.999}) {
                double low = Math.max(law.lowerBound(), -100);
                double below = law.valueWithBelow(p, low, law.upperBound());
                assertThat(law.probabilityBelow(below)).as("%s, %s", law, p).isCloseTo(p, within(1e-10));
                double above = law.valueWithAbove(p, low, law.upperBound());
                assertThat(law.probabilityAbove(above)).as("%s, %s", law, p).isCloseTo(p, within(1e-10));
            }
        }
    }

    /**
     * By hand: to the second order in the width w the mean of a narrow cut is its middle m and w² ÷ 12 times the slope of the log-density at m, here
     * (α - 1) ÷ m - (β - 1) ÷ (1 - m). The next term is of the order w⁴.
     */
    @Test
    void a_narrow_cut_of_a_beta_has_the_mean_of_its_slope() {
        for (double min : new double[] {0.1, 0.45, 0.8}) {
            double width = 1e-5;
            double middle = min + width / 2;
            double shift = width * width / 12 * (4 / middle - 2 / (1 - middle));
            Distribution cut = Distribution.beta(5, 3).truncated(min, min + width);
            assertThat(cut.mean() - middle).as("from %s", min).isCloseTo(shift, within(1e-15));
            assertThat(cut.probabilityBelow(middle)).isCloseTo(0.5, within(1e-3));
        }
    }

    @Test
    void a_cut_of_a_law_with_a_closed_inverse_takes_one_number_a_draw() {
        for (Distribution cut : List.of(
                Distribution.exponential(3).truncated(1, 9),
                Distribution.weibull(2.5, 3).truncated(1, 5),
                Distribution.pareto(2.5, 1).truncated(2, 9),
                Distribution.triangular(1, 2, 5).truncated(1.5, 4))) {
            RandomStream stream = new RandomStream(1, 2, 3, 4);
            RandomStream equal = new RandomStream(1, 2, 3, 4);
            for (int i = 0; i < 100; i++) {
                double u = equal.nextDouble();
                double x = cut.sample(stream);
                // From the tail above a draw goes down as its number goes up.
                assertThat(Math.min(Math.abs(x - cut.quantile(u)), Math.abs(x - cut.quantile(1 - u))))
                        .as("%s at %s", cut, u)
                        .isLessThan(1e-9);
            }
        }
    }

    @Test
    void a_cut_of_a_law_without_one_is_drawn_again_until_it_fits() {
        for (Distribution whole : List.of(
                Distribution.gamma(4.5, 2),
                Distribution.lognormal(2, 1),
                Distribution.normal(2, 1),
                Distribution.beta(2, 0.5).scaled(4))) {
            RandomStream stream = new RandomStream(1, 2, 3, 4);
            RandomStream equal = new RandomStream(1, 2, 3, 4);
            Distribution cut = whole.truncated(1, 2.5);
            for (int i = 0; i < 100; i++) {
                double x = whole.sample(equal);
                while (x < 1 || x > 2.5) {
                    x = whole.sample(equal);
                }
                assertThat(cut.sample(stream)).as("%s", cut).isEqualTo(x);
            }
        }
    }

    /** P(X &lt; x) is x^α ÷ (α B(α, β)) for small x, so that of shape 0.001 half of what lies below 1/2 is below 1e-301, and most above 1/2 is 1. */
    @Test
    void a_beta_of_tiny_shapes_is_right_where_its_gamma_variables_underflow() {
        int n = 20_000;
        for (double[] shapes : new double[][] {{0.001, 0.001}, {0.001, 0.004}, {0.003, 0.001}, {0.02, 0.001}}) {
            Distribution beta = Distribution.beta(shapes[0], shapes[1]);
            double[] sample = Fit.draw(beta, n, Streams.of(5, 1).stream("beta"));
            assertThat(sample).doesNotContain(Double.NaN);
            for (double x : new double[] {1e-300, 1e-200, 1e-100, 1e-30, 1e-5, 0.5, 0.999}) {
                double p = beta.probabilityBelow(x);
                assertThat((double) Arrays.stream(sample)
                                        .filter(value -> value < x)
                                        .count()
                                / n)
                        .as("%s below %s", beta, x)
                        .isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / n)));
            }
        }
    }

    @Test
    void draws_at_the_bounds_themselves_belong_to_a_cut() {
        int n = 4_000;
        Distribution beta = Distribution.beta(0.001, 0.001);
        double[] block = new double[n];
        Distribution low = beta.truncated(0, 0.5);
        low.sample(Streams.of(5, 1).stream("low"), block, 0, n);
        for (double[] draws : new double[][] {block, Fit.draw(low, n, Streams.of(5, 2).stream("low"))}) {
            // Below the least double lie (4.9e-324)^0.001 = 0.475 of the values: these draws are 0 itself.
            assertThat((double) Arrays.stream(draws).filter(x -> x == 0).count() / n)
                    .isCloseTo(0.475, within(5 * Math.sqrt(0.25 / n)));
        }
        // 1 - x is below 2^-54 with probability (2^-54)^0.001 = 0.963, so that x is 1.
        Distribution high = beta.truncated(0.5, 1);
        high.sample(Streams.of(5, 1).stream("high"), block, 0, n);
        for (double[] draws : new double[][] {block, Fit.draw(high, n, Streams.of(5, 2).stream("high"))}) {
            assertThat((double) Arrays.stream(draws).filter(x -> x == 1).count() / n)
                    .isCloseTo(Math.pow(0x1p-54, 0.001), within(5 * Math.sqrt(0.04 / n)));
        }
    }

    @Test
    void what_stands_behind_a_block_of_draws_is_none_of_them() {
        Distribution cut = Distribution.normal(0, 1).truncated(0.5, 0.6);
        double[] block = new double[51];
        block[50] = 0.55;
        cut.sample(Streams.of(5, 1).stream("block"), block, 0, 50);
        assertThat(block[50]).isEqualTo(0.55);
        assertThat(Arrays.copyOf(block, 50)).doesNotContain(0.55);
    }

    @Test
    void gamma_draws_follow_the_law_for_each_kind_of_shape() {
        for (double shape : new double[] {0.3, 0.9, 1, 1.4, 4.5, 60}) {
            Distribution gamma = Distribution.gamma(shape, 2);
            double[] sample = Fit.draw(gamma, 50_000, Streams.of(5, 1).stream("gamma " + shape));
            GammaDistribution law = new GammaDistribution(shape, 2 / shape);
            assertThat(Fit.kolmogorovSmirnov(sample, law::cumulativeProbability))
                    .as("shape %s", shape)
                    .isLessThan(1);
        }
    }

    @Test
    void parameters_give_the_moments_worked_out_by_hand() {
        // The median of a lognormal variable is the mean ÷ sqrt(1 + cv²): 12 ÷ sqrt(169 ÷ 144).
        assertThat(Distribution.lognormal(12, 5).quantile(0.5)).isCloseTo(144 / 13.0, within(1e-12));
        // Γ(1 + 1/2) is half the root of π.
        assertThat(Distribution.weibull(2, 3).mean()).isCloseTo(1.5 * Math.sqrt(Math.PI), within(1e-12));
        assertThat(Distribution.binomial(10_000, 0.1).mean()).isCloseTo(1_000, within(1e-6));
        assertThat(Distribution.binomial(10_000, 0.1).probabilityBelow(1_000)).isBetween(0.49, 0.5);
        assertThat(Distribution.binomial(1_000_000_000, 0.5).mean()).isCloseTo(5e8, within(1.0));
        assertThat(Distribution.poisson(1e9).mean()).isCloseTo(1e9, within(1.0));
    }
}
