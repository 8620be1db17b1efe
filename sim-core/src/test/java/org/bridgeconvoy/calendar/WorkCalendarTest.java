package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.calendar.Nanos.DAY;
import static org.bridgeconvoy.calendar.Nanos.HOUR;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Weekly hours laid on dates. 1 January 2024 is a Monday. */
class WorkCalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static DayInterval hours(double from, double to) {
        return new DayInterval((long) (from * HOUR), (long) (to * HOUR));
    }

    /** The openings that touch a run, in hours since its start. */
    private static List<String> text(Openings openings, long from, long to) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < openings.count(); i++) {
            if (openings.end(i) > from && openings.start(i) < to) {
                text.add(openings.start(i) / HOUR + "-" + openings.end(i) / HOUR);
            }
        }
        return text;
    }

    private static List<String> days(WorkCalendar calendar, Hours hours, int days) {
        return text(calendar.openings(hours, days * DAY), 0, days * DAY);
    }

    @Test
    void hours_are_read_from_text() {
        assertThat(Hours.daily("13:00-17:00", "8:00-12:00:30.5").on(DayOfWeek.MONDAY))
                .containsExactly(
                        new DayInterval(8 * Nanos.HOUR, 12 * Nanos.HOUR + 30_500_000_000L),
                        new DayInterval(13 * Nanos.HOUR, 17 * Nanos.HOUR));
        assertThat(Hours.daily("19:00-05:00").on(DayOfWeek.SUNDAY))
                .containsExactly(new DayInterval(19 * Nanos.HOUR, 29 * Nanos.HOUR));
        assertThat(Hours.daily("00:00-24:00")).isEqualTo(Hours.always());
        Hours week = Hours.daily("08:00-17:00")
                .with(DayOfWeek.SATURDAY, "08:00-12:00")
                .with(DayOfWeek.SUNDAY);
        assertThat(week.on(DayOfWeek.SATURDAY)).containsExactly(new DayInterval(8 * Nanos.HOUR, 12 * Nanos.HOUR));
        assertThat(week.on(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(week.on(DayOfWeek.FRIDAY)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            8 to 5      | must be hours such as '08:00-17:00', got '8 to 5'
            8-17        | must be a time of day such as '08:00', got '8'
            08:60-09:00 | must be a time of day from 00:00 to 24:00, got '08:60'
            08:00-24:01 | must be a time of day from 00:00 to 24:00, got '24:01'
            24:00-08:00 | must begin before 24:00, got '24:00-08:00'
            08:00-08:00 | must not begin and end at the same time (the whole day is '00:00-24:00'), got '08:00-08:00'
            """)
    void text_that_is_no_interval_is_refused(String text, String message) {
        assertThatThrownBy(() -> DayInterval.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void the_same_hours_every_day() {
        Hours hours = Hours.everyDay(List.of(hours(8, 12), hours(13, 17)));
        assertThat(days(WorkCalendar.plain(MONDAY), hours, 2)).containsExactly("8-12", "13-17", "32-36", "37-41");
    }

    @Test
    void days_that_are_not_named_are_closed() {
        Hours hours = Hours.weekly(
                Map.of(DayOfWeek.FRIDAY, List.of(hours(8, 17)), DayOfWeek.SATURDAY, List.of(hours(8, 12))));
        // From Friday, 5 January: Friday, Saturday, and the next Friday.
        assertThat(days(WorkCalendar.plain(LocalDate.of(2024, 1, 5)), hours, 8))
                .containsExactly("8-17", "32-36", "176-185");
    }

    @Test
    void an_interval_over_midnight_belongs_to_the_day_on_which_it_begins() {
        Hours hours = Hours.weekly(Map.of(DayOfWeek.MONDAY, List.of(hours(19, 29))));
        assertThat(days(WorkCalendar.plain(MONDAY), hours, 3)).containsExactly("19-29");
        // Started on Tuesday, the night of Monday is still open until 05:00.
        assertThat(days(WorkCalendar.plain(MONDAY.plusDays(1)), hours, 3)).containsExactly("-5-5");
    }

    @Test
    void intervals_that_touch_are_one_opening() {
        Hours hours = Hours.everyDay(List.of(hours(8, 12), hours(12, 17), hours(17, 24)));
        assertThat(days(WorkCalendar.plain(MONDAY), hours, 1)).containsExactly("8-24");
        // 16:00-24:00 and 00:00-02:00 of the next day.
        assertThat(days(WorkCalendar.plain(MONDAY), Hours.everyDay(List.of(hours(0, 2), hours(16, 24))), 2))
                .containsExactly("-8-2", "16-26", "40-50");
        // Whole working days from Monday to Friday are one opening that began on Monday.
        Map<DayOfWeek, List<DayInterval>> week = Map.of(
                DayOfWeek.MONDAY, List.of(DayInterval.WHOLE_DAY),
                DayOfWeek.TUESDAY, List.of(DayInterval.WHOLE_DAY),
                DayOfWeek.WEDNESDAY, List.of(DayInterval.WHOLE_DAY));
        assertThat(days(WorkCalendar.plain(MONDAY.plusDays(1)), Hours.weekly(week), 2))
                .containsExactly("-24-48");
    }

    @Test
    void every_whole_day_is_an_opening_that_never_began_and_never_ends() {
        for (Hours always : List.of(Hours.always(), Hours.everyDay(List.of(hours(0, 12), hours(12, 24))))) {
            Openings openings = WorkCalendar.plain(MONDAY).openings(always, 3 * DAY);
            assertThat(openings.count()).isEqualTo(1);
            assertThat(openings.start(0)).isEqualTo(Long.MIN_VALUE);
            assertThat(openings.end(0)).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void another_clock_shifts_the_hours() {
        // An hour ahead: 08:00-10:00 there is 07:00-09:00 here. Half past the hour behind likewise.
        Hours hours = Hours.everyDay(List.of(hours(8, 10)));
        assertThat(days(new WorkCalendar(MONDAY, HOUR, List.of()), hours, 1)).containsExactly("7-9");
        assertThat(days(new WorkCalendar(MONDAY, -3 * HOUR, List.of()), hours, 1))
                .containsExactly("11-13");
        // 00:00-02:00 there is 23:00-01:00 here.
        assertThat(days(new WorkCalendar(MONDAY, HOUR, List.of()), Hours.everyDay(List.of(hours(0, 2))), 1))
                .containsExactly("-1-1", "23-25");
    }

    @Test
    void no_interval_begins_on_a_closed_date_of_the_local_clock() {
        List<DateRange> closed = List.of(new DateRange(MONDAY.plusDays(1), MONDAY.plusDays(2)));
        Hours nights = Hours.everyDay(List.of(hours(22, 26)));
        // Closed on Tuesday and Wednesday: Monday's night runs on to 02:00 on Tuesday; the next is Thursday's.
        assertThat(days(new WorkCalendar(MONDAY, 0, closed), nights, 4)).containsExactly("-2-2", "22-26", "94-98");
        // Always then means whole local days; those of a clock an hour ahead begin at 23:00 here.
        Openings always = new WorkCalendar(MONDAY, HOUR, closed).openings(Hours.always(), 9 * DAY);
        assertThat(always.isOpen(23 * HOUR - 1)).isTrue();
        assertThat(always.isOpen(23 * HOUR)).isFalse();
        assertThat(always.isOpen(71 * HOUR - 1)).isFalse();
        assertThat(always.isOpen(71 * HOUR)).isTrue();
        assertThat(always.end(always.count() - 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void an_opening_is_open_at_its_first_instant_and_shut_at_its_last() {
        Openings openings = Openings.of(new long[] {10, 30}, new long[] {20, 40});
        assertThat(openings.isOpen(9)).isFalse();
        assertThat(openings.isOpen(10)).isTrue();
        assertThat(openings.isOpen(19)).isTrue();
        assertThat(openings.isOpen(20)).isFalse();
        assertThat(openings.lastBegunAt(9)).isEqualTo(-1);
        assertThat(openings.lastBegunAt(25)).isEqualTo(0);
        assertThat(Openings.never().isOpen(0)).isFalse();
        assertThat(Openings.always().isOpen(Long.MIN_VALUE)).isTrue();
    }

    @Test
    void hours_that_overlap_are_refused() {
        assertThatThrownBy(() -> Hours.everyDay(List.of(hours(8, 12), hours(11, 13))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> new DayInterval(24 * HOUR, 25 * HOUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayInterval(HOUR, HOUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayInterval(HOUR, 25 * HOUR + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DateRange(MONDAY, MONDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-01-01..2023-12-31");
    }

    @Test
    void seconds_are_rounded_half_up_to_the_nanosecond() {
        assertThat(Nanos.ofSeconds(1.0000000004)).isEqualTo(1_000_000_000L);
        assertThat(Nanos.ofSeconds(0.0000000025)).isEqualTo(3);
        assertThat(Nanos.ofSeconds(new BigDecimal("0.0000000015"))).isEqualTo(2);
        assertThat(Nanos.ofSeconds(new BigDecimal("0.00000000149"))).isEqualTo(1);
        assertThat(Nanos.toSeconds(1_500_000_000L)).isEqualTo(1.5);
        assertThatThrownBy(() -> Nanos.ofSeconds(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Nanos.ofSeconds(1e10)).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void set_operations_and_cursors_agree_with_a_line_of_booleans(long seed) {
        // Oracle: 200 instants, each open or not.
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] first = new boolean[200];
        boolean[] second = new boolean[200];
        Openings a = draw(random, first);
        Openings b = draw(random, second);
        Openings both = a.and(b);
        Openings shut = a.complement();
        OpeningsCursor cursor = new OpeningsCursor(a);
        int open = 0;
        for (int t = 0; t < 200; t++) {
            assertThat(a.isOpen(t)).as("seed " + seed + " at " + t).isEqualTo(first[t]);
            assertThat(both.isOpen(t)).as("seed " + seed + " at " + t).isEqualTo(first[t] && second[t]);
            assertThat(shut.isOpen(t)).as("seed " + seed + " at " + t).isEqualTo(!first[t]);
            assertThat(cursor.isOpen(t)).isEqualTo(first[t]);
            assertThat(cursor.nextChange(t)).as("seed " + seed + " at " + t).isEqualTo(nextChange(first, t));
            open += first[t] ? 1 : 0;
        }
        assertThat(a.openNanos(0, 200)).isEqualTo(open);
        assertThat(a.openNanos(50, 150) + a.openNanos(0, 50) + a.openNanos(150, 200))
                .isEqualTo(open);
    }

    private static long nextChange(boolean[] open, int t) {
        for (int next = t + 1; next < open.length; next++) {
            if (open[next] != open[t]) {
                return next;
            }
        }
        return open[t] ? open.length : Long.MAX_VALUE;
    }

    /** Intervals in any order that may touch and overlap; empty ones among them. */
    private static Openings draw(SplittableRandom random, boolean[] open) {
        int n = random.nextInt(0, 12);
        long[] starts = new long[n];
        long[] ends = new long[n];
        for (int i = 0; i < n; i++) {
            starts[i] = random.nextInt(0, 200);
            ends[i] = Math.min(200, starts[i] + random.nextInt(0, 30));
            for (int t = (int) starts[i]; t < ends[i]; t++) {
                open[t] = true;
            }
        }
        return Openings.of(starts, ends);
    }
}
