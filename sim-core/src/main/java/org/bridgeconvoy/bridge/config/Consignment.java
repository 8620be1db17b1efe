package org.bridgeconvoy.bridge.config;

/**
 * A listed consignment: its time and mass are known, beside the consignments that a stream draws. If it exceeds a truck's capacity, trucks
 * take it in parts.
 *
 * @param atNanos when it appears, at least 0; at or after the horizon it never appears
 * @param cargo its name, one of the demand's
 * @param tonnes its mass, above 0
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
