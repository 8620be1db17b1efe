package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.random.Distribution;

/**
 * Identical trucks. {@link #of} has defaults for all but their number.
 *
 * @param name its name; empty for a fleet of one class
 * @param trucks number of trucks, at least 0
 * @param payloadTonnes the most that one truck carries, above 0; infinite for no limit
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

    /**
     * Trucks without a name, a limit of payload, a tare or a rest.
     *
     * @param trucks how many, at least 0
     * @return the class
     */
    public static TruckClass of(int trucks) {
        return new TruckClass("", trucks, Double.POSITIVE_INFINITY, 0, Distribution.constant(0));
    }

    /**
     * A copy with a name, which a fleet of several classes needs.
     *
     * @param changed its name
     * @return a changed copy
     */
    public TruckClass withName(String changed) {
        return new TruckClass(changed, trucks, payloadTonnes, tareTonnes, turnaroundSeconds);
    }

    /**
     * A copy with another number of trucks.
     *
     * @param changed how many, at least 0
     * @return a changed copy
     */
    public TruckClass withTrucks(int changed) {
        return new TruckClass(name, changed, payloadTonnes, tareTonnes, turnaroundSeconds);
    }

    /**
     * A copy with another payload.
     *
     * @param changed the most that one truck carries, above 0; infinite for no limit
     * @return a changed copy
     */
    public TruckClass withPayloadTonnes(double changed) {
        return new TruckClass(name, trucks, changed, tareTonnes, turnaroundSeconds);
    }

    /**
     * A copy with another tare.
     *
     * @param changed mass of the empty truck, at least 0
     * @return a changed copy
     */
    public TruckClass withTareTonnes(double changed) {
        return new TruckClass(name, trucks, payloadTonnes, changed, turnaroundSeconds);
    }

    /**
     * A copy with another rest.
     *
     * @param changed distribution of the rest after the return, in seconds, never below 0
     * @return a changed copy
     */
    public TruckClass withTurnaroundSeconds(Distribution changed) {
        return new TruckClass(name, trucks, payloadTonnes, tareTonnes, changed);
    }

    /**
     * The most that a truck carries over a bridge with a limit for a truck's gross mass.
     *
     * @param maxTruckMassTonnes the limit; infinite for none
     * @return tonnes; not above 0 if the truck cannot cross at all
     */
    public double carryingTonnes(double maxTruckMassTonnes) {
        return Math.min(payloadTonnes, maxTruckMassTonnes - tareTonnes);
    }
}
