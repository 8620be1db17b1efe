package org.bridgeconvoy.study.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

/** Histograms by hand. */
class HistogramTest {

    private static double sum(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share).sum();
    }

    /** The posterior reaches from 0 to 100, so that a bin is 2.5 wide and has 2.5% of the prior. */
    @Test
    void bins_of_equal_width_reach_over_the_posterior() {
        Histogram histogram = Histogram.of(
                Input.of("x", Distribution.uniform(0, 100)), new double[] {50, 0, 2.4, 100, 2.6, 50, 99.9, 100});

        assertThat(histogram.from()).isZero();
        assertThat(histogram.until()).isEqualTo(100);
        assertThat(histogram.before()).isEqualTo(Collections.nCopies(40, 2.5));
        assertThat(histogram.after()).hasSize(40);
        assertThat(histogram.after().subList(0, 2)).containsExactly(25.0, 12.5);
        assertThat(histogram.after().get(20)).isEqualTo(25.0);
        assertThat(histogram.after().get(39)).isEqualTo(37.5);
        assertThat(sum(histogram.after())).isEqualTo(100);
    }

    /** Of 4,000 draws of the prior those below the quantile of 0.2% and above that of 99.8% lie outside: 16. */
    @Test
    void a_long_tail_of_the_prior_is_cut_off() {
        Histogram histogram = Histogram.of(Input.of("x", Distribution.exponential(10)), new double[] {1, 2, 3});

        assertThat(histogram.from()).isCloseTo(-10 * Math.log(0.998), within(1e-9));
        assertThat(histogram.until()).isCloseTo(-10 * Math.log(0.002), within(1e-9));
        assertThat(sum(histogram.before())).isCloseTo(99.6, within(1e-9));
        double width = (histogram.until() - histogram.from()) / 40;
        assertThat(histogram.before().get(0))
                .isCloseTo(100 * (0.998 - Math.exp(-(histogram.from() + width) / 10)), within(0.03));
    }

    @Test
    void each_whole_number_has_a_bin() {
        Histogram histogram =
                Histogram.of(Input.whole("servers", Distribution.uniform(2.5, 5.5)), new double[] {4, 4, 5, 3, 4});

        assertThat(histogram.from()).isEqualTo(2.5);
        assertThat(histogram.until()).isEqualTo(5.5);
        assertThat(histogram.before())
                .hasSize(3)
                .allSatisfy(share -> assertThat(share).isCloseTo(100 / 3.0, within(0.03)));
        assertThat(histogram.after()).containsExactly(20.0, 60.0, 20.0);
    }

    /** From 1001 to 1081 are 81 numbers, one more than 40 bins of two would hold. */
    @Test
    void bins_of_many_whole_numbers_hold_equally_many() {
        Histogram histogram = Histogram.of(
                Input.whole("trucks", Distribution.uniform(1000.5, 1081.5)), new double[] {1001, 1004, 1006, 1081});

        assertThat(histogram.from()).isEqualTo(1000.5);
        assertThat(histogram.until()).isEqualTo(1081.5);
        assertThat(histogram.before())
                .hasSize(27)
                .allSatisfy(share -> assertThat(share).isCloseTo(100 / 27.0, within(0.03)));
        assertThat(histogram.after()).startsWith(25.0, 50.0, 0.0).endsWith(0.0, 25.0);
    }

    @Test
    void a_value_without_spread_is_in_the_first_bin() {
        Histogram histogram = Histogram.of(Input.of("x", Distribution.constant(5)), new double[] {5, 5});

        assertThat(histogram.from()).isEqualTo(5);
        assertThat(histogram.until()).isEqualTo(6);
        assertThat(histogram.before()).hasSize(40).startsWith(100.0, 0.0);
        assertThat(histogram.after()).hasSize(40).startsWith(100.0, 0.0);
    }
}
