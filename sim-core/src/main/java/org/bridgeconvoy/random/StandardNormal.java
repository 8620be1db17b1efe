package org.bridgeconvoy.random;

import org.apache.commons.math3.special.Erf;

/** Distribution function and density of the normal distribution with mean 0 and standard deviation 1. */
final class StandardNormal {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    private StandardNormal() {}

    static double below(double z) {
        return 0.5 * Erf.erfc(-z / SQRT_2);
    }

    static double above(double z) {
        return 0.5 * Erf.erfc(z / SQRT_2);
    }

    static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / SQRT_2_PI;
    }
}
