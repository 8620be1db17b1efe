package org.bridgeconvoy.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The wall clock of a bank relative to the simulation clock: its lead, and the changes of the lead. Local times are nanoseconds since 00:00
 * of the start date as the wall clock shows them. Immutable, shared by all replications.
 */
public final class LocalClock {

    /** Days before the start from which changes are laid out. */
    private static final long DAYS_BEFORE = 60;

    /** Days after the start up to which changes are laid out: the longest run, and the longest range of closed dates after it. */
    private static final long DAYS_AFTER = 75_000;

    /** Days by which no clock leads or lags. */
    private static final long DAYS_ABOUT = 2;

    private static final long SECONDS_A_DAY = 86_400;

    /** Instants of the simulation clock at which the wall clock jumps, rising. */
    private final long[] changes;

    /** Lead over the simulation clock before the first change, then after each change. */
    private final long[] ahead;

    private LocalClock(long[] changes, long[] ahead) {
        this.changes = changes;
        this.ahead = ahead;
    }

    /**
     * A wall clock that never jumps.
     *
     * @param aheadNanos its lead over the simulation clock; negative if it is behind
     * @return the clock
     */
    public static LocalClock fixed(long aheadNanos) {
        return new LocalClock(new long[0], new long[] {aheadNanos});
    }

    /**
     * The wall clock of a zone.
     *
     * @param zone the zone
     * @param start date at whose 00:00 the simulation clock is 0
     * @param reference the offset of the simulation clock from UTC in seconds
     * @return the clock
     */
    public static LocalClock of(TimeZone zone, LocalDate start, long reference) {
        long zero = start.toEpochDay() * SECONDS_A_DAY - reference;
        return of(
                zone.lastingLayout(zero - DAYS_BEFORE * SECONDS_A_DAY, zero + DAYS_AFTER * SECONDS_A_DAY),
                zero,
                reference);
    }

    private static LocalClock of(TimeZone.Layout layout, long zero, long reference) {
        long[] changes = Arrays.stream(layout.changes())
                .map(second -> (second - zero) * Nanos.SECOND)
                .toArray();
        long[] ahead = Arrays.stream(layout.offsets())
                .mapToLong(offset -> (offset - reference) * Nanos.SECOND)
                .toArray();
        return new LocalClock(changes, ahead);
    }

    /**
     * The offset from UTC of a simulation clock that begins when a zone's clock first shows 00:00 of a date and never changes.
     *
     * @param zone the zone
     * @param start the date
     * @return seconds east of UTC
     */
    public static long reference(TimeZone zone, LocalDate start) {
        long zero = start.toEpochDay() * SECONDS_A_DAY;
        TimeZone.Layout about = zone.layout(zero - DAYS_BEFORE * SECONDS_A_DAY, zero + DAYS_ABOUT * SECONDS_A_DAY);
        return -of(about, zero, 0).firstShowing(0) / Nanos.SECOND;
    }

    /**
     * Whether the wall clock never jumps.
     *
     * @return true if its lead is constant
     */
    public boolean isFixed() {
        return changes.length == 0;
    }

    /**
     * The first instant at which the wall clock shows a time or a later one: for a skipped time the instant of the change, for a time that
     * comes twice the first of the two.
     *
     * @param local nanoseconds since 00:00 of the start date on the wall clock
     * @return nanoseconds since the start on the simulation clock
     */
    public long firstShowing(long local) {
        int i = 0;
        if (changes.length > 0) {
            int found = Arrays.binarySearch(changes, local - DAYS_ABOUT * Nanos.DAY);
            i = found >= 0 ? found : -found - 1;
        }
        while (i < changes.length && local - ahead[i] >= changes[i]) {
            i++;
        }
        long time = local - ahead[i];
        return i == 0 ? time : Math.max(time, changes[i - 1]);
    }

    /**
     * Whether the wall clock ever shows a time.
     *
     * @param local nanoseconds since 00:00 of the start date on the wall clock
     * @return false for a time that is skipped
     */
    public boolean shows(long local) {
        long time = firstShowing(local);
        return time + aheadNanos(time) == local;
    }

    /**
     * Lead over the simulation clock.
     *
     * @param time nanoseconds since the start on the simulation clock
     * @return nanoseconds; negative if it is behind
     */
    public long aheadNanos(long time) {
        int found = Arrays.binarySearch(changes, time);
        return ahead[found >= 0 ? found + 1 : -found - 1];
    }

    /**
     * The next jump.
     *
     * @param time nanoseconds since the start on the simulation clock
     * @return after {@code time}; {@code Long.MAX_VALUE} if there is none
     */
    public long nextChange(long time) {
        int found = Arrays.binarySearch(changes, time);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next < changes.length ? changes[next] : Long.MAX_VALUE;
    }

    /**
     * The latest time that the wall clock has shown until an instant. An interval that runs from the first instant at which the clock shows
     * its beginning to the first at which it shows its end holds while this lies within it, also where the clock goes back.
     *
     * @param time nanoseconds since the start on the simulation clock
     * @return nanoseconds since 00:00 of the start date on the wall clock; never falls as {@code time} rises
     */
    public long latestShown(long time) {
        int found = Arrays.binarySearch(changes, time);
        int next = found >= 0 ? found + 1 : -found - 1;
        long latest = time + ahead[next];
        for (int i = next - 1; i >= 0 && changes[i] > time - DAYS_ABOUT * Nanos.DAY; i--) {
            latest = Math.max(latest, changes[i] + ahead[i] - 1);
        }
        return latest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalClock clock
                && Arrays.equals(changes, clock.changes)
                && Arrays.equals(ahead, clock.ahead);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(changes) + Arrays.hashCode(ahead);
    }

    @Override
    public String toString() {
        return changes.length == 0
                ? Nanos.toSeconds(ahead[0]) + " s ahead"
                : "a clock with " + changes.length + " changes";
    }
}
