package org.bridgeconvoy.bridge.run.traffic;

/** Numbers vehicles over all names in the order of joining, from 1. */
final class VehicleNumbers {

    private int last;

    int next() {
        last = Math.incrementExact(last);
        return last;
    }
}
