package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionArgumentsTest {
    private static Arguments bad(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    static Stream<Arguments> refused() {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        return Stream.of(
                bad("constant(x) needs a number and finite numbers, got NaN", () -> Distribution.constant(nan)),
                bad("uniform(a, b) needs a <= b and finite numbers, got 2, 1", () -> Distribution.uniform(2, 1)),
                bad(
                        "uniform(a, b) needs a <= b and finite numbers, got 0, Infinity",
                        () -> Distribution.uniform(0, infinity)),
                bad(
                        "triangular(a, mode, b) needs a <= mode <= b and finite numbers, got 1, 4, 3",
                        () -> Distribution.triangular(1, 4, 3)),
                bad(
                        "triangular(a, mode, b) needs a <= mode <= b and finite numbers, got 1, 0.5, 3",
                        () -> Distribution.triangular(1, 0.5, 3)),
                bad("exponential(mean) needs mean > 0 and finite numbers, got 0", () -> Distribution.exponential(0)),
                bad(
                        "erlang(k, mean) needs k >= 1 and mean > 0 and finite numbers, got 0, 3",
                        () -> Distribution.erlang(0, 3)),
                bad(
                        "gamma(shape, mean) needs shape > 0 and mean > 0 and finite numbers, got -1, 3",
                        () -> Distribution.gamma(-1, 3)),
                bad(
                        "lognormal(mean, sd) needs mean > 0 and sd >= 0 and finite numbers, got 0, 3",
                        () -> Distribution.lognormal(0, 3)),
                bad(
                        "lognormal(mean, sd) needs a ratio of sd to mean that a double can square, got 1, 1.0E200",
                        () -> Distribution.lognormal(1, 1e200)),
                bad(
                        "normal(mean, sd) needs sd >= 0 and finite numbers, got 1, -0.5",
                        () -> Distribution.normal(1, -0.5)),
                bad(
                        "weibull(shape, scale) needs shape > 0 and scale > 0 and finite numbers, got 1, NaN",
                        () -> Distribution.weibull(1, nan)),
                bad(
                        "weibull(shape, scale) needs a mean that a double can hold, got 0.001, 1",
                        () -> Distribution.weibull(0.001, 1)),
                bad(
                        "discrete(values, probabilities) needs as many values as probabilities and at least one,"
                                + " got 2 and 1",
                        () -> Distribution.discrete(new double[] {1, 2}, new double[] {1})),
                bad(
                        "discrete(values, probabilities) needs as many values as probabilities and at least one,"
                                + " got 0 and 0",
                        () -> Distribution.discrete(new double[0], new double[0])),
                bad(
                        "discrete(x1=p1, x2=p2, ...) needs probabilities that add up to 1, got 0.9",
                        () -> Distribution.discrete(new double[] {1, 2}, new double[] {0.4, 0.5})),
                bad(
                        "discrete(x1=p1, x2=p2, ...) needs finite values and probabilities from 0 to 1, got 2=-0.5",
                        () -> Distribution.discrete(new double[] {1, 2}, new double[] {1.5 - 0.5, -0.5})),
                bad(
                        "empirical(sample) needs at least one value and finite numbers, got none",
                        () -> Distribution.empirical(new double[0])),
                bad(
                        "empirical(sample) needs at least one value and finite numbers, got 1, NaN",
                        () -> Distribution.empirical(new double[] {1, nan})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_bad_argument_is_refused_with_what_is_allowed_and_what_came(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void bounds_that_leave_nothing_are_refused() {
        assertThatThrownBy(() -> Distribution.uniform(1, 2).truncated(3, 4))
                .hasMessage("uniform(1, 2) has no mass from min=3 to max=4 (probability 0)");
        assertThatThrownBy(() -> Distribution.uniform(1, 2).truncated(2, 4)).hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.lognormal(12, 5).truncated(-4, 0))
                .hasMessage("lognormal(12, 5) has no mass from min=-4 to max=0 (probability 0)");
        assertThatThrownBy(() -> Distribution.normal(0, 1).truncated(3, 3)).hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.normal(0, 1).truncated(1000, 2000))
                .hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.constant(5).truncated(6, 7)).hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.triangular(1, 2, 3).truncated(3, 7))
                .hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.discrete(new double[] {1, 2}, new double[] {0.5, 0.5})
                        .truncated(1.2, 1.8))
                .hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.empirical(new double[] {1, 2, 9}).truncated(3, 3))
                .hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.empirical(new double[] {1, 2, 9}).truncated(10, 11))
                .hasMessageContaining("no mass");
        assertThatThrownBy(() -> Distribution.exponential(1).truncated(1, 2).truncated(3, 4))
                .hasMessageContaining("no mass");
    }

    @Test
    void bounds_must_be_numbers_in_order() {
        assertThatThrownBy(() -> Distribution.exponential(1).truncated(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min <= max is needed, got min=2 max=1");
        assertThatThrownBy(() -> Distribution.exponential(1).truncated(Double.NaN, 1))
                .hasMessage("min <= max is needed, got min=NaN max=1");
        assertThatThrownBy(() -> Distribution.exponential(1).probabilityBelow(Double.NaN))
                .hasMessage("x must be a number, got NaN");
        assertThatThrownBy(() -> Distribution.exponential(1).meanCappedAt(Double.NaN))
                .hasMessage("cap must be a number, got NaN");
    }

    @Test
    void bounds_that_cut_nothing_off_change_nothing() {
        Distribution distribution = Distribution.uniform(1, 2);
        assertThat(distribution.truncated(0, 5)).isEqualTo(distribution);
        Distribution exponential = Distribution.exponential(3);
        assertThat(exponential.truncated(0, Double.POSITIVE_INFINITY)).isSameAs(exponential);
    }
}
