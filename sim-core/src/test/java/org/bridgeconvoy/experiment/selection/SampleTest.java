package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Mean and spread of numbers, by hand. */
class SampleTest {

    /** 1, 2 and 4: mean 7/3, squares about it 16/9 + 1/9 + 25/9 = 14/3, divided by 2. */
    @Test
    void of_three_numbers() {
        Sample sample = Sample.of(new double[] {1, 2, 4}, 3);
        assertThat(sample.n()).isEqualTo(3);
        assertThat(sample.mean()).isCloseTo(7 / 3.0, within(1e-15));
        assertThat(sample.sd()).isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
    }

    @Test
    void the_first_ones_alone_count() {
        Sample sample = Sample.of(new double[] {1, 2, 400}, 2);
        assertThat(sample.mean()).isEqualTo(1.5);
        assertThat(sample.sd()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    /** Far from 0 the sum of squares would lose the spread. */
    @Test
    void far_from_zero() {
        Sample sample = Sample.of(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 4}, 3);
        assertThat(sample.mean()).isCloseTo(1e9 + 7 / 3.0, within(1e-6));
        assertThat(sample.sd()).isCloseTo(Math.sqrt(7 / 3.0), within(1e-9));
    }

    /** Three times 0.1 add up to 0.30000000000000004, whose third is not 0.1. */
    @Test
    void equal_numbers_have_no_spread_at_all() {
        assertThat(Sample.of(new double[] {0.1, 0.1, 0.1}, 3)).isEqualTo(new Sample(3, 0.1, 0));
        assertThat(Sample.of(new double[] {0.1, 0.1, 0.2}, 3).sd()).isPositive();
    }

    @Test
    void without_a_number_there_is_no_mean() {
        assertThat(Sample.of(new double[] {1, Double.NaN, 3}, 3).mean()).isNaN();
    }

    /** 1 − 0.5, 2 − 1 and 3 − 1: mean 3.5/3. */
    @Test
    void of_differences_in_pairs() {
        Sample sample = Sample.ofDifferences(new double[] {1, 2, 3, 9}, new double[] {0.5, 1, 1, 0}, 3);
        assertThat(sample.n()).isEqualTo(3);
        assertThat(sample.mean()).isCloseTo(3.5 / 3, within(1e-15));
    }

    /** 0.1 + 0.2 exceeds 0.3 by 5.6e-17: rounding, where numbers up to 5 are compared. A difference of 1e-11 is one. */
    @Test
    void rounding_is_no_difference() {
        assertThat(Sample.ofDifferences(new double[] {0.1 + 0.2, 5}, new double[] {0.3, 4}, 2)
                        .mean())
                .isEqualTo(0.5);
        assertThat(Sample.ofDifferences(new double[] {1 + 1e-11, 5}, new double[] {1, 5}, 2)
                        .mean())
                .isCloseTo(0.5e-11, within(1e-15));
    }
}
