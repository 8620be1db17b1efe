package org.bridgeconvoy.scenario.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;

/** Dates, times of day, offsets and intervals of a day as files write them. */
public final class Times {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}");

    /** What may follow a time where it says how its clock differs from UTC: {@code Z}, {@code +01:00}, {@code UTC}. */
    private static final Pattern WITH_OFFSET = Pattern.compile(
            "(.*?\\d:\\d\\d(?::\\d\\d(?:[.,]\\d*)?)?)\\s*((?!AM|PM)[A-Z]{1,5}|[+-]\\d\\d(?::?\\d\\d)?)?(\\[.*])?");

    private Times() {}

    public static LocalDate date(String text) throws Invalid {
        String trimmed = text.strip();
        if (!DATE.matcher(trimmed).matches()) {
            throw new Invalid("must be a date such as '2024-09-23', got " + Texts.shown(text));
        }
        try {
            return LocalDate.parse(trimmed);
        } catch (DateTimeException e) {
            throw new Invalid("is no date of the calendar, got " + Texts.shown(text));
        }
    }

    public static DateRange dates(String text) throws Invalid {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length > 2) {
            throw new Invalid("must be a date or a range such as '2024-10-01..2024-10-07', got " + Texts.shown(text));
        }
        LocalDate first = date(ends[0]);
        LocalDate last = date(ends[ends.length - 1]);
        if (last.isBefore(first)) {
            throw new Invalid("must not end before it begins, got " + Texts.shown(text));
        }
        return new DateRange(first, last);
    }

    /** A local date-time; a date alone means its 00:00, and 24:00 the next day's. */
    public static LocalDateTime dateTime(String text) throws Invalid {
        checkNoOffset(text, "it is read on the origin's clock");
        String[] parts = text.strip().split("[T ]+", -1);
        if (parts.length > 2 || !DATE.matcher(parts[0]).matches()) {
            throw new Invalid("must be a local date and time such as '2024-09-23T08:00', got " + Texts.shown(text));
        }
        LocalDate date = date(parts[0]);
        return date.atStartOfDay().plusNanos(parts.length == 2 ? clock(parts[1]) : 0);
    }

    /** Nanoseconds after 00:00, below 24 h. */
    public static long timeOfDay(String text) throws Invalid {
        long nanos = clock(text);
        if (nanos == Nanos.DAY) {
            throw new Invalid("must lie before 24:00, got " + Texts.shown(text));
        }
        return nanos;
    }

    /** Nanoseconds after 00:00, up to 24:00. */
    private static long clock(String text) throws Invalid {
        checkNoOffset(text, "it is read on the clock of the bank that it belongs to");
        try {
            return Nanos.ofClock(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }

    private static void checkNoOffset(String text, String clock) throws Invalid {
        Matcher matcher = WITH_OFFSET.matcher(text.strip());
        if (matcher.matches() && (matcher.group(2) != null || matcher.group(3) != null)) {
            throw new Invalid("must be a local time: offsets are not taken, " + clock + ", such as '"
                    + matcher.group(1).strip() + "', got " + Texts.shown(text));
        }
    }

    /** An interval of a day; one that ends before it begins crosses midnight. */
    public static DayInterval interval(String text) throws Invalid {
        try {
            return DayInterval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }

    /** A named time zone. */
    public static TimeZone zone(String text) throws Invalid {
        String name = text.strip();
        if (TimeZone.names().contains(name)) {
            return TimeZone.of(name);
        }
        throw new Invalid("must be a time zone of the IANA database " + TimeZone.version()
                + " such as 'Europe/Warsaw', got " + Texts.shown(text) + Texts.didYouMean(name, TimeZone.names()));
    }

    public static ZoneOffset offset(String text) throws Invalid {
        if (!OFFSET.matcher(text.strip()).matches()) {
            throw new Invalid("must be an offset such as '+08:00', got " + Texts.shown(text));
        }
        try {
            return ZoneOffset.of(text.strip());
        } catch (DateTimeException e) {
            throw new Invalid("must lie within -18:00 and +18:00, got " + Texts.shown(text));
        }
    }
}
