package org.bridgeconvoy.scenario.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;

/** Reads dates, times of day, UTC offsets and intervals of a day as files write them. */
public final class Times {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}");

    /**
     * A time with an offset from UTC behind it, which scenario files do not allow: {@code Z}, {@code +01:00},
     * {@code UTC}. Recognized only to advise.
     */
    private static final Pattern WITH_OFFSET = Pattern.compile(
            "(.*?\\d:\\d\\d(?::\\d\\d(?:[.,]\\d*)?)?)\\s*((?!AM|PM)[A-Z]{1,5}|[+-]\\d\\d(?::?\\d\\d)?)?(\\[.*])?");

    /** A date and a time with an offset from UTC. */
    private static final Pattern INSTANT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(Z|[+-]\\d{2}:?\\d{2})");

    private Times() {}

    /**
     * The date and time in UTC of a text that gives an offset from it: {@code 2025-12-01T08:00+02:00}. Empty for a text without an offset.
     *
     * @throws Invalid if there is an offset, but no such time
     */
    public static Optional<LocalDateTime> inUtc(String text) throws Invalid {
        Matcher matcher = INSTANT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            ZoneOffset offset = ZoneOffset.of(matcher.group(2));
            return Optional.of(dateTime(matcher.group(1)).minusSeconds(offset.getTotalSeconds()));
        } catch (DateTimeException e) {
            throw new Invalid("has an offset that must lie within -18:00 and +18:00, got " + Texts.shown(text));
        }
    }

    /** Reads a date: {@code 2024-09-23}. */
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

    /** Reads one date, or a range of dates with both ends included: {@code 2024-10-01..2024-10-07}. */
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

    /** Reads a local date and time. A date alone means 00:00 of that date; 24:00 means 00:00 of the next. */
    public static LocalDateTime dateTime(String text) throws Invalid {
        checkNoOffset(text, "it is read on the origin's clock");
        String[] parts = text.strip().split("[T ]+", -1);
        if (parts.length > 2 || !DATE.matcher(parts[0]).matches()) {
            throw new Invalid("must be a local date and time such as '2024-09-23T08:00', got " + Texts.shown(text));
        }
        LocalDate date = date(parts[0]);
        return date.atStartOfDay().plusNanos(parts.length == 2 ? clock(parts[1]) : 0);
    }

    /** Reads a time of day as nanoseconds after 00:00, below 24 h. */
    public static long timeOfDay(String text) throws Invalid {
        long nanos = clock(text);
        if (nanos == Nanos.DAY) {
            throw new Invalid("must lie before 24:00, got " + Texts.shown(text));
        }
        return nanos;
    }

    /** Reads a time of day as nanoseconds after 00:00, up to and including 24:00. */
    private static long clock(String text) throws Invalid {
        checkNoOffset(text, "it is read on the clock of the bank that it belongs to");
        try {
            return Nanos.ofClock(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Rejects a time with an offset from UTC; {@code clock} tells the user which clock reads the time instead. */
    private static void checkNoOffset(String text, String clock) throws Invalid {
        Matcher matcher = WITH_OFFSET.matcher(text.strip());
        if (matcher.matches() && (matcher.group(2) != null || matcher.group(3) != null)) {
            throw new Invalid("must be a local time: offsets are not taken, " + clock + ", such as '"
                    + matcher.group(1).strip() + "', got " + Texts.shown(text));
        }
    }

    /** Reads an interval of a day: {@code 22:00-06:00}. An interval that ends before it begins crosses midnight. */
    public static DayInterval interval(String text) throws Invalid {
        try {
            return DayInterval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Reads the name of a time zone: {@code Europe/Warsaw}. */
    public static TimeZone zone(String text) throws Invalid {
        String name = text.strip();
        if (TimeZone.names().contains(name)) {
            return TimeZone.of(name);
        }
        throw new Invalid("must be a time zone of the IANA database " + TimeZone.version()
                + " such as 'Europe/Warsaw', got " + Texts.shown(text) + Texts.didYouMean(name, TimeZone.names()));
    }

    /** Reads an offset from UTC: {@code +08:00}. */
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
