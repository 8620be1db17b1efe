package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "PT1.25S, 1.25",
        "PT0.000000001S, 0.000000001",
        "-PT1H30M, -5400",
        "P1DT-1H, 82800",
        "' -.5 min ', -30",
        "+1.e2 s, 100"
    })
    void a_duration_is_read_without_rounding(String text, BigDecimal seconds) throws Invalid {
        assertThat(Quantity.parse(text, Dimension.DURATION).value()).isEqualByComparingTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"PT", "P1Y", "P1M", "PT1H1D", "PT99999999999999999999H", "eight h", "8 m", "h", "1 2 h"})
    void what_is_no_duration_is_told_with_an_example(String text) {
        assertThatThrownBy(() -> Quantity.parse(text, Dimension.DURATION))
                .hasMessage("must be a duration such as '30 s' (ns, us, ms, s, min, h or d), got '" + text + "'");
    }

    @Test
    void a_decimal_comma_is_told() {
        assertThatThrownBy(() -> Quantity.parse("1,5 h", Dimension.DURATION))
                .hasMessageContaining("with a decimal point");
        assertThatThrownBy(() -> Quantity.real("-1,5")).hasMessage("must be a number with a decimal point, got '-1,5'");
        assertThatThrownBy(() -> Quantity.real("x1,5")).hasMessage("must be a number, got 'x1,5'");
    }

    @Test
    void a_number_beyond_the_range_of_a_double_is_too_large() throws Invalid {
        assertThat(Quantity.real("-1.7e308")).isEqualTo(-1.7e308);
        assertThat(Quantity.real("1e-999")).isZero();
        assertThatThrownBy(() -> Quantity.real("-1e309")).hasMessageStartingWith("is too large, got -1E+309");
        assertThatThrownBy(() -> Quantity.parse("1e309 km", Dimension.LENGTH).asDouble())
                .hasMessage("is too large, got 1.000E+312 km");
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "2.0, 2",
        "-5, -5",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void whole_numbers_may_have_an_exponent_or_zeros_behind_the_point(String text, long number) throws Invalid {
        assertThat(Quantity.whole(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, must be a whole number",
        "1e-1, must be a whole number",
        "two, must be a whole number",
        "'1,5', must be a whole number",
        "9223372036854775808, must be a whole number of at most 64 bits",
        "1e30, must be a whole number of at most 64 bits"
    })
    void other_numbers_are_not_whole(String text, String message) {
        assertThatThrownBy(() -> Quantity.whole(text)).hasMessage(message + ", got '" + text + "'");
    }

    @Test
    void a_number_is_told_from_one_with_a_unit_and_from_a_word() {
        assertThat(Quantity.isBare("1.5")).isTrue();
        assertThat(Quantity.isBare("1.5 h")).isFalse();
        assertThat(Quantity.isNumeric("1.5")).isTrue();
        assertThat(Quantity.isNumeric("1.5 h")).isTrue();
        assertThat(Quantity.isNumeric("time")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION, d, 86400",
        "SPEED, km/h, 0.2777777777777778",
        "MASS, kg, 0.001",
        "TRAFFIC_RATE, vehicles/h, 24"
    })
    void a_unit_is_so_many_base_units(Dimension dimension, String unit, double base) {
        assertThat(dimension.inBase(unit)).isEqualTo(base);
        assertThat(dimension.inBase(dimension.base())).isEqualTo(1);
        assertThat(dimension.units()).contains(unit, dimension.base());
        assertThatThrownBy(() -> dimension.inBase("furlong")).isInstanceOf(IllegalArgumentException.class);
    }
}
