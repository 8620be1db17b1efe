package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Distributions of one's own: the logistic one by hand, the exponential one beside the library's. */
class ByQuantileTest {

    private static final Distribution LOGISTIC =
            Distribution.ofQuantile("logistic", 0, u -> StrictMath.log(u) - StrictMath.log1p(-u));

    private static final Distribution OWN = Distribution.ofQuantile("own", 3, u -> -3 * StrictMath.log1p(-u));

    @Test
    void the_logistic_distribution_is_that_of_the_books() {
        assertThat(LOGISTIC.lowerBound()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LOGISTIC.upperBound()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(LOGISTIC.probabilityBelow(1)).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-14));
        // E min(X, 0) = -ln 2.
        assertThat(LOGISTIC.meanCappedAt(0)).isCloseTo(-Math.log(2), within(1e-9));
        assertThat(LOGISTIC.meanCappedAt(Double.POSITIVE_INFINITY)).isZero();
        assertThat(LOGISTIC.quantile(0.5)).isZero();
        assertThat(LOGISTIC).hasToString("logistic");
    }

    @Test
    void is_what_the_library_has_where_it_has_it() {
        Distribution exponential = Distribution.exponential(3);
        for (double cap : new double[] {0.1, 1, 3, 20}) {
            assertThat(OWN.meanCappedAt(cap)).isCloseTo(exponential.meanCappedAt(cap), within(1e-9));
            assertThat(OWN.probabilityBelow(cap)).isCloseTo(exponential.probabilityBelow(cap), within(1e-14));
        }
        Distribution cut = OWN.truncated(1, 8);
        Distribution theirs = exponential.truncated(1, 8);
        assertThat(cut.mean()).isCloseTo(theirs.mean(), within(1e-9));
        assertThat(cut.lowerBound()).isEqualTo(1);
        assertThat(cut.upperBound()).isEqualTo(8);
        assertThat(cut.quantile(0.3)).isCloseTo(theirs.quantile(0.3), within(1e-12));
        assertThat(cut).hasToString("own, min=1, max=8");
        assertThat(cut.truncated(2, 5).mean())
                .isCloseTo(exponential.truncated(2, 5).mean(), within(1e-9));
        assertThat(OWN.truncated(4, Double.POSITIVE_INFINITY).mean()).isCloseTo(7, within(1e-8));
    }

    @Test
    void draws_follow_it_with_one_number_each() {
        double[] sample = Fit.draw(OWN, 50_000, Streams.of(6, 1).stream("own"));
        assertThat(Fit.kolmogorovSmirnov(sample, x -> -Math.expm1(-x / 3))).isLessThan(1);
        assertThat(OWN.inverted()).isSameAs(OWN);
        assertThat(OWN.scaled(2).mean()).isEqualTo(6);
    }

    @Test
    void what_cannot_be_a_distribution_is_refused() {
        assertThatThrownBy(() -> Distribution.ofQuantile("falling", 0.5, u -> 1 - u))
                .hasMessage(
                        "falling: quantiles must rise from quantile(0) to quantile(1) with the mean between, got 1, 0"
                                + " and a mean of 0.5");
        assertThatThrownBy(() -> Distribution.ofQuantile("far", 7, u -> u)).hasMessageContaining("a mean of 7");
        assertThatThrownBy(() -> Distribution.ofQuantile("none", Double.NaN, u -> u))
                .hasMessageContaining("needs a finite mean");
        Distribution gap = Distribution.ofQuantile("gap", 0.5, u -> u > 0.4 && u < 0.6 ? Double.NaN : u);
        assertThatThrownBy(() -> gap.quantile(0.5)).hasMessage("gap: quantile(0.5) is NaN");
        assertThatThrownBy(() -> OWN.truncated(-5, -1)).hasMessageContaining("has no mass");
    }
}
