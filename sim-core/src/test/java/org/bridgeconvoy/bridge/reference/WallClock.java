package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import org.bridgeconvoy.calendar.Nanos;

/**
 * What the clock on the wall of a bank shows, against the simulation clock, which counts from 00:00 of the start on the origin's.
 *
 * @param start the date of the start
 * @param aheadNanos how far this clock is ahead of the origin's
 */
record WallClock(LocalDate start, long aheadNanos) {

    /** The instant at which it shows a time of a date; beyond 24 h it is a time of the next date. */
    long instant(LocalDate date, long timeOfDay) {
        return (date.toEpochDay() - start.toEpochDay()) * Nanos.DAY + timeOfDay - aheadNanos;
    }

    /** The next instant after {@code now} at which it shows one of some times of day. */
    long nextOf(Iterable<Long> timesOfDay, long now) {
        long next = Time.NEVER;
        LocalDate first = start.plusDays(now / Nanos.DAY - 3);
        for (int day = 0; day < 7; day++) {
            for (long timeOfDay : timesOfDay) {
                long at = instant(first.plusDays(day), timeOfDay);
                next = at > now ? Math.min(next, at) : next;
            }
        }
        return next;
    }
}
