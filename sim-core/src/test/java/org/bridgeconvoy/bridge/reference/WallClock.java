package org.bridgeconvoy.bridge.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.OptionalLong;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;

/**
 * What the clock on the wall of a bank shows, against the simulation clock, which counts from 00:00 of the start on the origin's. The
 * rules of a zone are the JDK's: a source that the library does not use.
 *
 * @param start the date of the start
 * @param zero the instant of the start
 * @param rules of this clock
 */
record WallClock(LocalDate start, Instant zero, ZoneRules rules) {

    static WallClock of(LocalDate start, TimeZone origin, TimeZone bank) {
        Instant zero = firstShowing(start.atStartOfDay(), rules(origin));
        return new WallClock(start, zero, rules(bank));
    }

    /** A clock that shows what the simulation clock shows: it never jumps. */
    static WallClock ofSimulation(LocalDate start) {
        return new WallClock(start, start.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC.getRules());
    }

    private static ZoneRules rules(TimeZone zone) {
        return ZoneId.of(zone.name()).getRules();
    }

    /** "A time that is skipped is the instant of the change", and of one that is repeated "the first instant" counts. (Section 2) */
    private static Instant firstShowing(LocalDateTime time, ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(time);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return time.toInstant(rules.getValidOffsets(time).get(0));
    }

    private static LocalDateTime time(LocalDate date, long timeOfDay) {
        return date.atStartOfDay().plusNanos(timeOfDay);
    }

    /** The instant at which it shows a time of a date; beyond 24 h it is a time of the next date. */
    long instant(LocalDate date, long timeOfDay) {
        return Duration.between(zero, firstShowing(time(date, timeOfDay), rules))
                .toNanos();
    }

    /** "A departure or release at a skipped time does not take place that day." (Section 2) */
    OptionalLong event(LocalDate date, long timeOfDay) {
        boolean isSkipped = rules.getValidOffsets(time(date, timeOfDay)).isEmpty();
        return isSkipped ? OptionalLong.empty() : OptionalLong.of(instant(date, timeOfDay));
    }

    /** The next instant after {@code now} at which it shows one of some times of day. */
    long nextOf(Iterable<Long> timesOfDay, long now) {
        long next = Time.NEVER;
        LocalDate first = start.plusDays(now / Nanos.DAY - 3);
        for (int day = 0; day < 7; day++) {
            for (long timeOfDay : timesOfDay) {
                long at = event(first.plusDays(day), timeOfDay).orElse(Time.NEVER);
                next = at > now ? Math.min(next, at) : next;
            }
        }
        return next;
    }
}
