package org.bridgeconvoy.experiment.theory;

/** Argument checks. */
final class Range {
    private Range() {}

    static void check(boolean allowed, String message) {
        if (!allowed) {
            throw new IllegalArgumentException(message);
        }
    }
}
