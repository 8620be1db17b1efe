package org.bridgeconvoy.report;

import java.time.LocalDate;
import org.bridgeconvoy.result.TripTable;

/**
 * Writes times of a run as ISO-8601 local date-times on the origin's clock. Not thread-safe: it caches the last date.
 */
final class Clock {

    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final LocalDate start;
    private long cachedDay = Long.MIN_VALUE;
    private String cachedDate = "";

    /** A clock that shows 00:00 of the start date at time 0. */
    Clock(LocalDate start) {
        this.start = start;
    }

    /** The date of a day of the run; day 0 is the start. */
    String date(long day) {
        if (day != cachedDay) {
            cachedDay = day;
            cachedDate = start.plusDays(day).toString();
        }
        return cachedDate;
    }

    /** {@code 2024-09-02T08:00:00.000}, rounded half up to the millisecond; empty for {@link TripTable#NOT_REACHED}. */
    String dateTime(long nanos) {
        if (nanos == TripTable.NOT_REACHED) {
            return "";
        }
        long millis = Math.floorDiv(nanos + 500_000L, 1_000_000L);
        int ofDay = (int) Math.floorMod(millis, MILLIS_PER_DAY);
        StringBuilder text = new StringBuilder(24).append(date(Math.floorDiv(millis, MILLIS_PER_DAY)));
        digits(text.append('T'), ofDay / 3_600_000, 2);
        digits(text.append(':'), ofDay / 60_000 % 60, 2);
        digits(text.append(':'), ofDay / 1000 % 60, 2);
        digits(text.append('.'), ofDay % 1000, 3);
        return text.toString();
    }

    /** Appends a number of two or three digits, with leading zeros. */
    private static void digits(StringBuilder text, int value, int width) {
        for (int unit = width == 3 ? 100 : 10; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
    }
}
