package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.GeometricDistribution;
import org.apache.commons.math3.distribution.IntegerDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole numbers against the distributions of commons-math3, and small cases by hand. */
class CountsTest {

    static Stream<Arguments> laws() {
        return Stream.of(
                Arguments.of(Distribution.poisson(0.2), new PoissonDistribution(0.2)),
                Arguments.of(Distribution.poisson(7.5), new PoissonDistribution(7.5)),
                Arguments.of(Distribution.poisson(4000), new PoissonDistribution(4000)),
                Arguments.of(Distribution.binomial(1, 0.3), new BinomialDistribution(1, 0.3)),
                Arguments.of(Distribution.binomial(20, 0.9), new BinomialDistribution(20, 0.9)),
                Arguments.of(Distribution.binomial(1000, 0.01), new BinomialDistribution(1000, 0.01)),
                Arguments.of(Distribution.geometric(0.02), new GeometricDistribution(0.02)),
                Arguments.of(Distribution.geometric(0.7), new GeometricDistribution(0.7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void probabilities_and_quantiles_are_those_of_the_law(Distribution distribution, IntegerDistribution law) {
        assertThat(distribution.mean()).isCloseTo(law.getNumericalMean(), within(1e-10 * (1 + law.getNumericalMean())));
        int middle = (int) law.getNumericalMean();
        for (int k = Math.max(0, middle - 40); k < middle + 40; k++) {
            assertThat(distribution.probabilityBelow(k + 1)).isCloseTo(law.cumulativeProbability(k), within(1e-9));
            assertThat(distribution.probabilityBelow(k + 0.5)).isEqualTo(distribution.probabilityBelow(k + 1));
        }
        for (double u : new double[] {0.001, 0.2, 0.5000001, 0.93, 0.9999}) {
            assertThat(distribution.quantile(u)).isEqualTo(law.inverseCumulativeProbability(u));
        }
        assertThat(distribution.quantile(0)).isEqualTo(distribution.lowerBound());
        assertThat(distribution.quantile(1)).isEqualTo(distribution.upperBound());
    }

    /** The variance of the mean of 20,000 draws is known; further than 5 standard errors in 6 of 10 million tries. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void draws_have_the_mean(Distribution distribution, IntegerDistribution law) {
        RandomStream stream = Streams.of(8, 1).stream(distribution.toString());
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += distribution.sample(stream);
        }
        assertThat(sum / 20_000)
                .isCloseTo(law.getNumericalMean(), within(5 * Math.sqrt(law.getNumericalVariance() / 20_000)));
    }

    @Test
    void a_cap_cuts_the_mean() {
        // P(0) = e^-2, P(1) = 2 e^-2: E min(X, 1.5) = 1.5 - 1.5 e^-2 - 0.5 * 2 e^-2.
        assertThat(Distribution.poisson(2).meanCappedAt(1.5)).isCloseTo(1.5 - 2.5 * Math.exp(-2), within(1e-14));
        assertThat(Distribution.poisson(2).meanCappedAt(-1)).isEqualTo(-1);
        assertThat(Distribution.poisson(2).meanCappedAt(Double.POSITIVE_INFINITY))
                .isCloseTo(2, within(1e-14));
    }

    @Test
    void truncation_is_a_condition() {
        // Of two trials at 0.5: 1/4, 1/2, 1/4; on the condition of one success at least 2/3, 1/3.
        Distribution one = Distribution.binomial(2, 0.5).truncated(0.5, 7);
        assertThat(one.mean()).isCloseTo(4.0 / 3, within(1e-15));
        assertThat(one.probabilityBelow(2)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(one).hasToString("binomial(2, 0.5, min=1)");
        assertThat(Distribution.poisson(2).truncated(0, 1e9)).isEqualTo(Distribution.poisson(2));
        assertThatThrownBy(() -> Distribution.poisson(2).truncated(1.2, 1.8)).hasMessageContaining("has no mass");
    }

    @Test
    void edges_are_constant_and_what_is_out_of_range_is_refused() {
        assertThat(Distribution.binomial(7, 1)).isEqualTo(Distribution.constant(7));
        assertThat(Distribution.geometric(1)).isEqualTo(Distribution.constant(0));
        assertThat(Distribution.poisson(2.5).inverted()).hasToString("poisson(2.5)");
        assertThatThrownBy(() -> Distribution.poisson(0)).hasMessageContaining("poisson(mean) needs mean > 0");
        assertThatThrownBy(() -> Distribution.binomial(0, 0.5)).hasMessageContaining("needs trials >= 1");
        assertThatThrownBy(() -> Distribution.geometric(0)).hasMessageContaining("from 0.0001 to 1");
        assertThatThrownBy(() -> Distribution.beta(0, 1)).hasMessageContaining("needs both > 0");
        assertThatThrownBy(() -> Distribution.pareto(1, 1)).hasMessageContaining("pareto needs shape > 1, least > 0");
    }
}
