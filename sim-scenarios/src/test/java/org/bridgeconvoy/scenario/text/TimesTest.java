package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Nanos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-01T08:00+02:00, 2025-12-01T06:00",
        "' 2025-12-01 8:00:30Z ', 2025-12-01T08:00:30",
        "2025-12-01T22:00-0530, 2025-12-02T03:30",
        "2025-12-01T24:00+18:00, 2025-12-01T06:00"
    })
    void a_time_with_an_offset_is_that_time_in_utc(String text, LocalDateTime utc) throws Invalid {
        assertThat(Times.inUtc(text)).contains(utc);
    }

    @Test
    void a_time_without_an_offset_is_no_time_in_utc_and_a_wrong_one_is_told() throws Invalid {
        assertThat(Times.inUtc("2025-12-01T08:00")).isEmpty();
        assertThatThrownBy(() -> Times.inUtc("2025-12-01T08:00+19:00"))
                .hasMessage("has an offset that must lie within -18:00 and +18:00, got '2025-12-01T08:00+19:00'");
        assertThatThrownBy(() -> Times.inUtc("2025-02-30T08:00Z")).hasMessageContaining("is no date of the calendar");
    }

    @Test
    void a_range_of_dates_has_both_ends() throws Invalid {
        LocalDate first = LocalDate.of(2024, 10, 1);
        assertThat(Times.dates("2024-10-01..2024-10-07")).isEqualTo(new DateRange(first, LocalDate.of(2024, 10, 7)));
        assertThat(Times.dates("2024-10-01")).isEqualTo(new DateRange(first, first));
        assertThat(Times.dates("2024-10-01 .. 2024-10-01")).isEqualTo(new DateRange(first, first));
        assertThatThrownBy(() -> Times.dates("2024-10-02..2024-10-01"))
                .hasMessage("must not end before it begins, got '2024-10-02..2024-10-01'");
        assertThatThrownBy(() -> Times.dates("2024-10-01..2024-10-02..2024-10-03"))
                .hasMessageStartingWith("must be a date or a range such as");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-23, 2024-09-23T00:00",
        "' 2024-09-23T08:05 ', 2024-09-23T08:05",
        "2024-09-23 08:05:30, 2024-09-23T08:05:30",
        "2024-09-23T24:00, 2024-09-24T00:00"
    })
    void a_date_may_have_a_time(String text, LocalDateTime time) throws Invalid {
        assertThat(Times.dateTime(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-23T08:00 09:00, must be a local date and time such as '2024-09-23T08:00'",
        "08:00, must be a local date and time such as '2024-09-23T08:00'",
        "23.9.2024 08:00, must be a local date and time such as '2024-09-23T08:00'",
        "2024-09-31T08:00, is no date of the calendar",
        "2024-09-23T08:00Z, must be a local time: offsets are not taken",
        "2024-09-23T08:00[Europe/Warsaw], must be a local time: offsets are not taken"
    })
    void other_texts_are_no_local_date_and_time(String text, String message) {
        assertThatThrownBy(() -> Times.dateTime(text)).hasMessageContaining(message);
    }

    @Test
    void a_time_of_day_lies_before_midnight_of_the_next() throws Invalid {
        assertThat(Times.timeOfDay("00:00")).isZero();
        assertThat(Times.timeOfDay("23:59:59")).isEqualTo(Nanos.DAY - Nanos.SECOND);
        assertThatThrownBy(() -> Times.timeOfDay("24:00")).hasMessage("must lie before 24:00, got '24:00'");
        assertThatThrownBy(() -> Times.timeOfDay("09:00 CET"))
                .hasMessageContaining("it is read on the clock of the bank that it belongs to, such as '09:00'");
    }

    @Test
    void an_offset_and_a_zone_are_read_with_blanks_around_them() throws Invalid {
        assertThat(Times.offset(" +18:00 ")).isEqualTo(ZoneOffset.ofHours(18));
        assertThat(Times.zone(" Europe/Warsaw ").toString()).contains("Europe/Warsaw");
        assertThatThrownBy(() -> Times.offset("+18:01")).hasMessage("must lie within -18:00 and +18:00, got '+18:01'");
        assertThatThrownBy(() -> Times.offset("+8")).hasMessage("must be an offset such as '+08:00', got '+8'");
    }
}
