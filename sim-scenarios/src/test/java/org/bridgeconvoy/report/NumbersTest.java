package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        assertThat(Numbers.interval(5, Double.NaN, 1)).isEqualTo("5.0");
        assertThat(Numbers.interval(5, 0.25, 1)).isEqualTo("5.0 +- 0.3");
    }
}
