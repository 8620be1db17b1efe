package org.bridgeconvoy.bridge;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;

/**
 * The short notation of the bridge tests: spans ({@code 90 s}, {@code 1.5 h}), instants ({@code 08:00}, {@code
 * 1+00:00:30.25} on day 1), hours ({@code 08:00-17:00}, {@code mon-fri 08:00-12:00, 13:00-17:00; sat 08:00-12:00}).
 */
final class Texts {

    private Texts() {}

    /** A span in nanoseconds. */
    static long span(String text) {
        String[] parts = text.trim().split(" ", -1);
        long unit = switch (parts[1]) {
            case "ns" -> 1;
            case "ms" -> 1_000_000;
            case "s" -> Nanos.SECOND;
            case "min" -> Nanos.MINUTE;
            case "h" -> Nanos.HOUR;
            case "d" -> Nanos.DAY;
            default -> throw new IllegalArgumentException("no unit: " + text);
        };
        return Math.round(Double.parseDouble(parts[0]) * unit);
    }

    /** A span in seconds. */
    static double seconds(String text) {
        return span(text) / (double) Nanos.SECOND;
    }

    /** An instant as nanoseconds since the start. */
    static long at(String text) {
        String[] dayAndTime = text.trim().split("\\+", -1);
        long day = dayAndTime.length == 1 ? 0 : Long.parseLong(dayAndTime[0]);
        String[] parts = dayAndTime[dayAndTime.length - 1].split(":", -1);
        long nanos = Long.parseLong(parts[0]) * Nanos.HOUR + Long.parseLong(parts[1]) * Nanos.MINUTE;
        if (parts.length == 3) {
            nanos += Math.round(Double.parseDouble(parts[2]) * Nanos.SECOND);
        }
        return day * Nanos.DAY + nanos;
    }

    /** An instant as text: exact, as short as it can be. */
    static String instant(long nanos) {
        long inDay = Math.floorMod(nanos, Nanos.DAY);
        long day = Math.floorDiv(nanos, Nanos.DAY);
        String text = String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d",
                day == 0 ? "" : day + "+",
                inDay / Nanos.HOUR,
                inDay / Nanos.MINUTE % 60,
                inDay / Nanos.SECOND % 60);
        long fraction = inDay % Nanos.SECOND;
        return fraction == 0
                ? text
                : text + String.format(Locale.ROOT, ".%09d", fraction).replaceAll("0+$", "");
    }

    /** Weekly hours. */
    static Hours hours(String text) {
        if (text.equals("always")) {
            return Hours.always();
        }
        if (Character.isDigit(text.charAt(0))) {
            return Hours.everyDay(intervals(text));
        }
        Map<DayOfWeek, List<DayInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split("; *", -1)) {
            String[] daysAndTimes = part.split(" ", 2);
            String[] days = daysAndTimes[0].split("-", -1);
            DayOfWeek last = day(days[days.length - 1]);
            for (DayOfWeek day = day(days[0]); ; day = day.plus(1)) {
                week.put(day, intervals(daysAndTimes[1]));
                if (day == last) {
                    break;
                }
            }
        }
        return Hours.weekly(week);
    }

    static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException("no day: " + text);
    }

    private static List<DayInterval> intervals(String text) {
        List<DayInterval> intervals = new ArrayList<>();
        for (String interval : text.split(", *", -1)) {
            String[] ends = interval.split("-", -1);
            long from = at(ends[0]);
            long to = at(ends[1]);
            intervals.add(new DayInterval(from, to > from ? to : to + Nanos.DAY));
        }
        return intervals;
    }
}
