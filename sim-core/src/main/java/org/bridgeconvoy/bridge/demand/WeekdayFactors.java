package org.bridgeconvoy.bridge.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * A factor for each day of the week; a day that is not named has factor 1.
 *
 * @param factors at least 0 each
 */
public record WeekdayFactors(Map<DayOfWeek, Double> factors) implements DayFactor {

    /** Checks the range and copies. */
    public WeekdayFactors {
        factors = Map.copyOf(factors);
        factors.forEach((day, factor) -> Factors.check("factor of " + day, factor));
    }

    @Override
    public double factor(int day, LocalDate date) {
        return factors.getOrDefault(date.getDayOfWeek(), 1.0);
    }
}
