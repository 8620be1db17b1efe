package org.bridgeconvoy.experiment;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Quantiles of Student's t distribution, in pure Java: the same bits on any JVM. */
final class StudentT {
    private static final double CRUDE = 1e-9;
    private static final int NEWTON_STEPS = 2;

    private StudentT() {}

    /**
     * Critical value of a two-sided interval: the factor of the standard error.
     *
     * @param degreesOfFreedom at least 1
     * @param confidence above 0, below 1
     */
    static double critical(int degreesOfFreedom, double confidence) {
        checkConfidence(confidence);
        @Nullable RandomGenerator none = null;
        TDistribution law = new TDistribution(none, degreesOfFreedom, CRUDE);
        // In the lower tail, where a probability near 0 keeps its digits.
        double tail = (1 - confidence) / 2;
        double t = law.inverseCumulativeProbability(tail);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            t -= (law.cumulativeProbability(t) - tail) / law.density(t);
        }
        return -t;
    }

    static void checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be > 0 and < 1, got " + confidence);
        }
    }
}
