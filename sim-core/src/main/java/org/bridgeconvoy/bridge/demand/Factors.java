package org.bridgeconvoy.bridge.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.LocalClock;

/** What all profiles share: checks of factors, and the time that a factor of a whole day is spread over. */
final class Factors {

    private Factors() {}

    static void check(String what, double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(what + " must be finite and >= 0, got " + factor);
        }
    }

    /** The factor of a day as a profile gives it. */
    static BigDecimal ofDay(DayFactor factor, int day, LocalDate date) {
        double value = factor.factor(day, date);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a factor of a day must be >= 0 and finite, got " + value + " for day "
                    + day + ", " + date + ", from profile " + factor);
        }
        return BigDecimal.valueOf(value);
    }

    /** The time that intervals of a day cover, on a wall clock. */
    static long openNanos(List<DayInterval> intervals, long midnight, LocalClock clock) {
        long open = 0;
        for (DayInterval interval : intervals) {
            open += clock.firstShowing(midnight + interval.toNanos())
                    - clock.firstShowing(midnight + interval.fromNanos());
        }
        return open;
    }
}
