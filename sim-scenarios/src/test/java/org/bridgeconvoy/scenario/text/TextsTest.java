package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "abc, abc, 0",
        "kitten, sitting, 3",
        "flaw, lawn, 2",
        "ab, ba, 1",
        "abcd, acbd, 1",
        // The optimal string alignment distance, which changes no stretch twice; the unrestricted one is 2.
        "ca, abc, 3"
    })
    void the_distance_counts_insertions_deletions_replacements_and_swaps(String a, String b, int errors) {
        assertThat(Texts.distance(a, b)).isEqualTo(errors);
        assertThat(Texts.distance(b, a)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({
        "headwy, headway",
        "HEADWAY, headway",
        "max_trucks, max-trucks",
        "max trucks, max-trucks",
        // One error in up to three letters, two from four on, a third of the letters of a long word.
        "at, at",
        "ta, at",
        "xyt, ",
        "xy, ",
        "rxty, rate",
        "rxyz, ",
        "mxx-xrucks, max-trucks",
        "mxx-xxucks, max-trucks",
        "mxx-xxxcks, "
    })
    void the_nearest_name_has_few_errors_for_its_length(String word, String nearest) {
        assertThat(Texts.nearest(word, List.of("headway", "max-trucks", "at", "rate")))
                .isEqualTo(java.util.Optional.ofNullable(nearest));
    }

    @Test
    void of_names_that_are_as_near_the_first_is_taken_and_of_none_there_is_none() {
        assertThat(Texts.nearest("lode", List.of("lobe", "lore", "node"))).contains("lobe");
        assertThat(Texts.nearest("lode", List.of("code", "mode", "lode"))).contains("lode");
        assertThat(Texts.nearest("lode", List.of())).isEmpty();
        assertThat(Texts.nearest("a".repeat(200), List.of("a".repeat(200)))).isPresent();
        assertThat(Texts.nearest("a".repeat(201), List.of("a".repeat(201)))).isEmpty();
        assertThat(Texts.didYouMean("lode", List.of("load"))).isEqualTo(", did you mean 'load'?");
        assertThat(Texts.didYouMean("lode", List.of("rate"))).isEmpty();
    }

    @Test
    void a_value_is_shown_in_quotes_on_one_line_of_at_most_sixty_characters() {
        assertThat(Texts.shown(" a\n\tb\u0007 c ")).isEqualTo("'a b c'");
        assertThat(Texts.shown("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
        assertThat(Texts.shown("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
        // A character of two halves stays whole.
        assertThat(Texts.shown("x".repeat(59) + "🚚🚚")).isEqualTo("'" + "x".repeat(59) + "…'");
        assertThat(Texts.shown("x".repeat(58) + "🚚🚚")).isEqualTo("'" + "x".repeat(58) + "🚚…'");
    }

    @Test
    void words_are_joined_with_commas_and_a_last_or() {
        assertThat(Texts.or(List.of())).isEmpty();
        assertThat(Texts.or(List.of("m"))).isEqualTo("m");
        assertThat(Texts.or(List.of("m", "km"))).isEqualTo("m or km");
        assertThat(Texts.or(List.of("s", "min", "h"))).isEqualTo("s, min or h");
    }

    @ParameterizedTest
    @CsvSource({
        "40, 40",
        "0.10, 0.1",
        "-2.50, -2.5",
        "0, 0",
        "1e20, 100000000000000000000",
        "1e21, 1.0E21",
        "1e-22, 0.0000000000000000000001",
        "1e-23, 1.0E-23",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void a_number_is_decimal_up_to_twenty_one_digits(double value, String text) {
        assertThat(Texts.number(value)).isEqualTo(text);
    }
}
