package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongerHoursTest {

    private static final long HALF = Nanos.HOUR / 2;

    private static DayInterval interval(double from, double to) {
        return new DayInterval((long) (from * Nanos.HOUR), (long) (to * Nanos.HOUR));
    }

    private static Hours daily(DayInterval... intervals) {
        return Hours.everyDay(List.of(intervals));
    }

    /** Openings of the second day and what touches it, as hours from that day's midnight. */
    private static List<Double> openings(Hours hours) {
        Openings openings = WorkCalendar.plain(LocalDate.of(2024, 9, 2)).openings(hours, 20 * Nanos.DAY);
        List<Double> edges = new java.util.ArrayList<>();
        for (int i = 0; i < openings.count(); i++) {
            if (openings.start(i) >= 7 * Nanos.DAY && openings.start(i) < 8 * Nanos.DAY) {
                edges.add(openings.start(i) / (double) Nanos.HOUR - 168);
                edges.add(openings.end(i) / (double) Nanos.HOUR - 168);
            }
        }
        return edges;
    }

    @Test
    void each_interval_gains_half_an_hour_at_each_end() {
        assertThat(LongerHours.extended(daily(interval(8, 12), interval(13.5, 17)), HALF))
                .isEqualTo(daily(interval(7.5, 12.5), interval(13, 17.5)));
    }

    @Test
    void intervals_that_come_to_touch_or_overlap_are_merged() {
        assertThat(LongerHours.extended(daily(interval(8, 12), interval(13, 17)), HALF))
                .isEqualTo(daily(interval(7.5, 17.5)));
        assertThat(LongerHours.extended(daily(interval(8, 12), interval(12.5, 17)), HALF))
                .isEqualTo(daily(interval(7.5, 17.5)));
    }

    @Test
    void what_begins_before_midnight_belongs_to_the_day_before() {
        Hours monday = Hours.weekly(Map.of(DayOfWeek.MONDAY, List.of(interval(0, 8))));

        Hours longer = LongerHours.extended(monday, HALF);

        assertThat(longer.on(DayOfWeek.SUNDAY)).containsExactly(interval(23.5, 24));
        assertThat(longer.on(DayOfWeek.MONDAY)).containsExactly(interval(0, 8.5));
    }

    @Test
    void a_night_that_grows_to_meet_the_next_one_is_open_all_the_time() {
        Hours longer = LongerHours.extended(daily(interval(6, 29.5)), HALF);

        assertThat(WorkCalendar.plain(LocalDate.of(2024, 9, 2))
                        .openings(longer, 20 * Nanos.DAY)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_whole_single_day_grows_into_both_neighbours() {
        Hours tuesday = Hours.weekly(Map.of(DayOfWeek.TUESDAY, List.of(DayInterval.WHOLE_DAY)));

        Hours longer = LongerHours.extended(tuesday, HALF);

        assertThat(longer.on(DayOfWeek.MONDAY)).containsExactly(interval(23.5, 24));
        assertThat(longer.on(DayOfWeek.TUESDAY)).containsExactly(DayInterval.WHOLE_DAY);
        assertThat(longer.on(DayOfWeek.WEDNESDAY)).containsExactly(interval(0, 0.5));
    }

    @Test
    void a_night_loses_what_the_day_takes_at_both_ends() {
        Hours night = daily(interval(19, 29));

        assertThat(openings(LongerHours.without(night, daily(interval(4.5, 19.5)))))
                .containsExactly(19.5, 28.5);
    }

    @Test
    void hours_wholly_taken_are_never_open() {
        assertThat(LongerHours.without(daily(interval(9, 10)), daily(interval(8, 11)))
                        .isNever())
                .isTrue();
    }

    @Test
    void an_interval_cut_in_the_middle_becomes_two() {
        assertThat(LongerHours.without(daily(interval(8, 17)), daily(interval(12, 13))))
                .isEqualTo(daily(interval(8, 12), interval(13, 17)));
    }

    @Test
    void a_sunday_night_overlaps_a_monday_morning() {
        Hours sunday = Hours.weekly(Map.of(DayOfWeek.SUNDAY, List.of(interval(22, 30))));
        Hours monday = Hours.weekly(Map.of(DayOfWeek.MONDAY, List.of(interval(5, 9))));

        assertThat(LongerHours.overlap(sunday, monday)).isTrue();
        assertThat(LongerHours.without(monday, sunday).on(DayOfWeek.MONDAY)).containsExactly(interval(6, 9));
    }

    @Test
    void hours_that_only_touch_do_not_overlap() {
        assertThat(LongerHours.overlap(daily(interval(8, 12)), daily(interval(12, 17))))
                .isFalse();
    }

    @Test
    void shifts_are_longer_where_no_shift_follows_or_comes_before() {
        Hours early = daily(interval(6, 14));
        Hours late = daily(interval(14, 22));
        Hours middle = daily(interval(8, 16));

        assertThat(LongerHours.extendedAtEnds(List.of(early, late, middle), HALF))
                .containsExactly(daily(interval(5.5, 14)), daily(interval(14, 22.5)), middle);
        assertThat(LongerHours.extendedAtEnds(List.of(early), HALF)).containsExactly(daily(interval(5.5, 14.5)));
        assertThat(LongerHours.extendedAtEnds(List.of(Hours.always()), HALF)).containsExactly(Hours.always());
    }

    @Test
    void shifts_with_a_short_break_between_meet_in_its_middle() {
        Hours morning = daily(interval(8, 12));
        Hours afternoon = daily(interval(12.5, 17));

        assertThat(LongerHours.extendedAtEnds(List.of(morning, afternoon), HALF))
                .containsExactly(daily(interval(7.5, 12.25)), daily(interval(12.25, 17.5)));
    }

    @Test
    void shifts_around_the_clock_have_no_ends_and_the_week_has_none() {
        Hours day = daily(interval(6, 18));
        Hours night = daily(interval(18, 30));
        assertThat(LongerHours.extendedAtEnds(List.of(day, night), HALF)).containsExactly(day, night);

        // From Sunday 22:00 on into Monday, and from Monday 06:00 on: one opening over the end of the week.
        Hours sunday = Hours.weekly(Map.of(DayOfWeek.SUNDAY, List.of(interval(22, 30))));
        Hours monday = Hours.weekly(Map.of(DayOfWeek.MONDAY, List.of(interval(6, 14))));
        List<Hours> longer = LongerHours.extendedAtEnds(List.of(sunday, monday), HALF);
        assertThat(longer)
                .containsExactly(
                        Hours.weekly(Map.of(DayOfWeek.SUNDAY, List.of(interval(21.5, 30)))),
                        Hours.weekly(Map.of(DayOfWeek.MONDAY, List.of(interval(6, 14.5)))));
    }
}
