package org.bridgeconvoy.bridge.config;

import java.util.List;
import org.bridgeconvoy.bridge.demand.HourFactor;
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

    /** Returns the value, which must not be null. */
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

    static void speed(String what, Distribution speed) {
        require(
                speed.lowerBound() >= 0 && speed.probabilityBelow(Double.MIN_NORMAL) == 0,
                what + " must be > 0, got " + speed + " (m/s); give it a min above 0");
    }

    static void noOverlap(List<HourFactor> factors) {
        for (int i = 0; i < factors.size(); i++) {
            for (int k = 0; k < i; k++) {
                require(
                        !factors.get(i).overlaps(factors.get(k)),
                        "hours of a profile must not overlap, got "
                                + factors.get(k).hours() + " and "
                                + factors.get(i).hours());
            }
        }
    }
}
