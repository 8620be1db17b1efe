package org.bridgeconvoy.bridge.demand;

import java.time.LocalDate;
import org.bridgeconvoy.calendar.Nanos;

/**
 * A factor that changes linearly from one value to another, and is constant before and after.
 *
 * @param from factor until {@code startNanos}, at least 0
 * @param to factor from {@code startNanos + overNanos} on, at least 0
 * @param startNanos time since the start of the run at which it begins to change
 * @param overNanos how long it changes; 0 is a step
 */
public record Ramp(double from, double to, long startNanos, long overNanos) implements DayFactor {

    /** Checks the ranges. */
    public Ramp {
        Factors.check("ramp.from", from);
        Factors.check("ramp.to", to);
        if (overNanos < 0) {
            throw new IllegalArgumentException("ramp.over must be >= 0, got " + overNanos + " ns");
        }
    }

    @Override
    public double factor(int day, LocalDate date) {
        long elapsed = day * Nanos.DAY - startNanos;
        if (elapsed <= 0 && !(elapsed == 0 && overNanos == 0)) {
            return from;
        }
        return elapsed >= overNanos ? to : from + (to - from) * ((double) elapsed / overNanos);
    }
}
