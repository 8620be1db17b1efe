package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the Javadoc says of bounds, laws with atoms and what cuts nothing off. */
class LawEdgesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Distribution OWN = Distribution.ofQuantile("own", 3, u -> -3 * StrictMath.log1p(-u));

    /** A quarter at 0, half at 1, a quarter at 2. */
    private static final Distribution STEPS = Distribution.ofQuantile("steps", 1, u -> u < 0.25 ? 0 : u < 0.75 ? 1 : 2);

    @Test
    void a_crossing_is_found_however_far_it_lies_on_either_side() {
        for (double at : new double[] {-2.5, 0.3, 17, 1e6, 3e150}) {
            assertThat(Bisection.crossing(x -> x >= at, -3, INFINITY)).isEqualTo(at);
            assertThat(Bisection.crossing(x -> x >= -at, -INFINITY, 3)).isEqualTo(-at);
            assertThat(Bisection.crossing(x -> x >= at, -1e200, 1e200)).isEqualTo(at);
        }
        assertThat(Bisection.crossing(x -> false, -3, INFINITY)).isEqualTo(INFINITY);
        assertThat(Bisection.crossing(x -> false, -3, 8)).isEqualTo(8);
    }

    @Test
    void the_mean_of_a_law_of_ones_own_lies_between_its_ends_both_included() {
        assertThat(Distribution.ofQuantile("low", 0, u -> u < 1 ? 0 : 1).mean()).isZero();
        assertThat(Distribution.ofQuantile("high", 1, u -> u > 0 ? 1 : 0).mean())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofQuantile("flat", 2, u -> 2))
                .withMessageContaining("quantiles must rise from quantile(0) to quantile(1)");
    }

    @Test
    void a_law_of_ones_own_refuses_what_is_no_number() {
        assertThatIllegalArgumentException().isThrownBy(() -> OWN.quantile(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> OWN.probabilityBelow(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> OWN.meanCappedAt(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OWN.truncated(2, 1))
                .withMessage("min <= max is needed, got min=2 max=1");
    }

    @Test
    void a_law_of_ones_own_counts_what_lies_below_and_not_at_a_value() {
        assertThat(OWN.probabilityBelow(0)).isZero();
        assertThat(STEPS.probabilityBelow(0)).isZero();
        assertThat(STEPS.probabilityBelow(1)).isCloseTo(0.25, within(1e-15));
        assertThat(STEPS.probabilityBelow(2)).isCloseTo(0.75, within(1e-15));
        assertThat(STEPS.probabilityBelow(2.5)).isEqualTo(1);
    }

    @Test
    void a_cut_of_a_law_of_ones_own_keeps_its_bounds_and_tells_those_that_cut() {
        assertThat(OWN.truncated(0, INFINITY)).isSameAs(OWN);
        assertThat(OWN.truncated(-1, INFINITY)).isSameAs(OWN);
        assertThat(OWN.truncated(0, 8)).hasToString("own, max=8");
        assertThat(OWN.truncated(1, INFINITY)).hasToString("own, min=1");
        Distribution cut = STEPS.truncated(0, 1);
        assertThat(cut.quantile(0.3)).isZero();
        assertThat(cut.quantile(0.4)).isEqualTo(1);
        assertThat(cut.quantile(0.99)).isEqualTo(1);
        assertThat(STEPS.truncated(2, 2).quantile(0.5)).isEqualTo(2);
        assertThat(STEPS.truncated(-3, 0).quantile(0.5)).isZero();
    }

    @Test
    void a_cut_of_a_law_of_ones_own_that_leaves_nothing_is_refused() {
        for (double[] bounds : new double[][] {{-5, -1}, {-5, 0}, {1e9, INFINITY}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OWN.truncated(bounds[0], bounds[1]))
                    .withMessageContaining("has no mass");
        }
        for (double[] bounds : new double[][] {{-5, -1}, {0.25, 0.75}, {3, 4}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> STEPS.truncated(bounds[0], bounds[1]))
                    .withMessageContaining("has no mass");
        }
    }

    @Test
    void a_constant_is_in_every_interval_that_has_it() {
        Distribution five = Distribution.constant(5);
        assertThat(five.truncated(5, 7)).isSameAs(five);
        assertThat(five.truncated(3, 5)).isSameAs(five);
        assertThatIllegalArgumentException().isThrownBy(() -> five.truncated(3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> five.truncated(6, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.scaled(0))
                .withMessage("a factor must be above 0 and finite numbers, got 0");
        assertThat(five.written()).isEqualTo("constant(5)");
    }

    @Test
    void a_scaled_or_inverted_law_has_the_bounds_of_its_base() {
        Distribution scaled = Distribution.uniform(2, 6).scaled(3);
        assertThat(scaled.truncated(6, 18)).isSameAs(scaled);
        assertThat(scaled.truncated(9, 12).lowerBound()).isEqualTo(9);
        assertThat(scaled.truncated(9, 12).upperBound()).isEqualTo(12);
        Distribution inverted = Distribution.exponential(2).truncated(1.5, 4).inverted();
        assertThat(inverted.lowerBound()).isEqualTo(1.5);
        assertThat(inverted.upperBound()).isEqualTo(4);
    }

    @Test
    void a_sample_cut_inside_any_of_its_pieces_ends_there() {
        for (int n = 2; n < 20; n++) {
            double[] sample = new double[n];
            Arrays.setAll(sample, i -> i);
            for (double max = 0.5; max < n - 1; max++) {
                Distribution cut = Distribution.empirical(sample).truncated(0, max);
                assertThat(cut.upperBound()).isEqualTo(max);
                assertThat(cut.mean()).isCloseTo(max / 2, within(1e-12));
            }
        }
    }

    @Test
    void zeros_of_either_sign_are_one_value() {
        assertThat(Distribution.discrete(new double[] {0.0, 5, -0.0}, new double[] {0.25, 0.5, 0.25})
                        .probabilityBelow(5))
                .isEqualTo(0.5);
        assertThat(Distribution.discrete(new double[] {-0.0, 5, 0.0}, new double[] {0.25, 0.5, 0.25})
                        .probabilityBelow(5))
                .isEqualTo(0.5);
    }

    @Test
    void a_number_at_the_edge_of_two_values_is_of_the_upper_one() {
        // The first number of this stream is 2^-53: at the edge of a value of that probability.
        Distribution law = Distribution.discrete(new double[] {1, 2}, new double[] {0x1p-53, 1 - 0x1p-53});
        assertThat(law.sample(new RandomStream(0, 1, 1, 0))).isEqualTo(2);
    }

    @Test
    void counts_capped_at_their_least_value_are_the_cap() {
        Distribution counts = Distribution.poisson(9).truncated(7, INFINITY);
        for (double cap : new double[] {3, 7}) {
            assertThat(counts.meanCappedAt(cap)).isEqualTo(cap);
        }
    }

    @Test
    void laws_that_a_double_cannot_hold_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.lognormal(1, 1e-200))
                .withMessageContaining("a ratio of sd to mean that a double can square");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.weibull(0.5, 1.7e308))
                .withMessageContaining("a mean that a double can hold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.normal(0, 1).truncated(-2000, -1000))
                .withMessageContaining("has no mass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.exponential(1).truncated(2, 2))
                .withMessageContaining("has no mass");
    }
}
