package org.bridgeconvoy.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time in the clock's unit, the nanosecond, and the one rule by which seconds become nanoseconds. */
public final class Nanos {

    /** One second. */
    public static final long SECOND = 1_000_000_000L;

    /** One minute. */
    public static final long MINUTE = 60 * SECOND;

    /** One hour. */
    public static final long HOUR = 60 * MINUTE;

    /** One day of 24 hours; the clock knows no daylight saving. */
    public static final long DAY = 24 * HOUR;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d{1,9})?))?");

    private Nanos() {}

    /**
     * A duration in seconds as nanoseconds, rounded half up.
     *
     * @param seconds any finite number of seconds whose nanoseconds fit a {@code long}
     * @return nanoseconds
     * @throws IllegalArgumentException if it is NaN, infinite or does not fit
     */
    public static long ofSeconds(double seconds) {
        double nanos = Math.floor(seconds * 1e9 + 0.5);
        if (!(Math.abs(nanos) < 0x1p63)) {
            throw new IllegalArgumentException("a duration must be finite and below 292 years, got " + seconds + " s");
        }
        return (long) nanos;
    }

    /**
     * A delay in seconds as nanoseconds, rounded half up. A delay beyond the clock's range, infinite or not, becomes {@code
     * Long.MAX_VALUE}.
     *
     * @param seconds any number
     * @return nanoseconds; {@code Long.MAX_VALUE} from 292 years on
     * @throws IllegalArgumentException if it is NaN or below -292 years
     */
    public static long delayOfSeconds(double seconds) {
        double nanos = Math.floor(seconds * 1e9 + 0.5);
        if (Math.abs(nanos) < 0x1p63) {
            return (long) nanos;
        }
        return nanos > 0 ? Long.MAX_VALUE : ofSeconds(seconds);
    }

    /**
     * An instant after a delay.
     *
     * @param time an instant
     * @param delay nanoseconds
     * @return the sum; {@code Long.MAX_VALUE} (never) if the sum exceeds the clock's range
     */
    public static long after(long time, long delay) {
        long sum = time + delay;
        return delay > 0 && sum < time ? Long.MAX_VALUE : sum;
    }

    /**
     * An exact duration in seconds as nanoseconds, rounded half up.
     *
     * @param seconds any number whose nanoseconds fit a {@code long}
     * @return nanoseconds
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public static long ofSeconds(BigDecimal seconds) {
        return seconds.movePointRight(9)
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /**
     * A time of day as nanoseconds after 00:00.
     *
     * @param timeOfDay such as {@code 08:00}, {@code 8:05:30.5} or {@code 24:00}
     * @return from 0 to {@link #DAY}
     * @throws IllegalArgumentException if it is no time of day
     */
    public static long ofClock(String timeOfDay) {
        Matcher parts = CLOCK.matcher(timeOfDay.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be a time of day such as '08:00', got '" + timeOfDay + "'");
        }
        long hour = Long.parseLong(parts.group(1));
        long minute = Long.parseLong(parts.group(2));
        BigDecimal second = parts.group(3) == null ? BigDecimal.ZERO : new BigDecimal(parts.group(3));
        long nanos = hour * HOUR + minute * MINUTE + ofSeconds(second);
        if (nanos > DAY || minute >= 60 || second.intValue() >= 60) {
            throw new IllegalArgumentException("must be a time of day from 00:00 to 24:00, got '" + timeOfDay + "'");
        }
        return nanos;
    }

    /**
     * Nanoseconds as seconds, to the nearest {@code double}.
     *
     * @param nanos any
     * @return seconds
     */
    public static double toSeconds(long nanos) {
        return nanos / 1e9;
    }
}
