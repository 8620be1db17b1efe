package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.random.Distribution;

/**
 * Trucks that are alike.
 *
 * @param name its name; empty for a fleet of one class
 * @param trucks how many, at least 0
 * @param payloadTonnes the most one carries, above 0; infinite for no limit
 * @param tareTonnes mass of the empty truck, at least 0
 * @param turnaroundSeconds distribution of the rest after the return, in seconds, never below 0
 */
public record TruckClass(
        String name, int trucks, double payloadTonnes, double tareTonnes, Distribution turnaroundSeconds) {

    /** Checks the ranges. */
    public TruckClass {
        Checks.require(trucks >= 0, "trucks must be >= 0, got " + trucks);
        Checks.require(payloadTonnes > 0, "payload must be > 0 t, got " + payloadTonnes + " t");
        Checks.require(
                tareTonnes >= 0 && tareTonnes < Double.POSITIVE_INFINITY,
                "tare must be >= 0 t, got " + tareTonnes + " t");
        Checks.atLeastZero("turnaround", turnaroundSeconds, "s");
    }

    /** The same with another number of trucks. */
    public TruckClass withTrucks(int changed) {
        return new TruckClass(name, changed, payloadTonnes, tareTonnes, turnaroundSeconds);
    }

    /** The most a truck carries over a bridge that limits a truck's gross mass; not above 0 if it cannot cross at all. */
    public double carryingTonnes(double maxTruckMassTonnes) {
        return Math.min(payloadTonnes, maxTruckMassTonnes - tareTonnes);
    }
}
