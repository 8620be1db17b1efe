package org.bridgeconvoy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The yearly rule of a zone after its table's last change, from the text of a POSIX {@code TZ} variable: {@code CET-1CEST,M3.5.0,M10.5.0/3}
 * (RFC 8536, section 3.3). Offsets are seconds east of UTC. The table contains only rules by month, week and day of the week.
 *
 * @param standard offset in winter, or always
 * @param daylight offset in summer; equal to {@code standard} if the clock never changes
 * @param begin when summer begins, on the winter clock; null if the clock never changes
 * @param end when summer ends, on the summer clock; null if the clock never changes
 */
record YearlyRule(
        int standard,
        int daylight,
        @Nullable Day begin,
        @Nullable Day end) {

    private static final String NAME = "(?:<[^>]+>|[A-Za-z]+)";
    private static final String OFFSET = "([+-]?[0-9:]+)";
    private static final Pattern RULE = Pattern.compile(NAME + OFFSET + "(?:" + NAME + OFFSET + "?,([^,]+),([^,]+))?");
    private static final Pattern DAY = Pattern.compile("M(\\d+)\\.(\\d)\\.(\\d)(?:/([+-]?[0-9:]+))?");

    private static final int HOUR = 3600;

    /**
     * A day of the year with a time.
     *
     * @param week 1 to 4, or 5 for the last of the month
     * @param weekday 0 for Sunday to 6 for Saturday
     * @param seconds after 00:00 of that day, perhaps below 0 or beyond 24 h
     */
    record Day(int month, int week, int weekday, int seconds) {

        private static Day parse(String text) {
            Matcher day = DAY.matcher(text);
            if (!day.matches()) {
                throw new IllegalArgumentException("no day of a rule: " + text);
            }
            return new Day(
                    Integer.parseInt(day.group(1)),
                    Integer.parseInt(day.group(2)),
                    Integer.parseInt(day.group(3)),
                    day.group(4) == null ? 2 * HOUR : secondsOf(day.group(4)));
        }

        /** The instant in a year, in seconds since 1970 on a clock of the given offset. */
        private long inYear(int year, int offset) {
            LocalDate date = LocalDate.of(year, month, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(
                            week == 5 ? -1 : week, weekday == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(weekday)));
            return date.toEpochDay() * 24 * HOUR + seconds - offset;
        }
    }

    /** Reads the text. */
    static YearlyRule parse(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new IllegalArgumentException("no rule: " + text);
        }
        int standard = -secondsOf(rule.group(1));
        if (rule.group(3) == null) {
            return new YearlyRule(standard, standard, null, null);
        }
        int daylight = rule.group(2) == null ? standard + HOUR : -secondsOf(rule.group(2));
        return new YearlyRule(standard, daylight, Day.parse(rule.group(3)), Day.parse(rule.group(4)));
    }

    /** Seconds of {@code [-]h[:mm[:ss]]}. */
    private static int secondsOf(String text) {
        boolean negative = text.startsWith("-");
        int sum = 0;
        int unit = HOUR;
        for (String part : text.replaceFirst("^[+-]", "").split(":", -1)) {
            sum += Integer.parseInt(part) * unit;
            unit /= 60;
        }
        return negative ? -sum : sum;
    }

    /** The instant of a change in a year, in seconds since 1970; only if the clock changes. */
    private static long at(@Nullable Day day, int year, int offset) {
        if (day == null) {
            throw new IllegalStateException("the clock never changes");
        }
        return day.inYear(year, offset);
    }

    boolean changes() {
        return begin != null;
    }

    /** When summer begins in a year. */
    long begins(int year) {
        return at(begin, year, standard);
    }

    /** When summer ends in a year. */
    long ends(int year) {
        return at(end, year, daylight);
    }
}
