package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.selection.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuchThatTest {

    @Test
    void a_bound_on_a_mean_or_on_a_share() {
        assertThat(SuchThat.parse("outbound_trucks_per_open_day >= 150"))
                .isEqualTo(new SuchThat("outbound_trucks_per_open_day", Relation.AT_LEAST, 150, Double.NaN));
        assertThat(SuchThat.parse("days_to_clear.c<=142.5 in 90% of replications"))
                .isEqualTo(new SuchThat("days_to_clear.c", Relation.AT_MOST, 142.5, 0.9));
        assertThat(SuchThat.parse("x < -3 in 95.5 %").text()).isEqualTo("x < -3 in 95.5% of replications");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x >= ", "x = 3", "x >= 3 t", "x >= 3 in 0%", "x >= 3 in 101%", ">= 3"})
    void another_form_is_refused(String text) {
        assertThatThrownBy(() -> SuchThat.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bounds_that_contradict_each_other_are_told() {
        assertThat(contradictions("a >= 5", "a <= 4")).containsExactly("no value can meet both 'a >= 5' and 'a <= 4'");
        assertThat(contradictions("a > 5", "a <= 5")).hasSize(1);
        assertThat(contradictions("a >= 5", "a <= 5")).isEmpty();
        assertThat(contradictions("a >= 5", "b <= 4")).isEmpty();
        assertThat(contradictions("a >= 5 in 90%", "a <= 4 in 50%")).hasSize(1);
        assertThat(contradictions("a >= 5 in 40%", "a <= 4 in 50%")).isEmpty();
    }

    private static List<String> contradictions(String... bounds) {
        return SuchThat.contradictions(Stream.of(bounds).map(SuchThat::parse).toList());
    }
}
