package org.bridgeconvoy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and names in what is shown to people. */
class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "37.2, 37.2",
        "-0.0, 0",
        "0.30000000000000004, 0.3",
        "0.3333333333333333, 0.333333333333333",
        "12345678901234567, 12345678901234600",
        "1e21, 1000000000000000000000",
        "-2.5e-7, -0.00000025"
    })
    void a_number_is_decimal_with_fifteen_digits(double value, String text) {
        assertThat(Numerals.text(value)).isEqualTo(text);
        assertThat(Numerals.text(new BigDecimal(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "border.yaml", "a b~\u007f", "a\u0000b"})
    void a_name_in_ascii_needs_no_advice(String name) {
        assertThat(FileNames.hint(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"güter.csv", "\u0080", "新義州.yaml"})
    void a_name_beyond_ascii_may_need_another_locale(String name) {
        assertThat(FileNames.hint(name)).startsWith("; file names beyond ASCII").contains("LC_ALL=C.UTF-8");
    }

    @Test
    void a_problem_is_shown_with_its_place() {
        assertThat(new Problem("a.yaml", 3, 7, "wrong")).hasToString("a.yaml:3:7: wrong");
        assertThat(new Problem("--set a", 0, 0, "wrong")).hasToString("--set a: wrong");
        assertThat(new Source("a", null, null, "assumed", "because").isAssumed())
                .isTrue();
        assertThat(new Source("a", null, "a page", "B", null).isAssumed()).isFalse();
    }
}
