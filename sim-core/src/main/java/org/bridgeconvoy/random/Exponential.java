package org.bridgeconvoy.random;

import org.apache.commons.math3.special.Gamma;
import org.bridgeconvoy.numeric.Fdlibm;

/** Exponential, by its mean. */
record Exponential(double mean) implements Continuous {
    @Override
    public double sample(RandomStream stream) {
        return mean * stream.nextExponential();
    }

    // Overrides the default with the same code, so that the JIT compiles it for this class alone.
    @Override
    public void sample(RandomStream stream, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = sample(stream);
        }
    }

    @Override
    public double lowerBound() {
        return 0;
    }

    @Override
    public double upperBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        return cap <= 0 ? cap : -mean * Fdlibm.expm1(-cap / mean);
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return x <= 0 ? 0 : -Fdlibm.expm1(-x / mean);
    }

    @Override
    public double probabilityAbove(double x) {
        return x <= 0 ? 1 : Fdlibm.exp(-x / mean);
    }

    @Override
    public double meanBelow(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return mean;
        }
        return x <= 0 ? 0 : mean * Gamma.regularizedGammaP(2, x / mean);
    }

    @Override
    public double meanAbove(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return x <= 0 ? mean : (x + mean) * Fdlibm.exp(-x / mean);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return Fdlibm.exp((reference - x) / mean);
    }

    @Override
    public boolean hasClosedInverse() {
        return true;
    }

    @Override
    public double valueWithBelow(double p, double low, double high) {
        return -mean * Fdlibm.log1p(-p);
    }

    @Override
    public double valueWithAbove(double q, double low, double high) {
        return -mean * Fdlibm.log(q);
    }

    @Override
    public String toString() {
        return "exponential(" + Checks.text(mean) + ")";
    }
}
