package org.bridgeconvoy.random;

import org.apache.commons.math3.special.Erf;
import org.bridgeconvoy.numeric.Fdlibm;

/** Distribution function, density and quantiles of the normal distribution with mean 0 and standard deviation 1. */
final class StandardNormal {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    /** From this probability on the middle begins. */
    private static final double MIDDLE = 0.25;
    /** A relative step so small is the last: the next would be its square. */
    private static final double PRECISION = 1e-9;

    private static final int MAX_STEPS = 50;

    private StandardNormal() {}

    static double below(double z) {
        return 0.5 * Erf.erfc(-z / SQRT_2);
    }

    static double above(double z) {
        return 0.5 * Erf.erfc(z / SQRT_2);
    }

    static double density(double z) {
        return Fdlibm.exp(-0.5 * z * z) / SQRT_2_PI;
    }

    /**
     * The z with P(Z &lt;= z) = p. Newton's method, from where it converges from one side: in the middle on the distribution function, which is
     * convex below 0, from 0; in the tail on its logarithm, which is concave, from the bound P(Z &lt;= z) &lt;= exp(−z² ÷ 2) ÷ 2.
     *
     * @param p above 0, below 1
     */
    static double quantileBelow(double p) {
        if (p > 0.5) {
            return -quantileBelow(1 - p);
        }
        if (p > MIDDLE) {
            double z = 0;
            for (int i = 0; i < MAX_STEPS; i++) {
                double step = (0.5 * Erf.erf(z / SQRT_2) - (p - 0.5)) / density(z);
                z -= step;
                if (!(Math.abs(step) > PRECISION * Math.abs(z))) {
                    break;
                }
            }
            return z;
        }
        double logP = Fdlibm.log(p);
        double z = -Math.sqrt(-2 * Fdlibm.log(2 * p));
        for (int i = 0; i < MAX_STEPS; i++) {
            double below = below(z);
            double step = (Fdlibm.log(below) - logP) * below / density(z);
            z -= step;
            if (!(Math.abs(step) > PRECISION * Math.abs(z))) {
                break;
            }
        }
        return z;
    }
}
