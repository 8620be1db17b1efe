package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the ranges that the Javadoc gives, and formulas worked out by hand. */
class DistributionEdgesTest {

    static Stream<ThrowingCallable> justOutside() {
        return Stream.of(
                () -> Distribution.uniform(-1e308, 1e308),
                () -> Distribution.triangular(-1e308, 0, 1e308),
                () -> Distribution.erlang(2, 0),
                () -> Distribution.gamma(0, 3),
                () -> Distribution.gamma(2, 0),
                () -> Distribution.weibull(0, 1),
                () -> Distribution.weibull(1, 0),
                () -> Distribution.beta(0, 1),
                () -> Distribution.beta(1, 0),
                () -> Distribution.pareto(1, 1),
                () -> Distribution.pareto(2, 0),
                () -> Distribution.poisson(0),
                () -> Distribution.poisson(1.000001e9),
                () -> Distribution.binomial(0, 0.5),
                () -> Distribution.binomial(1_000_000_001, 0.5),
                () -> Distribution.binomial(3, -0.1),
                () -> Distribution.binomial(3, 1.1),
                () -> Distribution.geometric(0.00009),
                () -> Distribution.geometric(1.1));
    }

    @ParameterizedTest
    @MethodSource("justOutside")
    void an_argument_just_outside_its_range_is_refused(ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("finite numbers, got");
    }

    @Test
    void an_argument_at_the_end_of_its_range_is_taken() {
        assertThat(Distribution.erlang(1, 3).mean()).isEqualTo(3);
        assertThat(Distribution.geometric(1e-4).mean()).isCloseTo(9_999, within(1e-5));
        assertThat(Distribution.geometric(1)).isEqualTo(Distribution.constant(0));
        assertThat(Distribution.binomial(5, 0)).isEqualTo(Distribution.constant(0));
        assertThat(Distribution.binomial(5, 1)).isEqualTo(Distribution.constant(5));
        assertThat(Distribution.binomial(1, 0.25).mean()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void counts_have_the_probabilities_of_their_formulas() {
        Distribution binomial = Distribution.binomial(3, 0.2);
        assertThat(binomial.probabilityBelow(1)).isCloseTo(0.512, within(1e-12));
        assertThat(binomial.probabilityBelow(2)).isCloseTo(0.512 + 0.384, within(1e-12));
        assertThat(binomial.probabilityBelow(3)).isCloseTo(0.992, within(1e-12));
        assertThat(binomial.mean()).isCloseTo(0.6, within(1e-12));
        Distribution geometric = Distribution.geometric(0.3);
        assertThat(geometric.probabilityBelow(1)).isCloseTo(0.3, within(1e-12));
        assertThat(geometric.probabilityBelow(3)).isCloseTo(1 - 0.343, within(1e-12));
        assertThat(geometric.mean()).isCloseTo(7 / 3.0, within(1e-12));
    }

    /**
     * A density that is a straight line and 0 at z has on an interval with middle m and width w the mean m + w² ÷ (12 (m − z)): the uniform mean, and the
     * covariance of x with the density. The formula's second term is a thousand times the accuracy asked for.
     */
    @ParameterizedTest
    @CsvSource({"1, 1.0004, 0", "0.5, 0.5002, 0", "5, 5.002, 10", "8, 8.0006, 10"})
    void a_narrow_cut_of_a_triangle_has_the_mean_of_a_trapezium(double min, double max, double zero) {
        double middle = (min + max) / 2;
        double shift = (max - min) * (max - min) / (12 * (middle - zero));
        Distribution cut = Distribution.triangular(0, 2, 10).truncated(min, max);
        assertThat(Math.abs(shift)).isGreaterThan(1e-9);
        assertThat(cut.mean() - middle).isCloseTo(shift, within(1e-11));
        // Below the middle lies the half less an eighth of the density's rise over the width, relative to its mean.
        assertThat(cut.probabilityBelow(middle)).isCloseTo(0.5 - (max - min) / (8 * (middle - zero)), within(1e-11));
    }

    @Test
    void a_cut_around_the_mode_has_the_mean_of_two_trapeziums() {
        // Weights of x ÷ 8 from 7.5 to 8 and of (10 - x) ÷ 2 from 8 to 9: 7.75/16 and 3/4; moments 90.125/24 and 19/3.
        Distribution cut = Distribution.triangular(0, 8, 10).truncated(7.5, 9);
        double mass = 7.75 / 16 + 0.75;
        assertThat(cut.mean()).isCloseTo((90.125 / 24 + 19 / 3.0) / mass, within(1e-10));
        assertThat(cut.probabilityBelow(8)).isCloseTo(7.75 / 16 / mass, within(1e-12));
    }

    @Test
    void what_is_no_number_is_refused_also_by_a_truncated_one() {
        Distribution triangle = Distribution.triangular(0, 2, 10);
        Distribution cut = triangle.truncated(1, 3);
        for (Distribution law : new Distribution[] {triangle, cut}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> law.probabilityBelow(Double.NaN))
                    .withMessage("x must be a number, got NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> law.meanCappedAt(Double.NaN))
                    .withMessage("cap must be a number, got NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> law.truncated(3, 2))
                    .withMessage("min <= max is needed, got min=3 max=2");
            assertThatIllegalArgumentException().isThrownBy(() -> law.quantile(1.5));
        }
    }

    @Test
    void a_cut_that_takes_nothing_off_a_truncated_one_leaves_it() {
        Distribution cut = Distribution.triangular(0, 2, 10).truncated(1, 3);
        assertThat(cut.truncated(1, 3)).isSameAs(cut);
        assertThat(cut.truncated(0, 30)).isSameAs(cut);
        assertThat(cut.truncated(1.5, 3).lowerBound()).isEqualTo(1.5);
        assertThat(cut.truncated(1, 2.5).upperBound()).isEqualTo(2.5);
        assertThat(cut.probabilityBelow(1)).isZero();
        assertThat(cut.probabilityBelow(3)).isEqualTo(1);
    }
}
