package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
