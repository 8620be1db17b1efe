package org.bridgeconvoy.scenario.write;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.text.Days;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Texts;

/** Single values as scenario files write them; reading one gives the value back, to the nanosecond and the last bit. */
final class Values {

    /** A unit of time that a whole number of nanoseconds may be a multiple of. */
    private record Unit(long nanos, String name) {}

    private static final List<Unit> UNITS =
            List.of(new Unit(Nanos.DAY, " d"), new Unit(Nanos.HOUR, " h"), new Unit(Nanos.MINUTE, " min"));

    private Values() {}

    /** A duration in the largest unit of which it is a multiple: {@code 14 d}, {@code 90 min}, {@code 1.5 s}. */
    static String duration(long nanos) {
        for (Unit unit : UNITS) {
            if (nanos != 0 && nanos % unit.nanos() == 0) {
                return nanos / unit.nanos() + unit.name();
            }
        }
        return seconds(nanos) + " s";
    }

    private static String seconds(long nanos) {
        return nanos == 0
                ? "0"
                : BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    /** A number of base units. */
    static String quantity(double value, String unit) {
        return Texts.number(value) + " " + unit;
    }

    /** A time of day: {@code 08:00}, {@code 08:00:30.5}; 24:00 for the end of the day. */
    static String clock(long nanos) {
        long minutes = nanos / Nanos.MINUTE;
        long rest = nanos % Nanos.MINUTE;
        String text = two(minutes / 60) + ":" + two(minutes % 60);
        return rest == 0 ? text : text + ":" + (rest < 10 * Nanos.SECOND ? "0" : "") + seconds(rest);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    /** An interval of a day: {@code 22:00-06:00}. */
    static String interval(DayInterval interval) {
        long to = interval.toNanos();
        return clock(interval.fromNanos()) + "-" + clock(to > Nanos.DAY ? to - Nanos.DAY : to);
    }

    /** Hours: one interval, a list, or a map from days or ranges of days to either. */
    static Node hours(Hours hours) {
        if (hours.isAlways()) {
            return Branch.text("always");
        }
        Branch week = new Branch();
        int first = 0;
        while (first < 7) {
            List<DayInterval> intervals = hours.on(DayOfWeek.of(first + 1));
            int last = first;
            while (last < 6 && hours.on(DayOfWeek.of(last + 2)).equals(intervals)) {
                last++;
            }
            if (first == 0 && last == 6) {
                return intervals(intervals);
            }
            if (!intervals.isEmpty()) {
                String from = Days.NAMES.get(first);
                week.put(first == last ? from : from + "-" + Days.NAMES.get(last), intervals(intervals));
            }
            first = last + 1;
        }
        return week.node();
    }

    private static Node intervals(List<DayInterval> intervals) {
        return intervals.size() == 1
                ? Branch.text(interval(intervals.get(0)))
                : Branch.texts(intervals.stream().map(Values::interval).toList());
    }

    /** A date, or a range of dates: {@code 2024-10-01..2024-10-07}. */
    static String dates(DateRange range) {
        return range.first().equals(range.last()) ? range.first().toString() : range.first() + ".." + range.last();
    }

    /** The time that a wall clock shows: {@code 2024-09-23T08:00}. */
    static String dateTime(LocalDate start, LocalClock clock, long at) {
        return dateTime(start, at + clock.aheadNanos(at));
    }

    /** A local date and time, from the nanoseconds since 00:00 of the start date. */
    static String dateTime(LocalDate start, long local) {
        return start.plusDays(Math.floorDiv(local, Nanos.DAY)) + "T" + clock(Math.floorMod(local, Nanos.DAY));
    }

    /** Numbers near a value, the shortest first, of which one may be read as this very value where rounding comes in between. */
    static List<Double> near(double value) {
        List<Double> near = new ArrayList<>();
        near.add(value);
        for (int digits = 16; digits >= 14; digits--) {
            near.add(new BigDecimal(value)
                    .round(new java.math.MathContext(digits))
                    .doubleValue());
        }
        near.add(Math.nextUp(value));
        near.add(Math.nextDown(value));
        return near;
    }
}
