package org.bridgeconvoy.bridge.config;

import java.util.List;
import org.bridgeconvoy.calendar.Nanos;

/**
 * How trucks are held before the bridge and released as convoys.
 *
 * @param size a convoy leaves when this many wait, exactly this many; {@code Integer.MAX_VALUE} for no such rule
 * @param maxWaitNanos all that wait leave when the first has waited this long; {@code Long.MAX_VALUE} for no such rule
 * @param departures times of day, in nanoseconds after 00:00 on the bank's clock, at which all that wait leave; empty
 *     for no such rule
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
}
