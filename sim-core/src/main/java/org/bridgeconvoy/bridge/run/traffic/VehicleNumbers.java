package org.bridgeconvoy.bridge.run.traffic;

/** Numbers the vehicles of all names from 1, in the order of joining. */
final class VehicleNumbers {

    private int last;

    int next() {
        last = Math.incrementExact(last);
        return last;
    }
}
