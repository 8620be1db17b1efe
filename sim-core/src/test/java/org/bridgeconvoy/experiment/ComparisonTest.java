package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The comparison of four systems by Goldsman and Nelson, ten replications with common random numbers, with the results that
 * the KSL book (Rossetti, chapter 5) gives.
 */
class ComparisonTest {
    private static final List<String> NAMES = List.of("One", "Two", "Three", "Four");
    private static final List<double[]> VALUES = List.of(
            new double[] {63.72, 32.24, 40.28, 36.94, 36.29, 56.94, 34.10, 63.36, 49.29, 87.20},
            new double[] {63.06, 31.78, 40.32, 37.71, 36.79, 57.93, 33.39, 62.92, 47.67, 80.79},
            new double[] {57.74, 29.65, 36.52, 35.71, 33.81, 51.54, 31.39, 57.24, 42.63, 67.27},
            new double[] {62.63, 31.56, 39.87, 37.35, 36.65, 57.15, 33.30, 62.21, 47.46, 79.60});
    private static final Comparison BOOK = Comparison.of(NAMES, VALUES);

    @ParameterizedTest(name = "system {0}")
    @CsvSource({"0, 50.036, 17.7027", "1, 49.236, 16.2450", "2, 44.350, 13.1509", "3, 48.778, 15.9415"})
    void means_and_deviations_are_those_of_the_book(int system, double mean, double sd) {
        Estimate estimate = BOOK.estimates().get(system);
        assertThat(estimate.mean()).isCloseTo(mean, within(5e-4));
        assertThat(estimate.sd()).isCloseTo(sd, within(5e-5));
    }

    @Test
    void interval_of_system_one_is_that_of_the_book() {
        // The book's eighth decimal hangs on a t quantile that is 3e-9 too small (2.262157162798 is right to 12
        // decimals).
        Estimate one = BOOK.estimates().get(0);
        assertThat(one.mean() - one.halfWidth95()).isCloseTo(37.37228240, within(2e-8));
        assertThat(one.mean() + one.halfWidth95()).isCloseTo(62.69971760, within(2e-8));
    }

    @ParameterizedTest(name = "pair {0}")
    @CsvSource({
        "0, One, Two, .8000, 2.1208",
        "1, One, Three, 5.6860, 5.3384",
        "2, One, Four, 1.2580, 2.3430",
        "3, Two, Three, 4.8860, 3.4435",
        "4, Two, Four, .4580, .3445",
        "5, Three, Four, -4.4280, 3.1384"
    })
    void paired_differences_are_those_of_the_book(int pair, String variant, String reference, double mean, double sd) {
        PairedDifference difference = BOOK.allPairs().get(pair);
        assertThat(difference.variant()).isEqualTo(variant);
        assertThat(difference.reference()).isEqualTo(reference);
        assertThat(difference.estimate().mean()).isCloseTo(mean, within(5e-5));
        assertThat(difference.estimate().sd()).isCloseTo(sd, within(5e-5));
    }

    @Test
    void interval_of_two_minus_four_is_that_of_the_book() {
        Estimate difference = BOOK.allPairs().get(4).estimate();
        assertThat(difference.mean() - difference.halfWidth95()).isCloseTo(.21155519, within(5e-9));
        assertThat(difference.mean() + difference.halfWidth95()).isCloseTo(.70444481, within(5e-9));
    }

    @Test
    void comparison_with_the_best_without_indifference_is_that_of_the_book() {
        List<Interval> maximum = BOOK.withBest(Goal.MAXIMUM, 0);
        check(maximum.get(0), 0, 0.8);
        check(maximum.get(1), -0.8, 0);
        check(maximum.get(2), -5.686, 0);
        check(maximum.get(3), -1.258, 0);
        check(BOOK.withBest(Goal.MINIMUM, 0).get(2), -4.428, 0);
        check(BOOK.withBest(Goal.MINIMUM, 0).get(0), 0, 5.686);
    }

    @Test
    void indifference_widens_the_intervals_around_zero() {
        List<Interval> maximum = BOOK.withBest(Goal.MAXIMUM, 1);
        check(maximum.get(0), -0.2, 1.8);
        check(maximum.get(1), -1.8, 0.2);
        check(maximum.get(2), -6.686, 0);
    }

