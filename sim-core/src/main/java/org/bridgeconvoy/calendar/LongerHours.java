package org.bridgeconvoy.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Weekly hours made longer, or cut by other hours. */
public final class LongerHours {

    private static final int DAYS = 7;
    private static final long WEEK = DAYS * Nanos.DAY;

    private LongerHours() {}

    /**
     * Begins every interval earlier and ends it later by {@code nanos}; intervals that then overlap are merged. The part before midnight
     * belongs to the previous day.
     *
     * @param hours the hours to extend
     * @param nanos above 0, at most 12 h
     * @return the longer hours
     */
    public static Hours extended(Hours hours, long nanos) {
        return extended(hours, interval -> nanos, interval -> nanos);
    }

    /**
     * The hours of several shifts, extended only at the ends of their union: a shift's interval begins earlier if no shift is on just
     * before it, and ends later if none is on just after it. Where the gap between two intervals of the union is shorter than twice {@code
     * nanos}, they meet in the middle, so that at no time both have their servers. Hours whose union is always or never open stay as they
     * are.
     *
     * @param shifts the hours of each shift, at least one
     * @param nanos above 0, at most 12 h
     * @return the hours of each, in their order
     */
    public static List<Hours> extendedAtEnds(List<Hours> shifts, long nanos) {
        if (shifts.size() == 1) {
            Hours only = shifts.get(0);
            return only.isAlways() || only.isNever() ? shifts : List.of(extended(only, nanos));
        }
        List<long[]> union =
                union(shifts.stream().flatMap(hours -> pieces(hours).stream()).toList());
        return shifts.stream()
                .map(hours -> extended(hours, from -> before(union, from, nanos), to -> after(union, to, nanos)))
                .toList();
    }

    /** How much earlier an interval that begins at {@code from} may begin; 0 if a shift is on just before. */
    private static long before(List<long[]> union, long from, long nanos) {
        long gap = WEEK;
        for (long[] on : union) {
            // Time since the beginning of an interval of the union, modulo a week.
            long inside = Math.floorMod(from - 1 - on[0], WEEK);
            if (inside < on[1] - on[0]) {
                return 0;
            }
            gap = Math.min(gap, Math.floorMod(from - on[1], WEEK));
        }
        return Math.min(nanos, gap / 2);
    }

    /** How much later an interval that ends at {@code to} may end; 0 if a shift is on just after. */
    private static long after(List<long[]> union, long to, long nanos) {
        long gap = WEEK;
        for (long[] on : union) {
            if (Math.floorMod(to - on[0], WEEK) < on[1] - on[0]) {
                return 0;
            }
            gap = Math.min(gap, Math.floorMod(on[0] - to, WEEK));
        }
        return Math.min(nanos, gap / 2);
    }

    /** Extends every interval by the values of the two functions at its ends, as times since Monday 00:00. */
    private static Hours extended(Hours hours, LongUnaryOperator before, LongUnaryOperator after) {
        Map<DayOfWeek, List<DayInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            long midnight = (day.getValue() - 1) * Nanos.DAY;
            for (DayInterval interval : hours.on(day)) {
                long from = interval.fromNanos() - before.applyAsLong(midnight + interval.fromNanos());
                long to = interval.toNanos() + after.applyAsLong(midnight + interval.toNanos());
                if (from < 0) {
                    add(week, day.minus(1), from + Nanos.DAY, Nanos.DAY);
                    from = 0;
                }
                long end = Math.min(to, from + Nanos.DAY);
                add(week, day, from, end);
                if (end < to) {
                    add(week, day.plus(1), end - Nanos.DAY, to - Nanos.DAY);
                }
            }
        }
        return merged(week);
    }

    /**
     * The part of {@code hours} outside {@code taken}, on a calendar without closed dates.
     *
     * @param hours the hours to cut
     * @param taken the hours to remove
     * @return the rest, perhaps {@linkplain Hours#isNever never}
     */
    public static Hours without(Hours hours, Hours taken) {
        List<long[]> rest = union(pieces(hours));
        for (long[] cut : union(pieces(taken))) {
            List<long[]> left = new ArrayList<>();
            for (long[] piece : rest) {
                addIfAny(left, piece[0], Math.min(piece[1], cut[0]));
                addIfAny(left, Math.max(piece[0], cut[1]), piece[1]);
            }
            rest = left;
        }
        Map<DayOfWeek, List<DayInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (long[] piece : rest) {
            for (long from = piece[0]; from < piece[1]; ) {
                long midnight = from / Nanos.DAY * Nanos.DAY;
                long to = Math.min(piece[1], midnight + Nanos.DAY);
                add(week, DayOfWeek.of((int) (from / Nanos.DAY) + 1), from - midnight, to - midnight);
                from = to;
            }
        }
        return merged(week);
    }

    /**
     * Whether two weekly hours overlap.
     *
     * @param one the first
     * @param other the second
     * @return false if they only touch
     */
    public static boolean overlap(Hours one, Hours other) {
        List<long[]> others = union(pieces(other));
        for (long[] a : union(pieces(one))) {
            for (long[] b : others) {
                if (Math.max(a[0], b[0]) < Math.min(a[1], b[1])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void add(Map<DayOfWeek, List<DayInterval>> week, DayOfWeek day, long from, long to) {
        week.computeIfAbsent(day, d -> new ArrayList<>()).add(new DayInterval(from, to));
    }

    private static void addIfAny(List<long[]> pieces, long from, long to) {
        if (from < to) {
            pieces.add(new long[] {from, to});
        }
    }

    /** The intervals on a clock that runs from Monday 00:00 for one week; time after its end wraps to its beginning. */
    private static List<long[]> pieces(Hours hours) {
        List<long[]> pieces = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            long midnight = (day.getValue() - 1) * Nanos.DAY;
            for (DayInterval interval : hours.on(day)) {
                long from = midnight + interval.fromNanos();
                long to = midnight + interval.toNanos();
                addIfAny(pieces, from, Math.min(to, WEEK));
                addIfAny(pieces, 0, to - WEEK);
            }
        }
        return pieces;
    }

    private static List<long[]> union(List<long[]> pieces) {
        List<long[]> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingLong(p -> p[0]));
        List<long[]> merged = new ArrayList<>();
        for (long[] piece : sorted) {
            long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && piece[0] <= last[1]) {
                last[1] = Math.max(last[1], piece[1]);
            } else {
                merged.add(piece.clone());
            }
        }
        return merged;
    }

    /** Merges the overlapping intervals of each day. A merged interval beyond 24 h is cut; its rest belongs to the next day. */
    private static Hours merged(Map<DayOfWeek, List<DayInterval>> week) {
        Map<DayOfWeek, List<DayInterval>> result = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, intervals) -> {
            List<long[]> pieces = new ArrayList<>();
            intervals.forEach(i -> pieces.add(new long[] {i.fromNanos(), i.toNanos()}));
            for (long[] piece : union(pieces)) {
                long end = Math.min(piece[1], piece[0] + Nanos.DAY);
                result.computeIfAbsent(day, d -> new ArrayList<>()).add(new DayInterval(piece[0], end));
            }
        });
        return Hours.weekly(result);
    }
}
