package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracle: openings written down by hand. */
class OpeningsTest {

    private static final Openings TWO = Openings.of(new long[] {10, -30}, new long[] {20, -5});

    @Test
    void a_union_is_open_whenever_one_of_the_sets_is() {
        Openings other = Openings.of(new long[] {15}, new long[] {40});
        Openings union = Openings.union(List.of(TWO, other));
        assertThat(union.changes()).containsExactly(-30L, -5L, 10L, 40L);
        assertThat(Openings.union(List.of(other)).changes()).containsExactly(15L, 40L);
        assertThat(Openings.union(List.of()).count()).isZero();
    }

    @Test
    void what_never_begins_or_ends_is_no_change() {
        assertThat(Openings.always().changes()).isEmpty();
        assertThat(Openings.never().changes()).isEmpty();
        assertThat(TWO.complement().changes()).containsExactly(-30L, -5L, 10L, 20L);
        assertThat(Openings.of(new long[] {Long.MIN_VALUE + 1}, new long[] {Long.MAX_VALUE - 1})
                        .changes())
                .containsExactly(Long.MIN_VALUE + 1, Long.MAX_VALUE - 1);
    }

    @Test
    void a_cursor_finds_its_place_whatever_it_is_asked_first() {
        for (long time : new long[] {-30, -10, -6}) {
            assertThat(new OpeningsCursor(TWO).isOpen(time)).isTrue();
            assertThat(new OpeningsCursor(TWO).nextChange(time)).isEqualTo(-5);
            assertThat(new OpeningsCursor(TWO).opening(time)).isEqualTo(-30);
            assertThat(new OpeningsCursor(TWO).closing(time)).isEqualTo(-5);
        }
        for (long time : new long[] {-5, 0, 9}) {
            assertThat(new OpeningsCursor(TWO).isOpen(time)).isFalse();
            assertThat(new OpeningsCursor(TWO).nextChange(time)).isEqualTo(10);
            assertThat(new OpeningsCursor(TWO).opening(time)).isEqualTo(10);
            assertThat(new OpeningsCursor(TWO).closing(time)).isEqualTo(20);
        }
        assertThat(new OpeningsCursor(TWO).isOpen(-31)).isFalse();
        assertThat(new OpeningsCursor(TWO).nextChange(-31)).isEqualTo(-30);
        assertThat(new OpeningsCursor(TWO).nextChange(20)).isEqualTo(Long.MAX_VALUE);
        assertThat(new OpeningsCursor(TWO).opening(20)).isEqualTo(Long.MAX_VALUE);
        assertThat(new OpeningsCursor(TWO).closing(20)).isEqualTo(Long.MAX_VALUE);
        assertThat(new OpeningsCursor(TWO).openings()).isSameAs(TWO);
    }

    @Test
    void both_say_what_they_hold() {
        assertThat(TWO).hasToString("2 openings, the first from -30 ns to -5 ns");
        assertThat(Openings.never()).hasToString("0 openings");
        assertThat(new OpeningsCursor(TWO)).hasToString("cursor at the opening from -30 ns to -5 ns");
    }
}
