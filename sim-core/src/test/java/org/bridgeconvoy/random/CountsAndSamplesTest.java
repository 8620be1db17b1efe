package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the Javadoc of {@link Distribution}, and probabilities of small tables and samples worked out by hand. */
class CountsAndSamplesTest {

    static Stream<Distribution> laws() {
        return BlockDrawsTest.laws();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void what_is_no_number_no_probability_and_no_interval_is_refused(Distribution law) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> law.probabilityBelow(Double.NaN))
                .withMessage("x must be a number, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> law.meanCappedAt(Double.NaN))
                .withMessage("cap must be a number, got NaN");
        for (double no : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> law.quantile(no))
                    .withMessageStartingWith("a probability must be >= 0 and <= 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> law.truncated(3, 2))
                .withMessage("min <= max is needed, got min=3 max=2");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void bounds_hold_every_probability_and_every_mean(Distribution law) {
        assertThat(law.quantile(0)).isEqualTo(law.lowerBound());
        assertThat(law.quantile(1)).isEqualTo(law.upperBound());
        assertThat(law.probabilityBelow(law.lowerBound())).isZero();
        assertThat(law.probabilityBelow(Math.nextUp(law.upperBound()))).isEqualTo(1);
        double low = law.lowerBound();
        if (Double.isFinite(low)) {
            assertThat(law.meanCappedAt(low)).isEqualTo(low);
            assertThat(law.meanCappedAt(low - 1)).isEqualTo(low - 1);
        }
    }

    @Test
    void laws_are_equal_by_their_numbers() {
        Object[] first = laws().toArray();
        Object[] second = laws().toArray();
        for (int i = 0; i < first.length; i++) {
            assertThat(first[i]).hasSameHashCodeAs(second[i]);
            for (int j = 0; j < first.length; j++) {
                assertThat(first[i].equals(second[j]))
                        .as("%s, %s", first[i], second[j])
                        .isEqualTo(i == j);
            }
        }
        Distribution nine = Distribution.binomial(9, 0.3);
        assertThat(nine.truncated(1, 5)).isEqualTo(nine.truncated(1, 5)).isNotEqualTo(nine.truncated(1, 6));
        Distribution sample = Distribution.empirical(new double[] {0, 10, 20});
        assertThat(sample.truncated(2, 15))
                .isNotEqualTo(sample.truncated(2, 16))
                .isNotEqualTo(sample.truncated(3, 15));
        Distribution two = Distribution.discrete(new double[] {1, 2}, new double[] {0.5, 0.5});
        assertThat(two)
                .isNotEqualTo(Distribution.discrete(new double[] {1, 2}, new double[] {0.25, 0.75}))
                .isNotEqualTo(Distribution.discrete(new double[] {1, 3}, new double[] {0.5, 0.5}));
    }

    @Test
    void the_quantile_of_a_count_is_the_least_that_has_the_probability() {
        Distribution coin = Distribution.binomial(1, 0.5);
        assertThat(coin.quantile(0.5)).isZero();
        assertThat(coin.quantile(Math.nextUp(0.5))).isEqualTo(1);
        // 0.512, 0.896, 0.992, 1.
        Distribution three = Distribution.binomial(3, 0.2);
        assertThat(three.quantile(0.5)).isZero();
        assertThat(three.quantile(0.6)).isEqualTo(1);
        assertThat(three.quantile(0.99)).isEqualTo(2);
        assertThat(three.quantile(0.995)).isEqualTo(3);
        assertThat(three.upperBound()).isEqualTo(3);
        // 0 · 0.512 + 1 · 0.384 + 1.5 · 0.104.
        assertThat(three.meanCappedAt(1.5)).isCloseTo(0.54, within(1e-12));
    }

    @Test
    void a_count_cut_twice_has_the_probabilities_between_the_inner_bounds() {
        // Of (3, k) ways: 1/8, 3/8, 3/8, 1/8.
        Distribution three = Distribution.binomial(3, 0.5);
        Distribution some = three.truncated(0.5, 7);
        assertThat(some).hasToString("binomial(3, 0.5, min=1)");
        assertThat(some.lowerBound()).isEqualTo(1);
        assertThat(some.upperBound()).isEqualTo(3);
        assertThat(some.probabilityBelow(2)).isCloseTo(3 / 7.0, within(1e-12));
        Distribution last = some.truncated(2, 3);
        assertThat(last.lowerBound()).isEqualTo(2);
        assertThat(last.upperBound()).isEqualTo(3);
        assertThat(last.probabilityBelow(3)).isCloseTo(0.75, within(1e-12));
        assertThat(last.mean()).isCloseTo(2.25, within(1e-12));
        assertThat(three.truncated(-1, 1.5)).hasToString("binomial(3, 0.5, max=1)");
        assertThat(three.truncated(0, 3)).isSameAs(three);
        assertThat(three.truncated(1, 1).mean()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.truncated(1.2, 1.8))
                .withMessage("binomial(3, 0.5) has no mass from min=1.2 to max=1.8 (probability 0)");
    }

    @Test
    void draws_from_a_cut_sample_are_uniform_over_what_is_left() {
        // Uniform from 2 to 15.
        Distribution cut = Distribution.empirical(new double[] {0, 10, 20}).truncated(2, 15);
        assertThat(cut.quantile(0.5)).isCloseTo(8.5, within(1e-12));
        RandomStream stream = Streams.of(5, 1).stream("cut");
        double sum = 0;
        for (int i = 0; i < 2_000; i++) {
            sum += cut.sample(stream);
        }
        // 13 ÷ √12 ÷ √2,000 is 0.084; five times.
        assertThat(sum / 2_000).isCloseTo(8.5, within(0.42));
    }

    @Test
    void a_long_sample_is_told_in_short_and_written_in_full() {
        Distribution six = Distribution.empirical(new double[] {11, 5, 1, 2, 2, 9});
        assertThat(six).hasToString("empirical(6 values from 1 to 11)");
        assertThat(six.written()).isEqualTo("empirical(1, 2, 2, 5, 9, 11)");
        assertThat(six.truncated(2, 9)).hasToString("empirical(6 values from 1 to 11, min=2, max=9)");
        assertThat(Distribution.empirical(new double[] {5, 1, 2, 2, 9})).hasToString("empirical(1, 2, 2, 5, 9)");
    }
}
