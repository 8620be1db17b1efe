package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.calendar.Nanos;

/** Integrals of powers of the time of day, counted in hours from noon on the simulation clock. */
final class TimeOfDay {

    private TimeOfDay() {}

    /** The integral of the power over a span of time, in nanoseconds; 0 if the end does not lie after the begin. */
    static double moment(long fromNanos, long toNanos, int power) {
        double sum = 0;
        long at = fromNanos;
        while (at < toNanos) {
            long midnight = Math.floorDiv(at, Nanos.DAY) * Nanos.DAY;
            long until = Math.min(toNanos, midnight + Nanos.DAY);
            sum += primitive(until - midnight, power) - primitive(at - midnight, power);
            at = until;
        }
        return sum * Nanos.HOUR;
    }

    private static double primitive(long timeOfDayNanos, int power) {
        double hours = (double) (timeOfDayNanos - Nanos.DAY / 2) / Nanos.HOUR;
        double product = hours;
        for (int i = 0; i < power; i++) {
            product *= hours;
        }
        return product / (power + 1);
    }
}
