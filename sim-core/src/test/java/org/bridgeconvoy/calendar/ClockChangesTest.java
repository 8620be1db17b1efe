package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/**
 * Oracle: the changes as the laws have them. Warsaw: CET (+1 h) to CEST (+2 h) at 2024-03-31 01:00 UTC and back at 2024-10-27 01:00 UTC. Pyongyang: from +9 h
 * to +8.5 h at 2015-08-14 15:00 UTC and back at 2018-05-04 15:00 UTC.
 */
class ClockChangesTest {

    private static final long HOUR = Nanos.HOUR;
    private static final TimeZone WARSAW = TimeZone.of("Europe/Warsaw");
    private static final TimeZone PYONGYANG = TimeZone.of("Asia/Pyongyang");
    private static final long SPRING = second("2024-03-31T01:00:00Z");
    private static final long AUTUMN = second("2024-10-27T01:00:00Z");
    private static final long BACK = second("2015-08-14T15:00:00Z");
    private static final long FORWARD = second("2018-05-04T15:00:00Z");
    private static final LocalDate START = LocalDate.of(2024, 3, 30);

    /** Its 0 is 2024-03-29 23:00 UTC. */
    private static final LocalClock CLOCK = LocalClock.of(WARSAW, START, 3600);

    private static final long SPRING_NANOS = 26 * HOUR;
    private static final long AUTUMN_NANOS = (AUTUMN - SPRING) * Nanos.SECOND + SPRING_NANOS;

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void the_lead_changes_at_the_instant_of_the_change() {
        assertThat(CLOCK.aheadNanos(0)).isZero();
        assertThat(CLOCK.aheadNanos(SPRING_NANOS - 1)).isZero();
        assertThat(CLOCK.aheadNanos(SPRING_NANOS)).isEqualTo(HOUR);
        assertThat(CLOCK.aheadNanos(AUTUMN_NANOS - 1)).isEqualTo(HOUR);
        assertThat(CLOCK.aheadNanos(AUTUMN_NANOS)).isZero();
    }

    @Test
    void the_next_change_is_after_the_time_asked_about() {
        assertThat(CLOCK.nextChange(0)).isEqualTo(SPRING_NANOS);
        assertThat(CLOCK.nextChange(SPRING_NANOS - 1)).isEqualTo(SPRING_NANOS);
        assertThat(CLOCK.nextChange(SPRING_NANOS)).isEqualTo(AUTUMN_NANOS);
        assertThat(CLOCK.isFixed()).isFalse();
        LocalClock fixed = LocalClock.fixed(HOUR);
        assertThat(fixed.nextChange(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(fixed.isFixed()).isTrue();
    }

    @Test
    void the_latest_time_shown_is_that_just_before_the_clock_went_back() {
        assertThat(CLOCK.latestShown(AUTUMN_NANOS - 1)).isEqualTo(AUTUMN_NANOS + HOUR - 1);
        assertThat(CLOCK.latestShown(AUTUMN_NANOS)).isEqualTo(AUTUMN_NANOS + HOUR - 1);
        assertThat(CLOCK.latestShown(AUTUMN_NANOS + HOUR)).isEqualTo(AUTUMN_NANOS + HOUR);
    }

    @Test
    void the_reference_is_the_offset_at_the_first_midnight() {
        assertThat(LocalClock.reference(WARSAW, LocalDate.of(2024, 3, 31))).isEqualTo(3600);
        assertThat(LocalClock.reference(WARSAW, LocalDate.of(2024, 4, 1))).isEqualTo(7200);
        assertThat(LocalClock.reference(WARSAW, LocalDate.of(2024, 10, 27))).isEqualTo(7200);
        assertThat(LocalClock.reference(WARSAW, LocalDate.of(2024, 10, 28))).isEqualTo(3600);
    }

    @Test
    void clocks_are_equal_by_lead_and_changes() {
        assertThat(CLOCK).isEqualTo(LocalClock.of(WARSAW, START, 3600));
        assertThat(CLOCK).hasSameHashCodeAs(LocalClock.of(WARSAW, START, 3600));
        assertThat(CLOCK)
                .isNotEqualTo(LocalClock.of(WARSAW, START, 0))
                .isNotEqualTo(LocalClock.of(WARSAW, START.minusDays(1), 3600))
                .isNotEqualTo("a clock");
        assertThat(LocalClock.fixed(5)).isEqualTo(LocalClock.fixed(5)).isNotEqualTo(LocalClock.fixed(6));
        assertThat(LocalClock.fixed(HOUR)).hasToString("3600.0 s ahead");
        assertThat(CLOCK.toString()).matches("a clock with \\d+ changes");
    }

    @Test
    void a_change_at_either_end_of_a_span_lies_within_it() {
        TimeZone.Layout both = PYONGYANG.layout(BACK, FORWARD);
        assertThat(both.changes()).containsExactly(BACK, FORWARD);
        assertThat(both.offsets()).containsExactly(32_400, 30_600, 32_400);
        TimeZone.Layout between = PYONGYANG.layout(BACK + 1, FORWARD - 1);
        assertThat(between.changes()).isEmpty();
        assertThat(between.offsets()).containsExactly(30_600);
    }

    @Test
    void the_changes_of_the_yearly_rule_lie_within_their_year() {
        TimeZone.Layout year = WARSAW.layout(second("2024-01-01T00:00:00Z"), second("2024-12-31T00:00:00Z"));
        assertThat(year.changes()).containsExactly(SPRING, AUTUMN);
        assertThat(year.offsets()).containsExactly(3600, 7200, 3600);
        assertThat(WARSAW.layout(SPRING, SPRING).changes()).containsExactly(SPRING);
        assertThat(WARSAW.layout(SPRING + 1, AUTUMN - 1).changes()).isEmpty();
        assertThat(WARSAW.offsetAt(SPRING - 1)).isEqualTo(3600);
        assertThat(WARSAW.offsetAt(SPRING)).isEqualTo(7200);
        assertThat(WARSAW.offsetAt(AUTUMN - 1)).isEqualTo(7200);
        assertThat(WARSAW.offsetAt(AUTUMN)).isEqualTo(3600);
    }

    @Test
    void a_layout_is_that_of_the_span_asked_for_whatever_was_asked_before() {
        TimeZone zone = TimeZone.of("Europe/Warsaw");
        assertThat(zone.lastingLayout(SPRING, AUTUMN).changes()).containsExactly(SPRING, AUTUMN);
        assertThat(zone.lastingLayout(SPRING, AUTUMN - 1).changes()).containsExactly(SPRING);
        assertThat(zone.lastingLayout(SPRING + 1, AUTUMN - 1).changes()).isEmpty();
        assertThat(zone.lastingLayout(SPRING, AUTUMN - 1).changes()).containsExactly(SPRING);
        assertThat(zone.lastingLayout(SPRING, AUTUMN).changes()).containsExactly(SPRING, AUTUMN);
    }

    @Test
    void zones_are_equal_by_name() {
        assertThat(WARSAW).isEqualTo(TimeZone.of("Europe/Warsaw")).hasSameHashCodeAs(TimeZone.of("Europe/Warsaw"));
        assertThat(WARSAW).isNotEqualTo(PYONGYANG).isNotEqualTo("Europe/Warsaw");
        assertThat(WARSAW).hasToString("Europe/Warsaw");
        assertThat(WARSAW.isNamed()).isTrue();
        assertThat(TimeZone.fixed(ZoneOffset.ofHours(8)).isNamed()).isFalse();
    }
}
