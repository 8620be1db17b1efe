package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Checks that the types of this package share. */
final class Checks {

    private Checks() {}

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The value, which must have been given. */
    static <T> T required(String what, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is required");
        }
        return value;
    }

    static void atLeastZero(String what, Distribution distribution, String unit) {
        require(
                distribution.lowerBound() >= 0,
                what + " must be >= 0 " + unit + ", got " + distribution + "; give it min=0 " + unit);
    }

    static void atLeastZero(String what, long nanos) {
        require(nanos >= 0, what + " must be >= 0 s, got " + nanos / 1e9 + " s");
    }
}
