package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;

/**
 * Hours laid on the simulation clock. "Intervals are half open: open at the first instant, shut at the last; intervals that touch
 * are one opening." (Section 2)
 */
final class OpenHours {

    /** Weekly hours with a gap have one in every seven days, so that what fills the margin has always been open. */
    private static final int MARGIN_DAYS = 16;

    record Opening(long from, long to) {
        boolean holds(long time) {
            return from <= time && time < to;
        }
    }

    private final List<Opening> openings;

    private OpenHours(List<Opening> openings) {
        this.openings = openings;
    }

    /** "On a date in closed no interval begins." (Section 2) */
    static OpenHours of(Hours hours, WallClock clock, List<DateRange> closed, long horizon) {
        List<Opening> intervals = new ArrayList<>();
        LocalDate first = clock.start().minusDays(MARGIN_DAYS);
        long days = horizon / Nanos.DAY + 2 * MARGIN_DAYS;
        for (long day = 0; day <= days; day++) {
            LocalDate date = first.plusDays(day);
            if (closed.stream().anyMatch(range -> range.contains(date))) {
                continue;
            }
            for (DayInterval interval : hours.on(date.getDayOfWeek())) {
                intervals.add(new Opening(
                        clock.instant(date, interval.fromNanos()), clock.instant(date, interval.toNanos())));
            }
        }
        return new OpenHours(endless(merged(intervals), horizon));
    }

    private static List<Opening> merged(List<Opening> intervals) {
        List<Opening> merged = new ArrayList<>();
        intervals.stream()
                .filter(i -> i.from < i.to)
                .sorted(Comparator.comparingLong(Opening::from))
                .forEach(next -> {
                    int last = merged.size() - 1;
                    if (last >= 0 && merged.get(last).to >= next.from) {
                        Opening before = merged.get(last);
                        merged.set(last, new Opening(before.from, Math.max(before.to, next.to)));
                    } else {
                        merged.add(next);
                    }
                });
        return merged;
    }

    /** What has been open for as long as one can see has always been, and what stays so does not end. */
    private static List<Opening> endless(List<Opening> merged, long horizon) {
        return merged.stream()
                .map(o -> new Opening(
                        o.from < -(MARGIN_DAYS - 2) * Nanos.DAY && o.to > 0 ? Long.MIN_VALUE : o.from,
                        o.to > horizon + (MARGIN_DAYS - 2) * Nanos.DAY ? Time.NEVER : o.to))
                .toList();
    }

    /** These hours without the closures of the bridge. */
    OpenHours without(List<Closure> closures) {
        List<Opening> rest = openings;
        for (Closure closure : closures) {
            List<Opening> cut = new ArrayList<>();
            for (Opening o : rest) {
                cut.add(new Opening(o.from, Math.min(o.to, closure.fromNanos())));
                cut.add(new Opening(Math.max(o.from, closure.toNanos()), o.to));
            }
            rest = merged(cut);
        }
        return new OpenHours(rest);
    }

    boolean isOpen(long now) {
        for (Opening o : openings) {
            if (o.holds(now)) {
                return true;
            }
        }
        return false;
    }

    /** The opening that holds an instant at which it is open. */
    Opening at(long now) {
        return openings.stream().filter(o -> o.holds(now)).findFirst().orElseThrow();
    }

    /** The next instant at which it opens or shuts. */
    long nextChange(long now) {
        long next = Time.NEVER;
        for (Opening o : openings) {
            next = o.from > now ? Math.min(next, o.from) : next;
            next = o.to > now ? Math.min(next, o.to) : next;
        }
        return next;
    }
}
