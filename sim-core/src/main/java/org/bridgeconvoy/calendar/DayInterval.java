package org.bridgeconvoy.calendar;

/**
 * A half-open interval of one day's clock, {@code [fromNanos, toNanos)} after that day's 00:00. An interval that crosses
 * midnight belongs to the day on which it begins and ends above 24 h.
 *
 * @param fromNanos beginning, in [0, 24 h)
 * @param toNanos end, later than the beginning and at most 24 h after it
 */
public record DayInterval(long fromNanos, long toNanos) {

    /** The whole day, 00:00 to 24:00. */
    public static final DayInterval WHOLE_DAY = new DayInterval(0, Nanos.DAY);

    /** Checks the range. */
    public DayInterval {
        if (fromNanos < 0 || fromNanos >= Nanos.DAY) {
            throw new IllegalArgumentException("an interval must begin within its day, got " + fromNanos + " ns");
        }
        if (toNanos <= fromNanos || toNanos - fromNanos > Nanos.DAY) {
            throw new IllegalArgumentException(
                    "an interval must last more than 0 and at most 24 h, got " + (toNanos - fromNanos) + " ns");
        }
    }

    /**
     * An interval from text; an interval whose end is before its beginning crosses midnight.
     *
     * @param text such as {@code 08:00-17:00}, {@code 19:00-05:00} or {@code 00:00-24:00}
     * @return the interval
     * @throws IllegalArgumentException if the text is no interval
     */
    public static DayInterval parse(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("must be hours such as '08:00-17:00', got '" + text + "'");
        }
        long from = Nanos.ofClock(ends[0]);
        long to = Nanos.ofClock(ends[1]);
        if (from == Nanos.DAY) {
            throw new IllegalArgumentException("must begin before 24:00, got '" + text + "'");
        }
        if (from == to) {
            throw new IllegalArgumentException(
                    "must not begin and end at the same time (the whole day is '00:00-24:00'), got '" + text + "'");
        }
        return new DayInterval(from, to < from ? to + Nanos.DAY : to);
    }

    /**
     * Its length in nanoseconds.
     *
     * @return above 0, at most 24 h
     */
    public long lengthNanos() {
        return toNanos - fromNanos;
    }

    /**
     * Whether two intervals of the same day share more than an end point.
     *
     * @param other any
     * @return false for intervals that only touch
     */
    public boolean overlaps(DayInterval other) {
        return fromNanos < other.toNanos && other.fromNanos < toNanos;
    }
}
