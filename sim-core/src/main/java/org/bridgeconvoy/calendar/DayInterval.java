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

    /** Its length in nanoseconds. */
    public long lengthNanos() {
        return toNanos - fromNanos;
    }

    /** Whether the two share more than an end point, both taken on the same day. */
    public boolean overlaps(DayInterval other) {
        return fromNanos < other.toNanos && other.fromNanos < toNanos;
    }
}
