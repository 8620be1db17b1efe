package org.bridgeconvoy.random;

import java.util.function.DoubleUnaryOperator;

/** The mean of the lesser of a value and a cap. */
final class Capped {

    private Capped() {}

    /**
     * The cap itself where all values lie above it, the mean where all lie below.
     *
     * @param inside the mean of a cap between the bounds
     */
    static double mean(double cap, double lowerBound, double upperBound, double mean, DoubleUnaryOperator inside) {
        if (cap <= lowerBound) {
            return cap;
        }
        return cap >= upperBound ? mean : inside.applyAsDouble(cap);
    }
}
