package org.bridgeconvoy.random;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Goodness of fit with a stated chance of a false alarm. Seeds are fixed, so a test that passes once passes always. */
final class Fit {
    /** The chance that a right sampler fails one test, for a seed that was not tried before. */
    static final double FALSE_ALARM = 1e-6;

    private Fit() {}

    /** The Kolmogorov-Smirnov distance times sqrt(n), divided by its critical value: passes below 1. */
    static double kolmogorovSmirnov(double[] sample, DoubleUnaryOperator distributionFunction) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double p = distributionFunction.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
        }
        double critical = Math.sqrt(-Math.log(FALSE_ALARM / 2) / 2);
        return distance * Math.sqrt(n) / critical;
    }

    /** Pearson's chi-square divided by its critical value: passes below 1. */
    static double chiSquare(long[] observed, double[] probabilities) {
        double n = Arrays.stream(observed).sum();
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double expected = n * probabilities[i];
            sum += (observed[i] - expected) * (observed[i] - expected) / expected;
        }
        ChiSquaredDistribution law = new ChiSquaredDistribution(observed.length - 1);
        return sum / law.inverseCumulativeProbability(1 - FALSE_ALARM);
    }

    static double[] draw(Distribution distribution, int n, RandomStream stream) {
        double[] sample = new double[n];
        Arrays.setAll(sample, i -> distribution.sample(stream));
        return sample;
    }
}
