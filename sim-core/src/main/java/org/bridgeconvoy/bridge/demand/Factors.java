package org.bridgeconvoy.bridge.demand;

/** The check that all profiles share. */
final class Factors {

    private Factors() {}

    static void check(String what, double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(what + " must be finite and >= 0, got " + factor);
        }
    }
}
