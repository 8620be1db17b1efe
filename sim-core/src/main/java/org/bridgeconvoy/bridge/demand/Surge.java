package org.bridgeconvoy.bridge.demand;

import java.time.LocalDate;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.numeric.Fdlibm;

/**
 * A sudden rise that fades: factor 1 before the start, linear to {@code peak} over {@code riseNanos}, then
 * 1 + (peak - 1) * 2^(-elapsed / half-life), where elapsed counts from the peak.
 *
 * @param startNanos time since the start of the run at which it begins
 * @param riseNanos time from the start to the peak; 0 is a jump
 * @param peak factor at the peak, at least 0
 * @param halfLifeNanos time in which the excess over 1 halves, above 0
 */
public record Surge(long startNanos, long riseNanos, double peak, long halfLifeNanos) implements DayFactor {

    /** Checks the ranges. */
    public Surge {
        Factors.check("surge.peak", peak);
        if (riseNanos < 0 || halfLifeNanos <= 0) {
            throw new IllegalArgumentException(
                    "surge needs rise >= 0 and half-life > 0, got " + riseNanos + " ns and " + halfLifeNanos + " ns");
        }
    }

    @Override
    public double factor(int day, LocalDate date) {
        long elapsed = day * Nanos.DAY - startNanos;
        if (elapsed < 0) {
            return 1;
        }
        if (elapsed < riseNanos) {
            return 1 + (peak - 1) * ((double) elapsed / riseNanos);
        }
        double halves = (double) (elapsed - riseNanos) / halfLifeNanos;
        return 1 + (peak - 1) * Fdlibm.pow(2, -halves);
    }
}
