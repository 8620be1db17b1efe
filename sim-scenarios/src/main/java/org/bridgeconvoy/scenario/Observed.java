package org.bridgeconvoy.scenario;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trucks that were counted on the bridge, to hold the simulated ones against.
 *
 * @param what {@code outbound_trucks} or {@code return_trucks}, as in {@code daily.csv}: those that left the bridge
 * @param isHourly whether each count is of an hour, else of a day
 * @param counts by the number of the hour or day since the start, from 0; what is missing was not observed
 */
public record Observed(String what, boolean isHourly, SortedMap<Integer, Double> counts) {

    /** Copies the counts. */
    public Observed {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
