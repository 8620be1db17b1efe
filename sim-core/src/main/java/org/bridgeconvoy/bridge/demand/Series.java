package org.bridgeconvoy.bridge.demand;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Factors by the number of the day: 1 before the first entry, and a day that is not listed keeps the last factor.
 */
public final class Series implements DayFactor {

    private final NavigableMap<Integer, Double> factors;

    /**
     * A series.
     *
     * @param factors day number (day 0 begins at the start of the run; earlier days may be negative) to factor, at least 0
     */
    public Series(SortedMap<Integer, Double> factors) {
        factors.forEach((day, factor) -> Factors.check("factor of day " + day, factor));
        this.factors = new TreeMap<>(factors);
    }

    /**
     * The factors.
     *
     * @return by the number of the day, unmodifiable
     */
    public SortedMap<Integer, Double> factors() {
        return Collections.unmodifiableSortedMap(factors);
    }

    @Override
    public double factor(int day, LocalDate date) {
        Map.Entry<Integer, Double> entry = factors.floorEntry(day);
        return entry == null ? 1 : entry.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && factors.equals(series.factors);
    }

    @Override
    public int hashCode() {
        return factors.hashCode();
    }

    @Override
    public String toString() {
        return "Series" + factors;
    }
}
