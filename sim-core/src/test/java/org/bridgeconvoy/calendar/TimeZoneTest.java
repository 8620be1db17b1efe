package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed table. Oracles: the JDK's own table, for zones on which its versions agree; weeks worked out by hand. */
class TimeZoneTest {

    private static final long DAY = 86_400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Warsaw",
                "Europe/London",
                "Europe/Dublin",
                "Europe/Kyiv",
                "Europe/Minsk",
                "Europe/Moscow",
                "Europe/Istanbul",
                "Asia/Shanghai",
                "Asia/Pyongyang",
                "Asia/Seoul",
                "Asia/Tokyo",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Asia/Jerusalem",
                "America/New_York",
                "America/St_Johns",
                "America/Sao_Paulo",
                "America/Havana",
                "Australia/Sydney",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Pacific/Auckland",
                "Pacific/Chatham",
                "Africa/Johannesburg",
                "UTC"
            })
    void a_zone_agrees_with_the_table_of_the_JDK(String name) {
        TimeZone zone = TimeZone.of(name);
        ZoneRules rules = ZoneId.of(name).getRules();

        for (long time = 0; time < 150 * 366 * DAY; time += 3 * DAY + 3600) {
            assertThat(zone.offsetAt(time)).isEqualTo(offset(rules, time));
        }
        Instant end = Instant.ofEpochSecond(150 * 366 * DAY);
        List<Long> changes = new ArrayList<>();
        for (ZoneOffsetTransition t = rules.nextTransition(Instant.EPOCH);
                t != null && t.getInstant().isBefore(end);
                t = rules.nextTransition(t.getInstant())) {
            changes.add(t.toEpochSecond());
            assertThat(zone.offsetAt(t.toEpochSecond()))
                    .isEqualTo(t.getOffsetAfter().getTotalSeconds());
            assertThat(zone.offsetAt(t.toEpochSecond() - 1))
                    .isEqualTo(t.getOffsetBefore().getTotalSeconds());
        }
        assertThat(zone.layout(1, end.getEpochSecond() - 1).changes())
                .containsExactly(changes.stream().mapToLong(c -> c).toArray());
    }

    private static int offset(ZoneRules rules, long time) {
        return rules.getOffset(Instant.ofEpochSecond(time)).getTotalSeconds();
    }

    @Test
    void every_zone_of_the_table_can_be_read() {
        assertThat(TimeZone.version()).matches("20\\d\\d[a-z]");
        assertThat(TimeZone.names()).hasSizeGreaterThan(590).contains("Europe/Warsaw", "Asia/Pyongyang", "Etc/GMT+8");
        for (String name : TimeZone.names()) {
            assertThat(TimeZone.of(name).offsetAt(4_000_000_000L)).isBetween(-12 * 3600, 14 * 3600);
        }
        assertThatThrownBy(() -> TimeZone.of("Europe/Warschau"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 'Europe/Warschau'");
    }

    /** Openings that begin from the start to the end of the third day, in hours of the simulation clock. */
    private static List<Double> openings(String zone, String start, String... hours) {
        LocalDate date = LocalDate.parse(start);
        TimeZone clock = TimeZone.of(zone);
        WorkCalendar calendar =
                new WorkCalendar(date, LocalClock.of(clock, date, LocalClock.reference(clock, date)), List.of());
        Openings openings = calendar.openings(Hours.daily(hours), 4 * Nanos.DAY);
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i < openings.count(); i++) {
            if (openings.start(i) >= 0 && openings.start(i) < 3 * Nanos.DAY) {
                edges.add(openings.start(i) / (double) Nanos.HOUR);
                edges.add(openings.end(i) / (double) Nanos.HOUR);
            }
        }
        return edges;
    }

    @Test
    void in_spring_the_clock_of_Warsaw_skips_an_hour() {
        // On Sunday, 30 March 2025, 02:00 is 03:00. The simulation clock keeps UTC+1 of Friday: 08:00 of Sunday is
        // 07:00, hour 55.
        assertThat(openings("Europe/Warsaw", "2025-03-28", "08:00-16:00"))
                .containsExactly(8.0, 16.0, 32.0, 40.0, 55.0, 63.0);
        // 02:30 is skipped on Sunday: the instant of the change, 02:00, hour 50, stands for it.
        assertThat(openings("Europe/Warsaw", "2025-03-28", "01:30-02:30"))
                .containsExactly(1.5, 2.5, 25.5, 26.5, 49.5, 50.0);
        assertThat(openings("Europe/Warsaw", "2025-03-28", "02:15-02:45")).containsExactly(2.25, 2.75, 26.25, 26.75);
        assertThat(openings("Europe/Warsaw", "2025-03-28", "22:00-06:00"))
                .containsExactly(22.0, 30.0, 46.0, 53.0, 69.0, 77.0);
    }

    @Test
    void in_autumn_it_shows_an_hour_twice() {
        // On Sunday, 27 October 2024, 03:00 is 02:00. The simulation clock keeps UTC+2 of Friday: 08:00 of Sunday is
        // 09:00, hour 57.
        assertThat(openings("Europe/Warsaw", "2024-10-25", "08:00-16:00"))
                .containsExactly(8.0, 16.0, 32.0, 40.0, 57.0, 65.0);
        // Of 02:30, which comes twice, the first counts, hour 50.5; 03:30 comes once, at hour 52.5.
        assertThat(openings("Europe/Warsaw", "2024-10-25", "01:30-02:30"))
                .containsExactly(1.5, 2.5, 25.5, 26.5, 49.5, 50.5);
        assertThat(openings("Europe/Warsaw", "2024-10-25", "02:30-03:30"))
                .containsExactly(2.5, 3.5, 26.5, 27.5, 50.5, 52.5);
        // The clock never shows 03:00 before it goes back: it is the second, at hour 52.
        assertThat(openings("Europe/Warsaw", "2024-10-25", "03:00-04:00"))
                .containsExactly(3.0, 4.0, 27.0, 28.0, 52.0, 53.0);
    }

    @Test
    void the_clock_of_Pyongyang_went_back_and_forward_by_half_an_hour() {
        // From UTC+9 to UTC+8:30 at the end of 14 August 2015, and back to UTC+9 on 4 May 2018 at 23:30.
        assertThat(openings("Asia/Pyongyang", "2015-08-14", "09:00-17:00"))
                .containsExactly(9.0, 17.0, 33.5, 41.5, 57.5, 65.5);
        assertThat(openings("Asia/Pyongyang", "2018-05-04", "09:00-17:00"))
                .containsExactly(9.0, 17.0, 32.5, 40.5, 56.5, 64.5);
        assertThat(openings("Asia/Pyongyang", "2018-05-04", "23:15-23:45").subList(0, 2))
                .containsExactly(23.25, 23.5);
    }

    @Test
    void the_clock_of_Shanghai_stands_still_and_a_fixed_one_too() {
        assertThat(openings("Asia/Shanghai", "2024-10-25", "08:00-16:00"))
                .containsExactly(8.0, 16.0, 32.0, 40.0, 56.0, 64.0);
        assertThat(TimeZone.of("Asia/Shanghai").isFixed()).isFalse(); // It changed from 1986 to 1991.
        assertThat(TimeZone.fixed(ZoneOffset.ofHours(8)).isFixed()).isTrue();
        assertThat(TimeZone.fixed(ZoneOffset.ofHours(8)).name()).isEqualTo("+08:00");
    }

    @Test
    void a_time_that_the_clock_skips_is_not_shown() {
        LocalDate start = LocalDate.of(2025, 3, 30);
        TimeZone zone = TimeZone.of("Europe/Warsaw");
        LocalClock clock = LocalClock.of(zone, start, LocalClock.reference(zone, start));

        assertThat(clock.shows(150 * Nanos.MINUTE)).isFalse();
        assertThat(clock.firstShowing(150 * Nanos.MINUTE)).isEqualTo(2 * Nanos.HOUR);
        assertThat(clock.shows(3 * Nanos.HOUR)).isTrue();
        assertThat(clock.firstShowing(3 * Nanos.HOUR)).isEqualTo(2 * Nanos.HOUR);
        assertThat(clock.nextChange(0)).isEqualTo(2 * Nanos.HOUR);
        assertThat(clock.aheadNanos(2 * Nanos.HOUR)).isEqualTo(Nanos.HOUR);
        assertThat(clock.latestShown(2 * Nanos.HOUR)).isEqualTo(3 * Nanos.HOUR);
    }

    @Test
    void the_latest_time_shown_stands_while_the_clock_repeats_an_hour() {
        // 03:00 becomes 02:00, and is shown an hour later.
        LocalDate start = LocalDate.of(2024, 10, 27);
        TimeZone zone = TimeZone.of("Europe/Warsaw");
        LocalClock clock = LocalClock.of(zone, start, LocalClock.reference(zone, start));

        assertThat(clock.latestShown(150 * Nanos.MINUTE)).isEqualTo(150 * Nanos.MINUTE);
        assertThat(clock.latestShown(3 * Nanos.HOUR)).isEqualTo(3 * Nanos.HOUR - 1);
        assertThat(clock.latestShown(239 * Nanos.MINUTE)).isEqualTo(3 * Nanos.HOUR - 1);
        assertThat(clock.latestShown(4 * Nanos.HOUR)).isEqualTo(3 * Nanos.HOUR);
        assertThat(clock.latestShown(30 * Nanos.HOUR)).isEqualTo(29 * Nanos.HOUR);
    }
}
