package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Widths and shares at a confidence of 95%. Oracles: Student's quantiles of commons-math3, binomial tails by hand. */
class CertaintyTest {

    /** The first of 40 looks: the first six share half of the error. */
    private static final double FIRST_LOOK = 0.5 / 6;

    private double statements = 2;
    private final Certainty certainty = new Certainty(0.95, new Looks(10), () -> statements);

    private static double student(double error, int n) {
        return new TDistribution(n - 1.0).inverseCumulativeProbability(1 - error);
    }

    @Test
    void widths_share_the_error_among_statements_and_looks() {
        Sample sample = new Sample(10, 5, 3);
        assertThat(certainty.width(sample))
                .isCloseTo(student(0.05 / 2 * FIRST_LOOK, 10) * 3 / Math.sqrt(10), within(1e-6));
        statements = 8;
        assertThat(certainty.width(sample))
                .isCloseTo(student(0.05 / 8 * FIRST_LOOK, 10) * 3 / Math.sqrt(10), within(1e-6));
        statements = 0;
        assertThat(certainty.width(sample))
                .as("at least one statement")
                .isCloseTo(student(0.05 * FIRST_LOOK, 10) * 3 / Math.sqrt(10), within(1e-6));
    }

    @Test
    void equal_values_are_believed_from_eight_on() {
        assertThat(certainty.width(new Sample(8, 5, 0))).isZero();
        assertThat(certainty.width(new Sample(7, 5, 0))).isInfinite();
    }

    /** With a probability of 1/2, ten in ten have 1/1,024 = 0.00098, nine or more 11/1,024 = 0.0107; the error is 0.05/2 · 0.5/6 = 0.0021. */
    @Test
    void shares_are_shown_by_the_binomial_tail() {
        assertThat(certainty.isAbove(10, 10, 0.5)).isTrue();
        assertThat(certainty.isAbove(9, 10, 0.5)).isFalse();
        assertThat(certainty.isBelow(0, 10, 0.5)).isTrue();
        assertThat(certainty.isBelow(1, 10, 0.5)).isFalse();
    }

    /** Any success shows a probability above 0; none shows nothing. */
    @Test
    void one_success_shows_that_there_are_some() {
        assertThat(certainty.isAbove(1, 10, 0)).isTrue();
        assertThat(certainty.isAbove(0, 10, 0)).isFalse();
        assertThat(certainty.isBelow(9, 10, 1)).isTrue();
        assertThat(certainty.isBelow(10, 10, 1)).isFalse();
    }
}
