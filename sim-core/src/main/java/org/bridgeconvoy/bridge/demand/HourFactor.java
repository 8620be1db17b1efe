package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Nanos;

/**
 * A factor of the demand's rate within some hours of the clock, every day. Unlike a factor of the day it does not spread a day's
 * quantity anew: with 2 in three hours of twelve, a day brings a quarter more.
 *
 * @param hours when it holds; they may cross midnight
 * @param factor at least 0; 1 changes nothing
 */
public record HourFactor(DayInterval hours, double factor) {

    /** Checks the range. */
    public HourFactor {
        if (!(factor >= 0) || factor == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a factor must be >= 0 and finite, got " + factor);
        }
    }

    /**
     * Whether both hold at some time of the clock.
     *
     * @param other any
     * @return false for hours that only touch
     */
    public boolean overlaps(HourFactor other) {
        return hours.overlaps(other.hours) || other.reachesOverMidnightInto(this) || reachesOverMidnightInto(other);
    }

    private boolean reachesOverMidnightInto(HourFactor other) {
        return other.hours.fromNanos() < hours.toNanos() - Nanos.DAY;
    }

    /** Whether it holds at a time of day. */
    boolean holdsAt(long timeOfDay) {
        return (timeOfDay >= hours.fromNanos() && timeOfDay < hours.toNanos())
                || timeOfDay < hours.toNanos() - Nanos.DAY;
    }

    /** The first time of day after another at which it begins or ends to hold; 24 h if there is none. */
    long nextChange(long timeOfDay) {
        long next = Nanos.DAY;
        for (long at : new long[] {hours.fromNanos(), hours.toNanos(), hours.toNanos() - Nanos.DAY}) {
            next = at > timeOfDay ? Math.min(next, at) : next;
        }
        return next;
    }
}
