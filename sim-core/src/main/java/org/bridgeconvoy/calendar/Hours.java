package org.bridgeconvoy.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Weekly hours: for each day of the week, the intervals that begin on it. A value; it knows neither dates nor a clock
 * ({@link WorkCalendar} lays it on them).
 */
public final class Hours {

    private static final Hours ALWAYS = everyDay(List.of(DayInterval.WHOLE_DAY));

    private final Map<DayOfWeek, List<DayInterval>> intervals;

    private Hours(Map<DayOfWeek, List<DayInterval>> intervals) {
        this.intervals = intervals;
    }

    /**
     * Open all the time: 00:00 to 24:00 on every day.
     *
     * @return the same object for each call
     */
    public static Hours always() {
        return ALWAYS;
    }

    /**
     * Makes hours that repeat every day.
     *
     * @param intervals such as {@code "08:00-12:00", "13:00-17:00"}; {@code "19:00-05:00"} crosses midnight and belongs to
     *     the day on which it begins
     * @return the hours
     * @throws IllegalArgumentException if one is no interval or two of them overlap
     */
    public static Hours daily(String... intervals) {
        return everyDay(Arrays.stream(intervals).map(DayInterval::parse).toList());
    }

    /**
     * A copy with other hours on one day.
     *
     * @param day which
     * @param intervals the intervals that begin on that day, as in {@link #daily}; none for a closed day
     * @return a changed copy
     * @throws IllegalArgumentException if one is no interval or two of them overlap
     */
    public Hours with(DayOfWeek day, String... intervals) {
        Map<DayOfWeek, List<DayInterval>> changed = new EnumMap<>(this.intervals);
        changed.put(day, Arrays.stream(intervals).map(DayInterval::parse).toList());
        return weekly(changed);
    }

    /**
     * Makes hours from intervals that repeat every day.
     *
     * @param intervals in any order
     * @return the hours
     * @throws IllegalArgumentException if two of them overlap
     */
    public static Hours everyDay(List<DayInterval> intervals) {
        Map<DayOfWeek, List<DayInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, intervals);
        }
        return weekly(week);
    }

    /**
     * Intervals by the day on which they begin; a day that is not named is closed.
     *
     * @param week in any order
     * @return the hours
     * @throws IllegalArgumentException if two intervals of one day overlap
     */
    public static Hours weekly(Map<DayOfWeek, List<DayInterval>> week) {
        Map<DayOfWeek, List<DayInterval>> sorted = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<DayInterval> ofDay = new ArrayList<>(week.getOrDefault(day, List.of()));
            ofDay.sort(Comparator.comparingLong(DayInterval::fromNanos));
            for (int i = 1; i < ofDay.size(); i++) {
                if (ofDay.get(i - 1).overlaps(ofDay.get(i))) {
                    throw new IllegalArgumentException("hours overlap on " + day + ": " + ofDay);
                }
            }
            sorted.put(day, List.copyOf(ofDay));
        }
        return new Hours(sorted);
    }

    /**
     * The intervals that begin on a day, earliest first.
     *
     * @param day which
     * @return empty if it is closed
     */
    public List<DayInterval> on(DayOfWeek day) {
        return intervals.getOrDefault(day, List.of());
    }

    /**
     * Whether the hours are never open.
     *
     * @return true if no day has an interval
     */
    public boolean isNever() {
        return intervals.values().stream().allMatch(List::isEmpty);
    }

    /**
     * Whether every day is open from 00:00 to 24:00.
     *
     * @return true if nothing ever shuts
     */
    public boolean isAlways() {
        return intervals.values().stream().allMatch(List.of(DayInterval.WHOLE_DAY)::equals);
    }

    /**
     * A copy with every interval replaced by {@code change} of it.
     *
     * @param change maps an interval to its replacement
     * @return the changed hours
     */
    public Hours withEach(java.util.function.UnaryOperator<DayInterval> change) {
        Map<DayOfWeek, List<DayInterval>> changed = new EnumMap<>(DayOfWeek.class);
        intervals.forEach(
                (day, ofDay) -> changed.put(day, ofDay.stream().map(change).toList()));
        return weekly(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hours hours && intervals.equals(hours.intervals);
    }

    @Override
    public int hashCode() {
        return intervals.hashCode();
    }

    @Override
    public String toString() {
        return isAlways() ? "always" : intervals.toString();
    }
}
