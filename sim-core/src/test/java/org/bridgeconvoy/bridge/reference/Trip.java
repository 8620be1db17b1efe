package org.bridgeconvoy.bridge.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row of trips.csv (section 8); instants by the name of their column. */
final class Trip {

    final int truck;
    final int cargo;
    final long milligrams;

    /** The index of the cargo of its return load; -1 if it has none. */
    int returnCargo = -1;

    long returnMilligrams;
    final Map<String, Long> times = new LinkedHashMap<>();

    Trip(int truck, int cargo, long milligrams) {
        this.truck = truck;
        this.cargo = cargo;
        this.milligrams = milligrams;
    }

    void note(String column, long now) {
        times.put(column, now);
    }
}
