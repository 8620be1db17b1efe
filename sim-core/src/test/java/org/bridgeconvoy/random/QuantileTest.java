package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Table values: mpmath 1.3 with 40 digits. */
class QuantileTest {
    private static final double[] PROBABILITIES = {
        1e-12, 1e-6, 0.001, 0.05, 0.2, 0.37, 0.4999, 0.5, 0.61, 0.8, 0.95, 0.999, 1 - 1e-6, 1 - 1e-12
    };

    static Stream<Distribution> withoutSteps() {
        return Stream.of(
                Distribution.uniform(-1, 3),
                Distribution.triangular(1, 2, 5),
                Distribution.triangular(1, 1, 5),
                Distribution.triangular(1, 5, 5),
                Distribution.exponential(3),
                Distribution.erlang(3, 3),
                Distribution.erlang(200, 3),
                Distribution.gamma(0.3, 2),
                Distribution.gamma(4.5, 2),
                Distribution.gamma(100_000, 2),
                Distribution.lognormal(12, 5),
                Distribution.normal(3, 2),
                Distribution.weibull(0.7, 3),
                Distribution.weibull(2.5, 3),
                Distribution.beta(0.6, 2),
                Distribution.beta(5, 3),
                Distribution.pareto(1.5, 2),
                Distribution.pareto(3, 2).truncated(3, 10),
                Distribution.beta(2, 3).truncated(0.2, 0.7),
                Distribution.empirical(new double[] {1, 2, 4, 8, 9}),
                Distribution.normal(0, 1).truncated(0, Double.POSITIVE_INFINITY),
                Distribution.normal(0, 1).truncated(8, 9),
                Distribution.normal(0, 1).truncated(-9, -8),
                Distribution.normal(0, 1).truncated(1, 1 + 1e-5),
                Distribution.normal(0, 1).truncated(0, 1e-10),
                Distribution.normal(20, 10).truncated(0, Double.POSITIVE_INFINITY),
                Distribution.gamma(0.5, 2).truncated(1, 3),
                Distribution.lognormal(12, 5).truncated(2, 40),
                Distribution.triangular(20, 30, 90).truncated(25, 60),
                Distribution.gamma(2.5, 2).scaled(1.7));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutSteps")
    void a_quantile_has_its_probability_below_it(Distribution distribution) {
        double last = distribution.lowerBound();
        for (double u : PROBABILITIES) {
            double x = distribution.quantile(u);
            assertThat(x).isBetween(last, distribution.upperBound());
            last = x;
            // Two doubles farther the probability is another one.
            double resolution =
                    distribution.probabilityBelow(Math.nextUp(x)) - distribution.probabilityBelow(Math.nextDown(x));
            assertThat(distribution.probabilityBelow(x))
                    .as("u = %s", u)
                    .isCloseTo(u, within(3e-10 * u + 1e-13 + resolution));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutSteps")
    void probability_0_and_1_give_the_bounds(Distribution distribution) {
        assertThat(distribution.quantile(0)).isEqualTo(distribution.lowerBound());
        assertThat(distribution.quantile(1)).isEqualTo(distribution.upperBound());
    }

    @ParameterizedTest
    @CsvSource({
        "1e-10, -6.3613409024040562",
        "0.001, -3.0902323061678135",
        "0.025, -1.9599639845400542",
        "0.2, -0.84162123357291421",
        "0.4999, -0.0002506628300880351",
        "0.75, 0.67448975019608174",
        "0.975, 1.9599639845400542",
        "0.999, 3.0902323061678135"
    })
    void normal_quantiles_are_those_of_the_table(double u, double z) {
        assertThat(Distribution.normal(0, 1).quantile(u)).isCloseTo(z, within(1e-12 * Math.abs(z)));
        assertThat(Distribution.normal(10, 2).quantile(u)).isCloseTo(10 + 2 * z, within(1e-12 * 20));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 1e-6, 5.8446320572864997e-121",
        "0.05, 0.01, 5.8446320572864997e-41",
        "0.05, 0.5, 5.5738784407462432e-7",
        "0.05, 0.95, 0.2659323024258413",
        "0.05, 0.999999, 8.6968626679198946",
        "0.3, 0.01, 1.502222655236039e-7",
        "0.3, 0.5, 0.073131135866951903",
        "0.3, 0.95, 1.3723499441008873",
        "2.5, 1e-6, 0.0064480801032485483",
        "2.5, 0.5, 2.1757300955477637",
        "2.5, 0.95, 5.5352488467581771",
        "20, 1e-6, 5.3639865861816497",
        "20, 0.95, 27.879239639443516",
        "500, 1e-6, 400.81221880343286",
        "500, 0.5, 499.66670620169048",
        "500, 0.999999, 613.57621059378775"
    })
    void gamma_quantiles_are_those_of_the_table(double shape, double u, double x) {
        assertThat(Distribution.gamma(shape, shape).quantile(u)).isCloseTo(x, within(1e-10 * x));
    }

    @Test
    void closed_quantiles_are_those_worked_out_by_hand() {
        assertThat(Distribution.constant(4).quantile(0.3)).isEqualTo(4);
        assertThat(Distribution.uniform(10, 30).quantile(0.25)).isEqualTo(15);
        // (x - 20)² / (70 · 10) = 0.05: x = 20 + √35.
        assertThat(Distribution.triangular(20, 30, 90).quantile(0.05)).isCloseTo(20 + Math.sqrt(35), within(1e-13));
        assertThat(Distribution.exponential(2).quantile(0.75)).isCloseTo(2 * Math.log(4), within(1e-14));
        assertThat(Distribution.weibull(2, 3).quantile(0.75)).isCloseTo(3 * Math.sqrt(Math.log(4)), within(1e-14));
        assertThat(Distribution.empirical(new double[] {1, 2, 4}).quantile(0.75))
                .isEqualTo(3);
        assertThat(Distribution.uniform(10, 30).scaled(3).quantile(0.5)).isEqualTo(60);
    }

    @Test
    void a_discrete_quantile_is_the_least_value_that_has_the_probability_up_to_it() {
        Distribution servers = Distribution.discrete(new double[] {3, 4, 5}, new double[] {0.25, 0.5, 0.25});

        assertThat(servers.quantile(0)).isEqualTo(3);
        assertThat(servers.quantile(0.25)).isEqualTo(3);
        assertThat(servers.quantile(Math.nextUp(0.25))).isEqualTo(4);
        assertThat(servers.quantile(0.75)).isEqualTo(4);
        assertThat(servers.quantile(0.76)).isEqualTo(5);
        assertThat(servers.quantile(1)).isEqualTo(5);
    }

    @Test
    void quantiles_out_of_reach_of_a_double_are_0() {
        assertThat(Distribution.gamma(0.01, 1).quantile(1e-6)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1", "NaN"})
    void a_probability_out_of_range_is_refused(double u) {
        Stream.concat(withoutSteps(), Stream.of(Distribution.constant(1)))
                .forEach(distribution -> assertThatThrownBy(() -> distribution.quantile(u))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("a probability must be >= 0 and <= 1, got "));
    }
}
