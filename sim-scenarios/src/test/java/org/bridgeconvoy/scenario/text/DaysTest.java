package org.bridgeconvoy.scenario.text;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @Test
    void a_key_names_a_day_or_a_range_that_may_run_over_the_weekend() {
        assertThat(Days.parse("wed").orElseThrow()).containsExactly(WEDNESDAY);
        assertThat(Days.parse("fri-sun").orElseThrow()).containsExactly(FRIDAY, SATURDAY, SUNDAY);
        assertThat(Days.parse("sat - mon").orElseThrow()).containsExactly(SATURDAY, SUNDAY, MONDAY);
        assertThat(Days.parse("mon-sun").orElseThrow()).containsExactly(DayOfWeek.values());
        assertThat(Days.parse("wed-tue").orElseThrow()).hasSize(7).startsWith(WEDNESDAY);
        assertThat(Days.isDayKey("mon-mon")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mo", "Mon", "mon-", "-mon", "mon-tue-wed", "monday", "mon-mun", "mun-mon"})
    void other_keys_name_no_day(String key) {
        assertThat(Days.parse(key)).isEmpty();
        assertThat(Days.isDayKey(key)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_name_of_a_day_is_the_key_of_that_day(DayOfWeek day) {
        assertThat(Days.name(day)).isEqualTo(day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT));
        assertThat(Days.parse(Days.name(day)).orElseThrow()).containsExactly(day);
    }
}
