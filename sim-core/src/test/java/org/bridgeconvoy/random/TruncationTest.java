package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fit test fails for a right sampler with chance 1e-6 if the seed is changed. */
class TruncationTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    static Stream<Distribution> untruncated() {
        return Stream.of(
                Distribution.uniform(1, 6),
                Distribution.triangular(1, 2, 5),
                Distribution.exponential(3),
                Distribution.erlang(3, 3),
                Distribution.gamma(0.3, 2),
                Distribution.gamma(4.5, 2),
                Distribution.lognormal(4, 3),
                Distribution.normal(3, 2),
                Distribution.weibull(0.7, 3),
                Distribution.weibull(2.5, 3));
    }

    static Stream<Arguments> intervals() {
        return untruncated()
                .flatMap(d -> Stream.of(
                        Arguments.of(d, -NONE, 2.5),
                        Arguments.of(d, 2.0, NONE),
                        Arguments.of(d, 1.5, 4.5),
                        Arguments.of(d, 2.0, 2.001),
                        Arguments.of(d, 4.0, 4.001),
                        Arguments.of(d, 4.8, NONE)));
    }

    @ParameterizedTest(name = "{0} on {1}..{2}")
    @MethodSource("intervals")
    void draws_follow_the_conditional_distribution(Distribution whole, double min, double max) {
        Distribution cut = whole.truncated(min, max);
        double below = whole.probabilityBelow(min);
        double mass = whole.probabilityBelow(max) - below;
        double[] sample = Fit.draw(cut, 20_000, Streams.of(5, 1).stream(cut.toString()));
        assertThat(Arrays.stream(sample)).allMatch(x -> x >= cut.lowerBound() && x <= cut.upperBound());
        assertThat(cut.lowerBound()).isGreaterThanOrEqualTo(min);
        assertThat(cut.upperBound()).isLessThanOrEqualTo(max);
        assertThat(Fit.kolmogorovSmirnov(sample, x -> (whole.probabilityBelow(x) - below) / mass))
                .isLessThan(1);
    }

    @ParameterizedTest(name = "{0} on {1}..{2}")
    @MethodSource("intervals")
    void mean_is_the_integral_of_the_tail(Distribution whole, double min, double max) {
        // E[min(X, c)] = c - integral of P(X < x) up to c, for c that holds nearly all the mass.
        Distribution cut = whole.truncated(min, max);
        double low = Double.isFinite(cut.lowerBound()) ? cut.lowerBound() : -30;
        double high = Double.isFinite(cut.upperBound()) ? cut.upperBound() : 30;
        for (double cap : new double[] {low + (high - low) / 3, high}) {
            double area = new IterativeLegendreGaussIntegrator(20, 1e-11, 1e-13)
                    .integrate(10_000_000, cut::probabilityBelow, low, cap);
            assertThat(cut.meanCappedAt(cap)).isCloseTo(cap - area, within(2e-7));
        }
        assertThat(cut.meanCappedAt(NONE)).isEqualTo(cut.mean());
        assertThat(cut.meanCappedAt(-100)).isEqualTo(-100);
    }

    /** Conditional means by 40-digit quadrature of the density (mpmath 1.x: quad(x f) / quad(f)). */
    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of(Distribution.normal(0, 1), 8.0, NONE, 8.121368112236112),
                Arguments.of(Distribution.normal(10, 2), -NONE, -6.0, -6.2427362244722255),
                Arguments.of(Distribution.normal(0, 1), 1.0, 1.000001, 1.0000004999999166),
                Arguments.of(Distribution.normal(0, 1), 1.0, 1.001, 1.0004999166250041),
                Arguments.of(Distribution.gamma(2.5, 2), 50.0, NONE, 50.81904296714604),
                Arguments.of(Distribution.gamma(0.3, 2), 0.0, 1e-6, 2.3076921919217912e-7),
                Arguments.of(Distribution.lognormal(12, 5), 60.0, NONE, 65.6435840337307),
                Arguments.of(Distribution.lognormal(720, 300), 0.0, 3600.0, 719.9611303411876),
                Arguments.of(Distribution.weibull(1.5, 3), 40.0, 41.0, 40.35585769914536),
                Arguments.of(Distribution.exponential(3), 50.0, 51.0, 50.47227352684287),
                Arguments.of(Distribution.exponential(3), 300.0, NONE, 303.0));
    }

    @ParameterizedTest(name = "{0} on {1}..{2}")
    @MethodSource("references")
    void mean_is_right_to_ten_digits_far_out_and_on_narrow_intervals(
            Distribution whole, double min, double max, double mean) {
        assertThat(whole.truncated(min, max).mean()).isCloseTo(mean, withinPercentage(1e-8));
    }

    @ParameterizedTest(name = "{0} on {1}..{2}")
    @MethodSource("references")
    void drawing_ends_and_is_right_however_little_mass_is_left(
            Distribution whole, double min, double max, double mean) {
        Distribution cut = whole.truncated(min, max);
        int n = 2_000;
        double[] sample = Fit.draw(cut, n, Streams.of(5, 1).stream(cut.toString()));
        assertThat(Arrays.stream(sample)).allMatch(x -> x >= min && x <= max);
        assertThat(Fit.kolmogorovSmirnov(sample, cut::probabilityBelow)).isLessThan(1);
        double average = Arrays.stream(sample).average().orElseThrow();
        double variance =
                Arrays.stream(sample).map(x -> (x - average) * (x - average)).sum() / n;
        assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(variance / n)));
    }

    @Test
    void an_interval_too_narrow_for_the_tail_to_resolve_is_uniform() {
        double min = 5;
        double max = 5 + 1e-12;
        Distribution cut = Distribution.normal(0, 1).truncated(min, max);
        double[] sample = Fit.draw(cut, 2_000, Streams.of(5, 1).stream("narrow"));
        assertThat(Arrays.stream(sample)).allMatch(x -> x >= min && x <= max);
        assertThat(Arrays.stream(sample).distinct().count()).isGreaterThan(500);
        assertThat(cut.mean()).isBetween(min + 0.4e-12, max - 0.4e-12);
    }

    @Test
    void truncating_twice_is_truncating_to_the_intersection() {
        for (Distribution whole : untruncated().toList()) {
            assertThat(whole.truncated(-1, 4).truncated(2, 9)).isEqualTo(whole.truncated(2, 4));
        }
    }

    @Test
    void discrete_keeps_the_values_inside_the_bounds_both_included() {
        Distribution cut = Distribution.discrete(new double[] {1, 2, 3, 4}, new double[] {0.4, 0.125, 0.375, 0.1})
                .truncated(2, 3);
        assertThat(cut).isEqualTo(Distribution.discrete(new double[] {2, 3}, new double[] {0.25, 0.75}));
        assertThat(cut.truncated(3, 3)).isEqualTo(Distribution.constant(3));
    }

    @Test
    void empirical_keeps_its_repeated_values() {
        // On 1..2 of the sorted sample 1 2 2 5 9 lie a uniform quarter and an atom of a quarter at 2.
        Distribution cut = Distribution.empirical(new double[] {5, 1, 2, 2, 9}).truncated(0, 2);
        assertThat(cut.mean()).isCloseTo((1.5 + 2) / 2, within(1e-12));
        assertThat(cut.probabilityBelow(2)).isCloseTo(0.5, within(1e-12));
        double[] sample = Fit.draw(cut, 20_000, Streams.of(5, 1).stream("atom"));
        long atoms = Arrays.stream(sample).filter(x -> x == 2).count();
        assertThat((double) atoms).isCloseTo(10_000, within(5 * Math.sqrt(5_000.0)));
        assertThat(Distribution.empirical(new double[] {5, 1, 2, 2, 9}).truncated(2, 2))
                .isEqualTo(Distribution.constant(2));
    }

    @Test
    void empirical_cut_inside_a_piece_is_uniform_there() {
        Distribution cut = Distribution.empirical(new double[] {0, 10, 20}).truncated(2, 15);
        assertThat(cut.mean()).isCloseTo(8.5, within(1e-12));
        assertThat(cut.lowerBound()).isEqualTo(2);
        assertThat(cut.upperBound()).isEqualTo(15);
        assertThat(cut.probabilityBelow(5)).isCloseTo(3.0 / 13, within(1e-12));
        assertThat(cut.meanCappedAt(12)).isCloseTo((10 * 7 + 3 * 12) / 13.0, within(1e-12));
    }
}
