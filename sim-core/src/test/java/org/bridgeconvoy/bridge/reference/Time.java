package org.bridgeconvoy.bridge.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/** "The clock is a 64-bit count of nanoseconds from start. Durations round half up to the nanosecond." (Section 2) */
final class Time {

    static final long NEVER = Long.MAX_VALUE;

    private Time() {}

    static long after(long time, long duration) {
        return Nanos.after(time, duration);
    }

    /** A drawn duration. */
    static long draw(Distribution seconds, RandomStream random) {
        return Nanos.delayOfSeconds(seconds.sample(random));
    }

    /** "The load divided by rate" (section 3), exact. */
    static long ofLoad(long milligrams, double tonnesPerHour) {
        return BigDecimal.valueOf(milligrams)
                .multiply(BigDecimal.valueOf(Nanos.HOUR))
                .divide(new BigDecimal(tonnesPerHour).movePointRight(9), 20, RoundingMode.HALF_UP)
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
