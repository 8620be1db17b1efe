package org.bridgeconvoy.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4120.05  | 26.71  | false | NaN   | 4,120 +- 30
            7.89     | 0.083  | false | NaN   | 7.89 +- 0.08
            7.896    | 0.096  | false | NaN   | 7.9 +- 0.1
            -3.14159 | 0.02   | false | NaN   | -3.14 +- 0.02
            120.18   | 0.78   | true  | 100   | 120 +- 1
            120.18   | 0.10   | true  | 120   | 120.2 +- 0.1
            3.4      | 0.3    | true  | NaN   | 3.4 +- 0.3
            99.97    | 0.04   | false | 100   | 99.97 +- 0.04
            10.04    | 0.0449 | false | 9.996 | 10.040 +- 0.045
            0        | 0.5    | false | NaN   | 0.0 +- 0.5
            1234567  | 0      | false | NaN   | 1,234,567
            37       | 1e-14  | false | NaN   | 37
            0.123456 | NaN    | false | NaN   | 0.1235
            12.5     | NaN    | true  | NaN   | 12.5
            """)
    void a_number_has_the_figures_that_its_interval_supports(
            double mean, double half, boolean isCount, double bound, String text) {
        assertThat(RoundedNumber.withInterval(mean, half, isCount, bound)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4120.05  | 26.71  | +4,120  | 30      | 3,990
            -0.21    | 1.29   | 0       | 1       | 3,986
            0.004    | 0.003  | +0.004  | 0.003   | 3,986.070
            0.0044   | 0.0041 | +0.0044 | 0.0041  | 3,986.0700
            0        | 0      | 0       | 0       | 3,986
            2.5      | NaN    | +2.5    | n/a     | 3,986
            NaN      | NaN    | n/a     | n/a     | 3,986
            """)
    void a_difference_lies_to_0_as_its_exact_interval_does(
            double mean, double half, String value, String width, String beside) {
        RoundedNumber number = RoundedNumber.difference(mean, half);

        assertThat(number.signed()).isEqualTo(value);
        assertThat(number.halfWidth()).isEqualTo(width);
        assertThat(number.at(3986.07)).isEqualTo(beside);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19.887 | 19.86 | 19.93 | 19.89 (19.86 to 19.93)
            1234   | 1180  | 1301  | 1,230 (1,180 to 1,300)
            19.887 | NaN   | NaN   | 19.89
            """)
    void a_percentile_has_its_ends(double value, double low, double high, String text) {
        assertThat(RoundedNumber.withEnds(value, low, high)).isEqualTo(text);
    }

    @Test
    void what_is_shown_as_0_has_no_sign() {
        assertThat(RoundedNumber.difference(0.2, 2).signedText()).isEqualTo("0 +- 2");
        assertThat(RoundedNumber.difference(-0.2, 2).signedText()).isEqualTo("0 +- 2");
        assertThat(RoundedNumber.difference(534.93, 57.53).signedText()).isEqualTo("+530 +- 60");
        assertThat(RoundedNumber.of(4.5, Double.NaN).text()).isEqualTo("4.5");
    }
}
