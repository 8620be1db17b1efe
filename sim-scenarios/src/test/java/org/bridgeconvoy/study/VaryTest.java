package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaryTest {

    @Test
    void values_are_split_at_commas() {
        assertThat(Vary.parse("bridge.headway=20 s, 30 s,1 min"))
                .isEqualTo(new Vary("bridge.headway", List.of("20 s", "30 s", "1 min")));
    }

    @Test
    void commas_in_brackets_and_quotes_belong_to_a_value() {
        assertThat(Vary.parse("a=lognormal(12 min, 5 min),[1, 2],{x: 1, y: [2, 3]},\"b, c\",'d, (e'")
                        .values())
                .containsExactly("lognormal(12 min, 5 min)", "[1, 2]", "{x: 1, y: [2, 3]}", "\"b, c\"", "'d, (e'");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bridge.headway", "=20 s", "a=1,,2", "a=", "a=f(1,2", "a=\"1,2", "a=1)"})
    void other_forms_are_refused(String text) {
        assertThatThrownBy(() -> Vary.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_combination_comes_once_with_the_last_value_fastest() {
        List<Vary> varied = List.of(new Vary("a", List.of("1", "2")), new Vary("b", List.of("x", "y", "z")));

        assertThat(Vary.combinations(varied))
                .containsExactly(
                        List.of("1", "x"),
                        List.of("1", "y"),
                        List.of("1", "z"),
                        List.of("2", "x"),
                        List.of("2", "y"),
                        List.of("2", "z"));
    }

    @Test
    void a_range_stands_for_its_values() {
        assertThat(Vary.parse("a=2..5").values()).containsExactly("2", "3", "4", "5");
        assertThat(Vary.parse("a=1,100..175/25,8").values()).containsExactly("1", "100", "125", "150", "175", "8");
        assertThat(Vary.parse("a=20 s..45 s/10 s").values()).containsExactly("20 s", "30 s", "40 s");
        assertThat(Vary.parse("a=20..40 s/10").values()).containsExactly("20 s", "30 s", "40 s");
        assertThat(Vary.parse("a=50 trucks/d..60 trucks/d/5 trucks/d").values())
                .containsExactly("50 trucks/d", "55 trucks/d", "60 trucks/d");
        assertThat(Vary.parse("a=0.1..0.3/0.1").values()).containsExactly("0.1", "0.2", "0.3");
    }

    @Test
    void a_range_of_dates_stays_one_value() {
        assertThat(Vary.parse("origin.closed=[2024-10-14..2024-10-20]").values())
                .containsExactly("[2024-10-14..2024-10-20]");
        assertThat(Vary.parse("a=2024-10-14..2024-10-20").values()).containsExactly("2024-10-14..2024-10-20");
        assertThat(Vary.parse("a=\"2..5\"").values()).containsExactly("\"2..5\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a=8..2             | has an empty range
            a=20 s..60 s       | needs a step, such as '20 s..60 s/10 s'
            a=20 s..2 min/10 s | must have one unit
            a=1..5/0           | needs a step above 0
            a=0..1000000000    | has more than 100000 values
            """)
    void a_range_that_cannot_be_is_refused(String text, String why) {
        assertThatThrownBy(() -> Vary.parse(text)).hasMessageContaining(why);
    }
}
