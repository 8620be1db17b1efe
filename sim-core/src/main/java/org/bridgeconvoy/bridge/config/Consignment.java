package org.bridgeconvoy.bridge.config;

/**
 * Cargo of which is known when it appears and how much it is, beside what a stream draws. It may be more than a truck
 * carries: trucks then take it in parts.
 *
 * @param atNanos when it appears, at least 0; at or after the horizon it does not
 * @param cargo its name, one of the demand's
 * @param tonnes how much, above 0
 * @param priority higher goes first
 */
public record Consignment(long atNanos, String cargo, double tonnes, int priority) {

    /** Checks the ranges. */
    public Consignment {
        Checks.require(atNanos >= 0, "a consignment must not appear before the start, got " + atNanos + " ns");
        Checks.require(
                tonnes > 0 && tonnes < Double.POSITIVE_INFINITY, "a consignment must be > 0 t, got " + tonnes + " t");
    }
}
