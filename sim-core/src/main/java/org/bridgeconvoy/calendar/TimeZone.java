package org.bridgeconvoy.calendar;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A clock by its offset from UTC: fixed, or that of a named zone with all its changes. Named zones follow the version of the IANA time zone
 * database that is packed with the library, never the JDK's. They are exact from 1970 on; earlier times have the offset of the beginning of
 * 1970, and after the table's last change the zone's yearly rule holds.
 */
public final class TimeZone {

    /** Yearly rules are laid out to this year. */
    private static final int LAST_YEAR = 9_200;

    private final String name;
    private final YearlyRule rule;

    /** Seconds since 1970 at which the offset changes, rising. */
    private final long[] changes;

    /** Seconds east of UTC before the first change, then after each change. */
    private final int[] offsets;

    /** What {@link #lastingLayout} gave last: all replications of a world ask for the same. */
    private volatile @Nullable Layout latest;

    private TimeZone(String name, YearlyRule rule, long[] changes, int[] offsets) {
        this.name = name;
        this.rule = rule;
        this.changes = changes;
        this.offsets = offsets;
    }

    /**
     * A clock that never changes.
     *
     * @param offset its lead over UTC
     * @return the clock
     */
    public static TimeZone fixed(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return new TimeZone(
                offset.getId(), new YearlyRule(seconds, seconds, null, null), new long[0], new int[] {seconds});
    }

    /**
     * The clock of a named zone.
     *
     * @param name as in the IANA database: {@code Europe/Warsaw}
     * @return the clock
     * @throws IllegalArgumentException if the table has no such zone
     */
    public static TimeZone of(String name) {
        if (!ZoneTable.packed().has(name)) {
            throw new IllegalArgumentException("must be a time zone of the IANA database " + version()
                    + " such as 'Europe/Warsaw', got '" + name + "'");
        }
        String[] parts = ZoneTable.packed().line(name).split("[| ]", -1);
        int count = parts.length - 2;
        long[] changes = new long[count];
        int[] offsets = new int[count + 1];
        offsets[0] = Integer.parseInt(parts[1]);
        long time = 0;
        for (int i = 0; i < count; i++) {
            String[] change = parts[i + 2].split(":", -1);
            time += Long.parseLong(change[0]);
            changes[i] = time;
            offsets[i + 1] = Integer.parseInt(change[1]);
        }
        return new TimeZone(name, YearlyRule.parse(parts[0]), changes, offsets);
    }

    /**
     * The names of all zones.
     *
     * @return in the order of the alphabet
     */
    public static List<String> names() {
        return ZoneTable.packed().names();
    }

    /**
     * The version of the table.
     *
     * @return such as {@code 2025b}
     */
    public static String version() {
        return ZoneTable.packed().version();
    }

    /**
     * The zone's name, or the offset of a fixed clock.
     *
     * @return such as {@code Europe/Warsaw} or {@code +08:00}
     */
    public String name() {
        return name;
    }

    /**
     * Whether the clock is a zone of the table.
     *
     * @return false for a fixed offset
     */
    public boolean isNamed() {
        return ZoneTable.packed().has(name);
    }

    /**
     * Whether the clock never changes.
     *
     * @return true for a fixed offset, and for zones without a change since 1970
     */
    public boolean isFixed() {
        return changes.length == 0 && !rule.changes();
    }

    /**
     * The changes of the clock within a span.
     *
     * @param from first second of the span, since 1970
     * @param to last second of the span
     * @param changes seconds since 1970, rising
     * @param offsets seconds east of UTC before the first change, then after each change
     */
    record Layout(long from, long to, long[] changes, int[] offsets) {}

    /** As {@link #layout}, for a long span: the one that was asked for last is not laid out again. */
    Layout lastingLayout(long from, long to) {
        Layout known = latest;
        if (known == null || known.from != from || known.to != to) {
            known = layout(from, to);
            latest = known;
        }
        return known;
    }

    /** The changes within {@code [from, to]}. */
    Layout layout(long from, long to) {
        long[] within = changesWithin(from, to);
        int[] leads = new int[within.length + 1];
        leads[0] = offsetAt(from - 1);
        for (int i = 0; i < within.length; i++) {
            leads[i + 1] = offsetAt(within[i]);
        }
        return new Layout(from, to, within, leads);
    }

    private long[] changesWithin(long from, long to) {
        long last = changes.length == 0 ? Long.MIN_VALUE : changes[changes.length - 1];
        long[] found = Arrays.stream(changes).filter(c -> c >= from && c <= to).toArray();
        if (!rule.changes() || to <= last) {
            return found;
        }
        int first = Math.max(yearOf(Math.max(from, last)) - 1, 1970);
        int end = Math.min(yearOf(to) + 1, LAST_YEAR);
        long[] later = IntStream.rangeClosed(first, end)
                .boxed()
                .flatMapToLong(year -> LongStream.of(rule.begins(year), rule.ends(year)))
                .filter(c -> c > last && c >= from && c <= to)
                .sorted()
                .toArray();
        long[] all = Arrays.copyOf(found, found.length + later.length);
        System.arraycopy(later, 0, all, found.length, later.length);
        return all;
    }

    /** The year of an instant, off by at most one. */
    private static int yearOf(long epochSecond) {
        return (int) Math.max(1, Math.min(LAST_YEAR, 1970 + Math.floorDiv(epochSecond, 31_556_952L)));
    }

    /**
     * Lead of the clock over UTC.
     *
     * @param epochSecond seconds since the beginning of 1970, UTC
     * @return seconds; negative if it is behind
     */
    public int offsetAt(long epochSecond) {
        int found = Arrays.binarySearch(changes, epochSecond);
        int index = found >= 0 ? found + 1 : -found - 1;
        if (index < changes.length || !rule.changes() || changes.length > 0 && index == 0) {
            return offsets[index];
        }
        int year = yearOf(epochSecond);
        int offset = offsets[index];
        long latest = changes.length == 0 ? Long.MIN_VALUE : changes[changes.length - 1];
        for (int y = year - 1; y <= year + 1; y++) {
            if (rule.begins(y) <= epochSecond && rule.begins(y) > latest) {
                latest = rule.begins(y);
                offset = rule.daylight();
            }
            if (rule.ends(y) <= epochSecond && rule.ends(y) > latest) {
                latest = rule.ends(y);
                offset = rule.standard();
            }
        }
        return offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeZone zone && name.equals(zone.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
