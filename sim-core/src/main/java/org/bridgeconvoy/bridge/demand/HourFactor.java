package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Nanos;

/**
 * A factor of the demand's rate within some hours of the day, every day. A day's quantity is not spread anew to make up for it, unlike with
 * a factor of the day: a factor of 2 in three of twelve hours makes a day bring a quarter more.
 *
 * @param hours hours of the factor; they may cross midnight
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
     * Whether two factors hold at a common time of day.
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

    /** Whether the factor holds at a time of day. */
    boolean holdsAt(long timeOfDay) {
        return (timeOfDay >= hours.fromNanos() && timeOfDay < hours.toNanos())
                || timeOfDay < hours.toNanos() - Nanos.DAY;
    }

    /** The first time of day after another at which the factor begins or ceases to hold; 24 h if there is none. */
    long nextChange(long timeOfDay) {
        long next = Nanos.DAY;
        for (long at : new long[] {hours.fromNanos(), hours.toNanos(), hours.toNanos() - Nanos.DAY}) {
            next = at > timeOfDay ? Math.min(next, at) : next;
        }
        return next;
    }
}
