package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the distributions of commons-math3. Each fit test fails for a right sampler with chance 1e-6 if the seed is
 * changed, each moment test (5 standard errors) with chance 6e-7.
 */
class DistributionTest {
    private static final int DRAWS = 200_000;

    static Stream<Arguments> continuous() {
        double variance = Math.log1p(25.0 / 144);
        return Stream.of(
                Arguments.of(Distribution.uniform(-1, 3), new UniformRealDistribution(-1, 3)),
                Arguments.of(Distribution.triangular(1, 2, 5), new TriangularDistribution(1, 2, 5)),
                Arguments.of(Distribution.triangular(1, 1, 5), new TriangularDistribution(1, 1, 5)),
                Arguments.of(Distribution.triangular(1, 5, 5), new TriangularDistribution(1, 5, 5)),
                Arguments.of(Distribution.exponential(3), new ExponentialDistribution(3)),
                Arguments.of(Distribution.erlang(1, 3), new GammaDistribution(1, 3)),
                Arguments.of(Distribution.erlang(3, 3), new GammaDistribution(3, 1)),
                Arguments.of(Distribution.erlang(20, 3), new GammaDistribution(20, 0.15)),
                Arguments.of(Distribution.gamma(0.3, 2), new GammaDistribution(0.3, 2 / 0.3)),
                Arguments.of(Distribution.gamma(1, 2), new GammaDistribution(1, 2)),
                Arguments.of(Distribution.gamma(4.5, 2), new GammaDistribution(4.5, 2 / 4.5)),
                Arguments.of(Distribution.gamma(500, 2), new GammaDistribution(500, 2 / 500.0)),
                Arguments.of(
                        Distribution.lognormal(12, 5),
                        new LogNormalDistribution(Math.log(12) - variance / 2, Math.sqrt(variance))),
                Arguments.of(Distribution.normal(3, 2), new NormalDistribution(3, 2)),
                Arguments.of(Distribution.weibull(0.7, 3), new WeibullDistribution(0.7, 3)),
                Arguments.of(Distribution.weibull(2.5, 3), new WeibullDistribution(2.5, 3)),
                Arguments.of(Distribution.beta(0.6, 2), new BetaDistribution(0.6, 2)),
                Arguments.of(Distribution.beta(5, 3), new BetaDistribution(5, 3)),
                Arguments.of(Distribution.pareto(6, 2), new ParetoDistribution(2, 6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("continuous")
    void draws_follow_the_distribution(Distribution distribution, RealDistribution law) {
        double[] sample = Fit.draw(distribution, DRAWS, Streams.of(5, 1).stream(distribution.toString()));
        assertThat(Fit.kolmogorovSmirnov(sample, law::cumulativeProbability)).isLessThan(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("continuous")
    void draws_have_the_mean_and_variance(Distribution distribution, RealDistribution law) {
        double[] sample = Fit.draw(distribution, DRAWS, Streams.of(6, 1).stream(distribution.toString()));
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (double x : sample) {
            double d = x - distribution.mean();
            sum += d;
            squares += d * d;
            fourth += d * d * d * d;
        }
        double variance = law.getNumericalVariance();
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        double seOfVariance = Math.sqrt((fourth / DRAWS - variance * variance) / DRAWS);
        assertThat(squares / DRAWS).isCloseTo(variance, within(5 * seOfVariance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("continuous")
    void mean_bounds_and_probabilities_are_exact(Distribution distribution, RealDistribution law) {
        assertThat(distribution.mean()).isCloseTo(law.getNumericalMean(), withinPercentage(1e-10));
        assertThat(distribution.lowerBound()).isEqualTo(law.getSupportLowerBound());
        assertThat(distribution.upperBound()).isEqualTo(law.getSupportUpperBound());
        for (double p : new double[] {1e-6, 0.01, 0.2, 0.5, 0.9, 0.999}) {
            double x = law.inverseCumulativeProbability(p);
            assertThat(distribution.probabilityBelow(x))
                    .isCloseTo(law.cumulativeProbability(x), withinPercentage(1e-8));
        }
        assertThat(distribution.probabilityBelow(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(distribution.probabilityBelow(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("continuous")
    void mean_capped_is_the_mean_less_the_integral_of_the_tail(Distribution distribution, RealDistribution law) {
        // E[min(X, c)] - E[min(X, b)] is the integral of P(X > x) from b to c (of the oracle's P).
        double previous = law.inverseCumulativeProbability(0.001);
        for (double p : new double[] {0.01, 0.2, 0.5, 0.9, 0.999}) {
            double cap = law.inverseCumulativeProbability(p);
            double area = new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-13)
                    .integrate(1_000_000, x -> 1 - law.cumulativeProbability(x), previous, cap);
            assertThat(distribution.meanCappedAt(cap) - distribution.meanCappedAt(previous))
                    .isCloseTo(area, within(1e-9));
            previous = cap;
        }
        assertThat(distribution.meanCappedAt(Double.POSITIVE_INFINITY))
                .isCloseTo(distribution.mean(), withinPercentage(1e-12));
        if (Double.isFinite(distribution.lowerBound())) {
            assertThat(distribution.meanCappedAt(distribution.lowerBound() - 1))
                    .isEqualTo(distribution.lowerBound() - 1);
        } else {
            assertThat(distribution.meanCappedAt(-1000)).isEqualTo(-1000);
        }
    }

    @Test
    void constant_is_always_the_same() {
        Distribution five = Distribution.constant(5);
        RandomStream stream = Streams.of(1, 1).stream("constant");
        assertThat(five.sample(stream)).isEqualTo(5);
        assertThat(five.mean()).isEqualTo(5);
        assertThat(five.lowerBound()).isEqualTo(5);
        assertThat(five.upperBound()).isEqualTo(5);
        assertThat(five.meanCappedAt(4)).isEqualTo(4);
        assertThat(five.meanCappedAt(6)).isEqualTo(5);
        assertThat(five.probabilityBelow(5)).isZero();
        assertThat(five.probabilityBelow(5.1)).isEqualTo(1);
        // It takes nothing from the stream.
        assertThat(stream.nextLong())
                .isEqualTo(Streams.of(1, 1).stream("constant").nextLong());
    }

    @Test
    void distributions_without_spread_are_constant() {
        assertThat(Stream.of(
                        Distribution.uniform(5, 5),
                        Distribution.triangular(5, 5, 5),
                        Distribution.lognormal(5, 0),
                        Distribution.normal(5, 0),
                        Distribution.discrete(new double[] {5, 7}, new double[] {1, 0}),
                        Distribution.discrete(new double[] {5, 5}, new double[] {0.5, 0.5}),
                        Distribution.empirical(new double[] {5}),
                        Distribution.empirical(new double[] {5, 5, 5})))
                .allMatch(Distribution.constant(5)::equals);
    }

    @Test
    void discrete_values_occur_with_their_probabilities() {
        Distribution distribution =
                Distribution.discrete(new double[] {40, 20, 30, 25, 20}, new double[] {0.5, 0.1, 0.2, 0, 0.2});
        assertThat(distribution.mean()).isCloseTo(0.3 * 20 + 0.2 * 30 + 0.5 * 40, within(1e-12));
        assertThat(distribution.meanCappedAt(32)).isCloseTo(0.3 * 20 + 0.2 * 30 + 0.5 * 32, within(1e-12));
        assertThat(distribution.meanCappedAt(10)).isEqualTo(10);
        assertThat(distribution.lowerBound()).isEqualTo(20);
        assertThat(distribution.upperBound()).isEqualTo(40);
        assertThat(distribution.probabilityBelow(20)).isZero();
        assertThat(distribution.probabilityBelow(30)).isCloseTo(0.3, within(1e-15));
        assertThat(distribution.probabilityBelow(41)).isEqualTo(1);
        long[] counts = new long[3];
        for (double x : Fit.draw(distribution, DRAWS, Streams.of(5, 1).stream("discrete"))) {
            counts[x == 20 ? 0 : x == 30 ? 1 : 2]++;
        }
        assertThat(Fit.chiSquare(counts, new double[] {0.3, 0.2, 0.5})).isLessThan(1);
    }

    @Test
    void discrete_with_many_values_is_right_in_every_one() {
        double[] values = new double[50];
        double[] probabilities = new double[50];
        for (int i = 0; i < 50; i++) {
            values[i] = i;
            probabilities[i] = (i + 1) / 1275.0;
        }
        Distribution distribution = Distribution.discrete(values, probabilities);
        long[] counts = new long[50];
        for (double x : Fit.draw(distribution, DRAWS, Streams.of(5, 1).stream("many"))) {
            counts[(int) x]++;
        }
        assertThat(Fit.chiSquare(counts, probabilities)).isLessThan(1);
    }

    @Test
    void empirical_interpolates_the_sorted_sample_like_R_type_7() {
        // Sorted 1 2 2 5 9: a quarter of the mass uniform on 1..2, a quarter at 2, a quarter on 2..5, one on 5..9.
        Distribution distribution = Distribution.empirical(new double[] {5, 1, 2, 2, 9});
        assertThat(distribution.mean()).isCloseTo((1.5 + 2 + 3.5 + 7) / 4, within(1e-12));
        assertThat(distribution.lowerBound()).isEqualTo(1);
        assertThat(distribution.upperBound()).isEqualTo(9);
        assertThat(distribution.probabilityBelow(1.5)).isCloseTo(0.125, within(1e-15));
        assertThat(distribution.probabilityBelow(2)).isEqualTo(0.25);
        assertThat(distribution.probabilityBelow(2 + 1e-12)).isCloseTo(0.5, within(1e-12));
        assertThat(distribution.probabilityBelow(7)).isCloseTo(0.875, within(1e-15));
        assertThat(distribution.meanCappedAt(5)).isCloseTo((1.5 + 2 + 3.5 + 5) / 4, within(1e-12));
        double[] sample = Fit.draw(distribution, DRAWS, Streams.of(5, 1).stream("empirical"));
        long[] counts = new long[4];
        for (double x : sample) {
            counts[x < 2 ? 0 : x == 2 ? 1 : x < 5 ? 2 : 3]++;
        }
        assertThat(Fit.chiSquare(counts, new double[] {0.25, 0.25, 0.25, 0.25})).isLessThan(1);
    }

    @Test
    void empirical_and_discrete_keep_a_copy_of_their_arrays() {
        double[] sample = {1, 2};
        double[] weights = {0.5, 0.5};
        Distribution empirical = Distribution.empirical(sample);
        Distribution discrete = Distribution.discrete(sample, weights);
        sample[0] = -100;
        weights[0] = 0;
        assertThat(empirical.mean()).isEqualTo(1.5);
        assertThat(discrete.mean()).isEqualTo(1.5);
    }

    @Test
    void equal_arguments_make_equal_distributions() {
        assertThat(Distribution.lognormal(12, 5).truncated(0, 60))
                .isEqualTo(Distribution.lognormal(12, 5).truncated(-1, 60))
                .hasSameHashCodeAs(Distribution.lognormal(12, 5).truncated(-1, 60))
                .isNotEqualTo(Distribution.lognormal(12, 5));
        assertThat(Distribution.discrete(new double[] {1, 2}, new double[] {0.5, 0.5}))
                .isEqualTo(Distribution.discrete(new double[] {2, 1}, new double[] {0.5, 0.5}))
                .hasSameHashCodeAs(Distribution.discrete(new double[] {2, 1}, new double[] {0.5, 0.5}));
        assertThat(Distribution.empirical(new double[] {1, 2}))
                .isEqualTo(Distribution.empirical(new double[] {2, 1}))
                .hasSameHashCodeAs(Distribution.empirical(new double[] {2, 1}));
    }

    @Test
    void text_is_the_form_of_scenario_files() {
        assertThat(Stream.of(
                        Distribution.constant(5),
                        Distribution.uniform(1, 2.5),
                        Distribution.triangular(1, 2, 3),
                        Distribution.exponential(3),
                        Distribution.erlang(2, 3),
                        Distribution.gamma(0.5, 3),
                        Distribution.lognormal(720, 300).truncated(0, 3600),
                        Distribution.normal(3, 1).truncated(0, Double.POSITIVE_INFINITY),
                        Distribution.weibull(1.5, 3).truncated(1, 2),
                        Distribution.discrete(new double[] {1, 2}, new double[] {0.25, 0.75}),
                        Distribution.empirical(new double[] {3, 1, 2}).truncated(1.5, 9),
                        Distribution.empirical(new double[] {3, 1, 2, 5, 4, 6})))
                .extracting(Object::toString)
                .containsExactly(
                        "constant(5)",
                        "uniform(1, 2.5)",
                        "triangular(1, 2, 3)",
                        "exponential(3)",
                        "erlang(2, 3)",
                        "gamma(0.5, 3)",
                        "lognormal(720, 300, max=3600)",
                        "normal(3, 1, min=0)",
                        "weibull(1.5, 3, min=1, max=2)",
                        "discrete(1=0.25, 2=0.75)",
                        "empirical(1, 2, 3, min=1.5)",
                        "empirical(6 values from 1 to 6)");
    }
}
