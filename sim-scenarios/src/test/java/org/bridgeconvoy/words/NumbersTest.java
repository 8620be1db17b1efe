package org.bridgeconvoy.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @Test
    void tonnes_are_exact_and_without_trailing_zeros() {
        assertThat(Numbers.tonnes(40_000_000_000L)).isEqualTo("40");
        assertThat(Numbers.tonnes(12_500_000_000L)).isEqualTo("12.5");
        assertThat(Numbers.tonnes(1)).isEqualTo("0.000000001");
        assertThat(Numbers.tonnes(0)).isEqualTo("0");
        assertThat(Numbers.tonnes(100_000_000_000_000_000L)).isEqualTo("100000000");
    }

    @Test
    void shortest_digits_do_not_depend_on_the_jvm() {
        // Double.toString gave 2.0E-3 as 0.002 always, but these with a digit too many before JDK 19.
        assertThat(Numbers.shortest(2.2250738585072014E-308)).isEqualTo("2.2250738585072014E-308");
        assertThat(Numbers.shortest(2E23)).isEqualTo("2.0E23");
        assertThat(Numbers.shortest(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(Numbers.shortest(103)).isEqualTo("103");
        assertThat(Numbers.shortest(Double.NaN)).isEqualTo("n/a");
    }

    @Test
    void fixed_decimals_round_half_up_and_group_thousands() {
        assertThat(Numbers.fixed(1234567.125, 2)).isEqualTo("1,234,567.13");
        assertThat(Numbers.fixed(-1234.5, 0)).isEqualTo("-1,235");
        assertThat(Numbers.fixed(999.994, 2)).isEqualTo("999.99");
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(123, 0)).isEqualTo("123");
        assertThat(Numbers.fixed(-123456, 0)).isEqualTo("-123,456");
    }

    @Test
    void what_there_is_not_is_never_a_number() {
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("n/a");
        assertThat(Numbers.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("no bound");
    }

    @ParameterizedTest(name = "{0} +- {1}")
    @CsvSource({
        // What two decimals show already.
        "103.2, 0.31, 2",
        "5, 0, 2",
        "0, 0, 2",
        "0, 1.5, 2",
        "NaN, NaN, 2",
        "5, NaN, 2",
        "Infinity, NaN, 2",
        // A half-width that is not 0; a mean that is not 0.
        "0.001, 0.004, 4",
        "0.0000003, 0.0000004, 8",
        "5, 0.0002, 5",
        "0.0004, 0, 5",
        "-0.0004, 0, 5",
        // On which side of 0 the interval lies: 0.01 +- 0.01 would not say.
        "0.0149, 0.0051, 4",
        "0.0126, 0.0124, 3",
        "-0.0126, 0.0124, 3",
        "0.0124, 0.0126, 2",
        // The rounding of sums shows as 0.
        "13.1, 1e-14, 2"
    })
    void decimals_show_what_a_mean_and_its_half_width_say(double mean, double halfWidth, int decimals) {
        assertThat(Numbers.decimals(mean, halfWidth, 2)).isEqualTo(decimals);
    }

    @Test
    void spans_of_time_are_told_in_the_units_that_people_use() {
        long minute = 60_000_000_000L;

        assertThat(Numbers.span(35 * 1440 * minute)).isEqualTo("35 d");
        assertThat(Numbers.span(480 * minute)).as("a third of a day").isEqualTo("8 h");
        assertThat(Numbers.span(10 * minute)).isEqualTo("10 min");
        assertThat(Numbers.span(36 * 60 * minute)).isEqualTo("1 d 12 h");
        assertThat(Numbers.span(90_500_000_000L)).isEqualTo("1 min 30.5 s");
        assertThat(Numbers.span(0)).isEqualTo("0 s");
    }
}
