package org.bridgeconvoy.random;

import static org.apache.commons.math3.special.Gamma.gamma;
import static org.apache.commons.math3.special.Gamma.regularizedGammaP;
import static org.apache.commons.math3.special.Gamma.regularizedGammaQ;

import org.bridgeconvoy.numeric.Fdlibm;

/** Weibull, by shape and scale, with its mean. */
record Weibull(double shape, double scale, double mean) implements Continuous {
    static Weibull of(double shape, double scale) {
        double mean = scale * gamma(1 + 1 / shape);
        if (!(mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weibull(shape, scale) needs a mean that a double can hold, got " + Checks.list(shape, scale));
        }
        return new Weibull(shape, scale, mean);
    }

    @Override
    public double sample(RandomStream stream) {
        return scale * Fdlibm.pow(stream.nextExponential(), 1 / shape);
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
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return x <= 0 ? 0 : -Fdlibm.expm1(-exponent(x));
    }

    @Override
    public double probabilityAbove(double x) {
        return x <= 0 ? 1 : Fdlibm.exp(-exponent(x));
    }

    @Override
    public double meanBelow(double x) {
        if (x <= 0) {
            return 0;
        }
        double z = exponent(x);
        return z == Double.POSITIVE_INFINITY ? mean : mean * regularizedGammaP(1 + 1 / shape, z);
    }

    @Override
    public double meanAbove(double x) {
        if (x <= 0) {
            return mean;
        }
        double z = exponent(x);
        return z == Double.POSITIVE_INFINITY ? 0 : mean * regularizedGammaQ(1 + 1 / shape, z);
    }

    private double exponent(double x) {
        return Fdlibm.pow(x / scale, shape);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return Fdlibm.exp((shape - 1) * Fdlibm.log(x / reference) + exponent(reference) - exponent(x));
    }

    @Override
    public boolean hasClosedInverse() {
        return true;
    }

    @Override
    public double valueWithBelow(double p, double low, double high) {
        return scale * Fdlibm.pow(-Fdlibm.log1p(-p), 1 / shape);
    }

    @Override
    public double valueWithAbove(double q, double low, double high) {
        return scale * Fdlibm.pow(-Fdlibm.log(q), 1 / shape);
    }

    @Override
    public String toString() {
        return "weibull(" + Checks.list(shape, scale) + ")";
    }
}
