package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracle: hours and dates that can be counted by hand. */
class CalendarValuesTest {

    private static final long HOUR = Nanos.HOUR;
    private static final long DAY = Nanos.DAY;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final Hours OFFICE = Hours.daily("08:00-17:00");

    @Test
    void an_interval_tells_its_length_and_what_is_wrong_with_it() {
        assertThat(DayInterval.parse("19:00-05:00").lengthNanos()).isEqualTo(10 * HOUR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayInterval(5, DAY + 6))
                .withMessage("an interval must last more than 0 and at most 24 h, got 86400000000001 ns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayInterval(5, 5))
                .withMessage("an interval must last more than 0 and at most 24 h, got 0 ns");
    }

    @Test
    void intervals_that_only_touch_do_not_overlap() {
        DayInterval morning = DayInterval.parse("08:00-12:00");
        DayInterval afternoon = DayInterval.parse("12:00-17:00");
        assertThat(morning.overlaps(afternoon)).isFalse();
        assertThat(afternoon.overlaps(morning)).isFalse();
        assertThat(morning.overlaps(DayInterval.parse("11:59-12:30"))).isTrue();
        assertThat(DayInterval.parse("11:59-12:30").overlaps(morning)).isTrue();
    }

    @Test
    void hours_are_equal_by_their_intervals() {
        assertThat(OFFICE).isEqualTo(Hours.daily("08:00-17:00")).hasSameHashCodeAs(Hours.daily("08:00-17:00"));
        assertThat(OFFICE).isNotEqualTo(Hours.daily("08:00-16:00")).isNotEqualTo("08:00-17:00");
        assertThat(Hours.always().isAlways()).isTrue();
        assertThat(OFFICE.isAlways()).isFalse();
        assertThat(Hours.always()).hasToString("always");
        assertThat(OFFICE.toString()).contains("MONDAY").doesNotContain("always");
    }

    @Test
    void each_interval_can_be_replaced() {
        assertThat(OFFICE.withEach(i -> new DayInterval(i.fromNanos() - HOUR, i.toNanos())))
                .isEqualTo(Hours.daily("07:00-17:00"));
    }

    @Test
    void shifts_meet_in_the_middle_of_a_short_break_whatever_the_time_of_day() {
        // Breaks from 10 to 11, shorter than twice an hour, and from 15 to 6.
        List<Hours> longer =
                LongerHours.extendedAtEnds(List.of(Hours.daily("06:00-10:00"), Hours.daily("11:00-15:00")), HOUR);
        assertThat(longer).containsExactly(Hours.daily("05:00-10:30"), Hours.daily("10:30-16:00"));
    }

    @Test
    void an_interval_may_come_to_begin_at_midnight() {
        assertThat(LongerHours.extended(Hours.daily("01:00-05:00"), HOUR)).isEqualTo(Hours.daily("00:00-06:00"));
    }

    @Test
    void a_shift_that_ends_with_the_week_ends_later_if_none_follows() {
        Hours never = Hours.everyDay(List.of());
        List<Hours> longer = LongerHours.extendedAtEnds(
                List.of(never.with(DayOfWeek.SUNDAY, "18:00-24:00"), never.with(DayOfWeek.MONDAY, "08:00-12:00")),
                HOUR);
        assertThat(longer)
                .containsExactly(
                        never.with(DayOfWeek.SUNDAY, "17:00-01:00"), never.with(DayOfWeek.MONDAY, "07:00-13:00"));
    }

    @Test
    void every_day_of_a_long_run_has_its_opening_with_its_true_ends() {
        Openings openings = WorkCalendar.plain(START).openings(OFFICE, 30 * DAY);
        for (int day = 0; day < 30; day++) {
            int i = openings.lastBegunAt(day * DAY + 8 * HOUR);
            assertThat(openings.start(i)).isEqualTo(day * DAY + 8 * HOUR);
            assertThat(openings.end(i)).isEqualTo(day * DAY + 17 * HOUR);
        }
        int last = openings.count() - 1;
        assertThat(openings.end(last) - openings.start(last)).isEqualTo(9 * HOUR);
        assertThat(openings.end(0) - openings.start(0)).isEqualTo(9 * HOUR);
    }

    @Test
    void an_opening_after_closed_dates_begins_when_they_end() {
        // Closed until two days before the start: always open from the day before on.
        List<DateRange> closed = List.of(new DateRange(START.minusDays(20), START.minusDays(2)));
        Openings openings = new WorkCalendar(START, 0, closed).openings(Hours.always(), 10 * DAY);
        assertThat(openings.lastBegunAt(0)).isEqualTo(openings.count() - 1);
        assertThat(openings.start(openings.count() - 1)).isEqualTo(-DAY);
        assertThat(openings.end(openings.count() - 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void hours_without_an_interval_have_no_opening() {
        assertThat(WorkCalendar.plain(START)
                        .openings(Hours.everyDay(List.of()), 10 * DAY)
                        .count())
                .isZero();
    }
}
