package org.bridgeconvoy.flow;

import java.util.function.DoubleSupplier;

/** Draws the number of a way by chance. */
final class Chances {
    private static final double TOLERANCE = 1e-9;

    /** Probability of each way and those before it; the last is 1. */
    private final double[] upTo;

    private final DoubleSupplier uniform;

    Chances(double[] probabilities, int ways, DoubleSupplier uniform) {
        if (probabilities.length != ways) {
            throw new IllegalArgumentException(
                    "a probability is needed for each of " + ways + " ways, got " + probabilities.length);
        }
        this.uniform = uniform;
        upTo = probabilities.clone();
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            if (!(upTo[i] >= 0)) {
                throw new IllegalArgumentException("a probability must be >= 0, got " + upTo[i]);
            }
            sum += upTo[i];
            upTo[i] = sum;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("the probabilities of ways must add up to 1, got " + sum);
        }
    }

    int draw(Object entity) {
        double u = uniform.getAsDouble();
        int way = 0;
        while (way < upTo.length - 1 && u >= upTo[way]) {
            way++;
        }
        return way;
    }
}