    private static void check(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void differences_from_the_first_hold_together_after_Bonferroni() {
        // Three statements: each at 1 - 0.05 / 3. t(9, 1 - 0.025 / 3) = 2.933324 (scipy).
        List<PairedDifference> differences = BOOK.fromFirst();
        assertThat(differences).extracting(PairedDifference::variant).containsExactly("Two", "Three", "Four");
        PairedDifference three = differences.get(1);
        assertThat(three.reference()).isEqualTo("One");
        assertThat(three.confidence()).isCloseTo(1 - 0.05 / 3, within(1e-15));
        assertThat(three.estimate().mean()).isCloseTo(-5.686, within(1e-9));
        assertThat(three.halfWidth()).isCloseTo(2.933324 * three.estimate().sd() / Math.sqrt(10), within(1e-5));
        assertThat(differences)
                .extracting(PairedDifference::verdict)
                .containsExactly(Verdict.UNDECIDED, Verdict.SMALLER, Verdict.UNDECIDED);
    }

    @Test
    void two_variants_need_no_adjustment() {
        PairedDifference only = Comparison.of(List.of("Four", "Two"), List.of(VALUES.get(3), VALUES.get(1)))
                .fromFirst()
                .get(0);
        assertThat(only.confidence()).isEqualTo(0.95);
        assertThat(only.halfWidth()).isEqualTo(only.estimate().halfWidth95());
        assertThat(only.verdict()).isEqualTo(Verdict.LARGER);
    }

    @ParameterizedTest(name = "pair {0}")
    @CsvSource({"0, 2.1208", "1, 5.3384", "2, 2.3430", "3, 3.4435", "4, .3445", "5, 3.1384"})
    void all_pairs_hold_together_after_Bonferroni(int pair, double sd) {
        // Six statements: each at 1 - 0.05 / 6. t(9, 1 - 0.025 / 6) = 3.364203 (scipy); the deviations are the book's.
        PairedDifference difference = BOOK.allPairs().get(pair);
        assertThat(difference.confidence()).isCloseTo(1 - 0.05 / 6, within(1e-15));
        assertThat(difference.halfWidth()).isCloseTo(3.364203 * sd / Math.sqrt(10), within(6e-5));
    }

    @Test
    void comparison_with_the_best_of_most_has_the_ends_of_the_paired_intervals() {
        // With w = 2.933324 sd / sqrt(10): 1-2 .8 +- 1.9673, 1-3 5.686 +- 4.9519, 1-4 1.258 +- 2.1734, 2-3 4.886 +-
        // 3.1942,
        // 2-4 .458 +- .3196, 3-4 -4.428 +- 2.9112. Three is below Two for sure, Four is below Two for sure.
        List<WithBest> most = BOOK.withBest(Goal.MAXIMUM);
        check(most.get(0), -1.1673, 2.7673, Standing.MAY_BE_BEST);
        check(most.get(1), -2.7673, .7776, Standing.MAY_BE_BEST);
        check(most.get(2), -10.6379, 0, Standing.NOT_BEST);
        check(most.get(3), -3.4314, 0, Standing.NOT_BEST);
    }

    @Test
    void comparison_with_the_best_of_least_has_the_ends_of_the_paired_intervals() {
        List<WithBest> least = BOOK.withBest(Goal.MINIMUM);
        check(least.get(0), 0, 10.6379, Standing.NOT_BEST);
        check(least.get(1), 0, 8.0802, Standing.NOT_BEST);
        check(least.get(2), -7.3392, 0, Standing.BEST);
        check(least.get(3), 0, 7.3392, Standing.NOT_BEST);
    }

    private static void check(WithBest got, double low, double high, Standing standing) {
        assertThat(got.standing()).as(got.variant()).isEqualTo(standing);
        assertThat(got.interval().low()).as(got.variant()).isCloseTo(low, within(2e-4));
        assertThat(got.interval().high()).as(got.variant()).isCloseTo(high, within(2e-4));
    }

    private static List<Standing> standings(Goal goal, double[]... values) {
        List<String> names = List.of("a", "b", "c").subList(0, values.length);
        return Comparison.of(names, List.of(values)).withBest(goal).stream()
                .map(WithBest::standing)
                .toList();
    }

    /** The values with the other sign, for which the least is the best. */
    private static double[][] negated(double[]... values) {
        return Stream.of(values)
                .map(row -> DoubleStream.of(row).map(x -> -x).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void two_exact_ties_may_both_be_the_best_while_a_third_is_not_shown_to_be_worse() {
        // The first two minus the third: -1, 3, 2, 1. Their intervals end in 0 on the upper side, as those of losers
        // do.
        double[] tie = {10, 12, 14, 10};
        double[] third = {11, 9, 12, 9};
        assertThat(standings(Goal.MAXIMUM, tie, tie, third)).containsOnly(Standing.MAY_BE_BEST);
        assertThat(standings(Goal.MINIMUM, negated(tie, tie, third))).containsOnly(Standing.MAY_BE_BEST);
    }

    @Test
    void two_exact_ties_are_both_the_best_if_a_third_is_shown_to_be_worse() {
        double[] tie = {10, 12, 14, 10};
        double[] third = {5, 7.1, 9, 5.1};
        double[] always = {9, 11, 13, 9};
        for (double[] worse : List.of(third, always)) {
            assertThat(standings(Goal.MAXIMUM, tie, worse, tie))
                    .containsExactly(Standing.BEST, Standing.NOT_BEST, Standing.BEST);
            assertThat(standings(Goal.MINIMUM, negated(tie, worse, tie)))
                    .containsExactly(Standing.BEST, Standing.NOT_BEST, Standing.BEST);
        }
    }

    @Test
    void of_two_variants_the_best_is_named_if_and_only_if_their_difference_is_decided() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomStream stream = Streams.of(seed, 1).stream("x");
            double[] a = DoubleStream.generate(stream::nextDouble).limit(5).toArray();
            double[] b = DoubleStream.generate(stream::nextDouble).limit(5).toArray();
            Verdict verdict = Comparison.of(List.of("a", "b"), List.of(b, a))
                    .fromFirst()
                    .get(0)
                    .verdict();
            List<Standing> expected = switch (verdict) {
                case LARGER -> List.of(Standing.BEST, Standing.NOT_BEST);
                case SMALLER -> List.of(Standing.NOT_BEST, Standing.BEST);
                case EQUAL -> List.of(Standing.BEST, Standing.BEST);
                case UNDECIDED -> List.of(Standing.MAY_BE_BEST, Standing.MAY_BE_BEST);
            };
            assertThat(standings(Goal.MAXIMUM, a, b)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void nothing_is_said_of_the_best_without_pairs() {
        assertThat(standings(Goal.MAXIMUM, new double[] {1, Double.NaN}, new double[] {2, 3}))
                .containsOnly(Standing.UNDECIDED);
    }

    @Test
    void what_the_rounding_of_sums_makes_different_is_equal() {
        // 0.1 + 0.2 + 0.3 in two orders, and what four figures that differ in the last bit give.
        double[] oneWay = {(0.1 + 0.2) + 0.3, 13.142529241859247, 1e9, 5};
        double[] otherWay = {0.1 + (0.2 + 0.3), Math.nextUp(13.142529241859247), Math.nextDown(1e9), 5};
        assertThat(oneWay[0]).isNotEqualTo(otherWay[0]);
        PairedDifference same = Comparison.of(List.of("a", "b"), List.of(oneWay, otherWay))
                .fromFirst()
                .get(0);
        assertThat(same.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(same.interval()).isEqualTo(new Interval(0, 0));
        assertThat(standings(Goal.MAXIMUM, oneWay, otherWay)).containsOnly(Standing.BEST);
    }

    @Test
    void a_difference_of_a_microsecond_in_an_hour_is_not_rounding() {
        double[] hours = {1, 2, 3};
        double[] more = {1 + 1e-6 / 3600, 2 + 1e-6 / 3600, 3 + 1e-6 / 3600};
        assertThat(Comparison.of(List.of("a", "b"), List.of(hours, more))
                        .fromFirst()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.LARGER);
    }

    @Test
    void equal_variants_are_equal_and_not_merely_undecided() {
        double[] values = {1, 2, 3};
        PairedDifference same = Comparison.of(List.of("a", "b"), List.of(values, values))
                .fromFirst()
                .get(0);
        assertThat(same.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(same.interval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void a_constant_difference_is_certain() {
        PairedDifference shift = Comparison.of(
                        List.of("a", "b"), List.of(new double[] {1, 2, 3}, new double[] {3, 4, 5}))
                .fromFirst()
                .get(0);
        assertThat(shift.verdict()).isEqualTo(Verdict.LARGER);
        assertThat(shift.halfWidth()).isZero();
    }

    @Test
    void pairs_without_data_are_left_out() {
        PairedDifference difference = Comparison.of(
                        List.of("a", "b"),
                        List.of(new double[] {1, Double.NaN, 3, 5}, new double[] {2, 2, Double.NaN, 7}))
                .fromFirst()
                .get(0);
        assertThat(difference.estimate().n()).isEqualTo(2);
        assertThat(difference.estimate().mean()).isEqualTo(1.5);
        PairedDifference none = Comparison.of(
                        List.of("a", "b"), List.of(new double[] {1, Double.NaN}, new double[] {Double.NaN, 2}))
                .fromFirst()
                .get(0);
        assertThat(none.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(none.halfWidth()).isNaN();
    }

    @Test
    void what_does_not_match_is_refused() {
        assertThatThrownBy(() -> Comparison.of(List.of("a"), List.of(new double[] {1})))
                .hasMessage("a comparison needs at least two variants and values for each, got 1 names and 1 rows of"
                        + " values");
        assertThatThrownBy(() -> Comparison.of(List.of("a", "b"), List.of(new double[] {1}, new double[] {1, 2})))
                .hasMessage("all variants need the same replications, got 1 of 'a' and 2 of 'b'");
        assertThatThrownBy(() -> BOOK.withBest(Goal.MAXIMUM, -1)).hasMessage("indifference must be >= 0, got -1.0");
    }

    @Test
    void a_difference_is_equal_if_its_whole_interval_is_too_small_to_matter() {
        // 10, 11, 9: mean 10, sd 1, half-width t(2, 0.975) / sqrt(3) = 4.302653 / 1.732051 = 2.4841.
        PairedDifference ten =
                PairedDifference.of("b", new double[] {20, 22, 21}, "a", new double[] {10, 11, 12}, 0.95);
        assertThat(ten.verdict()).isEqualTo(Verdict.LARGER);
        assertThat(ten.withMatters(12.48).verdict()).isEqualTo(Verdict.LARGER);
        assertThat(ten.withMatters(12.49).verdict()).isEqualTo(Verdict.EQUAL);
        // 1, 0, -1 is not told from 0, and with a least difference of 2.49 it is equal.
        PairedDifference none =
                PairedDifference.of("b", new double[] {11, 11, 11}, "a", new double[] {10, 11, 12}, 0.95);
        assertThat(none.withMatters(2.48).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(none.withMatters(2.49).verdict()).isEqualTo(Verdict.EQUAL);
        PairedDifference single = PairedDifference.of("b", new double[] {1}, "a", new double[] {1}, 0.95);
        assertThat(single.withMatters(5).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** 0, 0, 0, 4: mean 1, sd 2, cubes of the deviations 27 − 3 = 24; G₁ = 4 / (3 · 2) · 24 / 8 = 2. */
    @Test
    void a_difference_knows_how_skewed_its_pairs_are() {
        double[] zero = new double[4];
        PairedDifference one = PairedDifference.of("b", new double[] {0, 0, 0, 4}, "a", zero, 0.95);
        assertThat(one.skewness()).isCloseTo(2, within(1e-12));
        assertThat(one.withMatters(1).skewness()).isEqualTo(one.skewness());
        PairedDifference gap =
                PairedDifference.of("b", new double[] {0, Double.NaN, 0, 0, 4}, "a", new double[5], 0.95);
        assertThat(gap.skewness()).isCloseTo(2, within(1e-12));
        assertThat(PairedDifference.of("b", zero, "a", zero, 0.95).skewness()).isNaN();
        assertThat(PairedDifference.of("b", new double[] {1, 2}, "a", new double[2], 0.95)
                        .skewness())
                .isNaN();
    }
}
