package org.bridgeconvoy.calendar;

import java.time.LocalDate;

/**
 * The dates from {@code first} to {@code last}, both included.
 *
 * @param first first date
 * @param last last date, not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {

    /** Checks the order. */
    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "a range of dates must not end before it begins: " + first + ".." + last);
        }
    }

    /**
     * Whether a date lies in the range.
     *
     * @param date any
     * @return true also for the first and the last date
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
