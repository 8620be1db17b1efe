package org.bridgeconvoy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Lays weekly {@link Hours} on dates and a local clock and gives the {@link Openings} on the simulation clock, which
 * counts nanoseconds from 00:00 of the start date on the reference clock.
 *
 * @param start date at whose 00:00 on the reference clock the simulation clock is 0
 * @param clock the local clock
 * @param closed dates, on the local clock, on which no interval begins
 */
public record WorkCalendar(LocalDate start, LocalClock clock, List<DateRange> closed) {

    /** Hours repeat weekly, so an opening longer than this never ends (or never began) unless a closed date cuts it. */
    private static final int MARGIN_DAYS = 9;

    /** Copies the list. */
    public WorkCalendar {
        closed = List.copyOf(closed);
    }

    /**
     * A calendar on a local clock that never jumps.
     *
     * @param start date at whose 00:00 on the reference clock the simulation clock is 0
     * @param aheadNanos how far the local clock is ahead of the reference clock (negative: behind)
     * @param closed dates, on the local clock, on which no interval begins
     */
    public WorkCalendar(LocalDate start, long aheadNanos, List<DateRange> closed) {
        this(start, LocalClock.fixed(aheadNanos), closed);
    }

    /**
     * A calendar on the reference clock without closed dates.
     *
     * @param start date at whose 00:00 the simulation clock is 0
     * @return the calendar
     */
    public static WorkCalendar plain(LocalDate start) {
        return new WorkCalendar(start, 0, List.of());
    }

    /**
     * The openings that touch {@code [0, horizonNanos]}. An interval runs from the first instant at which the local clock shows its
     * beginning to the first at which it shows its end; the instant of the change stands for a skipped time. Each opening has its true
     * beginning and end, even before the start or after the horizon. {@code always} without closed dates never begins and never ends.
     *
     * @param hours weekly, on the local clock
     * @param horizonNanos the length of the run, above 0
     * @return on the simulation clock
     */
    public Openings openings(Hours hours, long horizonNanos) {
        if (hours.isAlways() && closed.isEmpty()) {
            return Openings.always();
        }
        int firstDay = -MARGIN_DAYS;
        int lastDay = (int) (horizonNanos / Nanos.DAY) + MARGIN_DAYS + lastClosedAfter(horizonNanos);
        long[] starts = new long[64];
        long[] ends = new long[64];
        int count = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            LocalDate date = start.plusDays(day);
            if (isClosed(date)) {
                continue;
            }
            for (DayInterval interval : hours.on(dayOfWeek(date))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                starts[count] = clock.firstShowing(day * Nanos.DAY + interval.fromNanos());
                ends[count++] = clock.firstShowing(day * Nanos.DAY + interval.toNanos());
            }
        }
        Openings merged = Openings.of(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
        return unbounded(
                merged, clock.firstShowing(firstDay * Nanos.DAY), clock.firstShowing((lastDay + 1) * Nanos.DAY));
    }

    /**
     * Whether no interval begins on a local date.
     *
     * @param date on the local clock
     * @return whether no interval begins on it
     */
    public boolean isClosed(LocalDate date) {
        for (DateRange range : closed) {
            if (range.contains(date)) {
                return true;
            }
        }
        return false;
    }

    private static DayOfWeek dayOfWeek(LocalDate date) {
        return date.getDayOfWeek();
    }

    private int lastClosedAfter(long horizonNanos) {
        LocalDate horizon = start.plusDays(horizonNanos / Nanos.DAY);
        long days = 0;
        for (DateRange range : closed) {
            if (!range.first().isAfter(horizon.plusDays(MARGIN_DAYS))) {
                days = Math.max(days, range.last().toEpochDay() - horizon.toEpochDay());
            }
        }
        return (int) Math.min(days, 36_600);
    }

    /** Extends an opening that reaches the edge of the margin without end. */
    private static Openings unbounded(Openings merged, long first, long last) {
        int count = merged.count();
        if (count == 0) {
            return merged;
        }
        long[] starts = new long[count];
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = i == 0 && merged.start(0) <= first && merged.end(0) > 0 ? Long.MIN_VALUE : merged.start(i);
            ends[i] = i == count - 1 && merged.end(i) >= last ? Long.MAX_VALUE : merged.end(i);
        }
        return Openings.of(starts, ends);
    }
}
