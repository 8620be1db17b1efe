package org.bridgeconvoy.bridge.config;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;

/**
 * How trucks are held before the bridge and released as convoys. Begin with {@link #ofSize} or {@link #departing}. A convoy leaves as soon
 * as any of its rules releases it.
 *
 * @param size a convoy leaves when exactly {@code size} trucks wait; {@code Integer.MAX_VALUE} for no such rule
 * @param maxWaitNanos all waiting trucks leave when the first has waited this long; {@code Long.MAX_VALUE} for no such rule
 * @param departures times of day, in nanoseconds after 00:00 on the bank's clock, at which all waiting trucks leave; empty for no such rule
 * @param exclusive whether a control that turns by the queues keeps the lane between the entries of one convoy
 */
public record ConvoyRule(int size, long maxWaitNanos, List<Long> departures, boolean exclusive) {

    /** Checks the ranges, sorts and copies the departures. */
    public ConvoyRule {
        Checks.require(size >= 1, "convoys size must be >= 1, got " + size);
        Checks.atLeastZero("convoys max-wait", maxWaitNanos);
        departures = departures.stream().sorted().distinct().toList();
        for (long at : departures) {
            Checks.require(at >= 0 && at < Nanos.DAY, "a departure must lie within the day, got " + at + " ns");
        }
        Checks.require(
                size < Integer.MAX_VALUE || maxWaitNanos < Long.MAX_VALUE || !departures.isEmpty(),
                "a convoy needs a size, a max-wait or departures, or it never leaves");
    }

    /**
     * Convoys of a size.
     *
     * @param size number of trucks in a convoy, at least 1
     * @return the rule, without a limit of the wait
     */
    public static ConvoyRule ofSize(int size) {
        return new ConvoyRule(size, Long.MAX_VALUE, List.of(), false);
    }

    /**
     * Convoys at times of day.
     *
     * @param timesOfDay times at which all waiting trucks leave, such as {@code "09:00"}, on the bank's clock; at least one
     * @return the rule
     * @throws IllegalArgumentException if one is no time of day
     */
    public static ConvoyRule departing(String... timesOfDay) {
        List<Long> departures = Arrays.stream(timesOfDay).map(Nanos::ofClock).toList();
        return new ConvoyRule(Integer.MAX_VALUE, Long.MAX_VALUE, departures, false);
    }

    /**
     * A copy with a limit of the wait.
     *
     * @param nanos all waiting trucks leave when the first has waited this long, at least 0
     * @return a changed copy
     */
    public ConvoyRule withMaxWaitNanos(long nanos) {
        return new ConvoyRule(size, nanos, departures, exclusive);
    }

    /**
     * A copy with the lane kept for a convoy until all its trucks have entered, under a control that turns by the queues.
     *
     * @return a changed copy
     */
    public ConvoyRule asExclusive() {
        return new ConvoyRule(size, maxWaitNanos, departures, true);
    }
}
