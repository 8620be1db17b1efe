package org.bridgeconvoy.scenario;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trucks counted on the real bridge, which a run compares with the simulated ones.
 *
 * @param what {@code outbound_trucks} or {@code return_trucks}: trucks that left the bridge in that direction, as in
 *     {@code daily.csv}
 * @param isHourly true if each count covers an hour, false if it covers a day
 * @param byWallClock true if hours and dates are those that the origin's wall clock shows, false if days are counted from the
 *     start in 24 h each, as in {@code daily.csv}; they differ only where the clock changes during the run
 * @param counts number of trucks by the number of the hour or day since the start of the run, from 0; an hour or day
 *     without an entry was not observed
 */
public record Observed(String what, boolean isHourly, boolean byWallClock, SortedMap<Integer, Double> counts) {

    /** Copies the counts. */
    public Observed {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
