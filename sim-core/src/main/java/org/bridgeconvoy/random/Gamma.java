package org.bridgeconvoy.random;

import static org.apache.commons.math3.special.Gamma.regularizedGammaP;
import static org.apache.commons.math3.special.Gamma.regularizedGammaQ;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * Gamma and Erlang, by shape and mean.
 *
 * @param erlang whether it was asked for as an Erlang distribution, whose shape is a whole number
 * @param shape above 0
 * @param mean above 0
 * @param d the d of Marsaglia and Tsang, for the shape or, below 1, the shape plus 1
 * @param c their c = 1 ÷ sqrt(9 d)
 */
record Gamma(boolean erlang, double shape, double mean, double d, double c) implements Continuous {
    /** Up to this many phases a sum of exponentials is the faster way. */
    private static final int MAX_SUMMED = 8;

    static Gamma of(double shape, double mean) {
        return of(false, shape, mean);
    }

    static Gamma erlang(int k, double mean) {
        return of(true, k, mean);
    }

    private static Gamma of(boolean erlang, double shape, double mean) {
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        return new Gamma(erlang, shape, mean, d, 1 / Math.sqrt(9 * d));
    }

    @Override
    public double sample(RandomStream stream) {
        double scale = mean / shape;
        if (erlang && shape <= MAX_SUMMED) {
            double sum = 0;
            for (int phases = (int) shape; phases > 0; phases--) {
                sum += stream.nextExponential();
            }
            return sum * scale;
        }
        double value = marsagliaTsang(stream);
        return shape < 1 ? value * Fdlibm.pow(stream.nextDouble(), 1 / shape) * scale : value * scale;
    }

    /** A simple method for generating gamma variables, ACM Transactions on Mathematical Software 26 (2000). */
    private double marsagliaTsang(RandomStream stream) {
        while (true) {
            double x = stream.nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = stream.nextDouble();
            double square = x * x;
            if (u < 1 - 0.0331 * square * square || Fdlibm.log(u) < 0.5 * square + d * (1 - v + Fdlibm.log(v))) {
                return d * v;
            }
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
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return lower(shape, x);
    }

    @Override
    public double probabilityAbove(double x) {
        return upper(shape, x);
    }

    @Override
    public double meanBelow(double x) {
        return mean * lower(shape + 1, x);
    }

    @Override
    public double meanAbove(double x) {
        return mean * upper(shape + 1, x);
    }

    private double lower(double a, double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return x <= 0 ? 0 : regularizedGammaP(a, x / mean * shape);
    }

    private double upper(double a, double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return x <= 0 ? 1 : regularizedGammaQ(a, x / mean * shape);
    }

    @Override
    public double quantileBelow(double p) {
        return GammaQuantile.below(shape, p) * (mean / shape);
    }

    @Override
    public double quantileAbove(double q) {
        return GammaQuantile.above(shape, q) * (mean / shape);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return Fdlibm.exp((shape - 1) * Fdlibm.log(x / reference) + (reference - x) / mean * shape);
    }

    @Override
    public String toString() {
        return (erlang ? "erlang(" : "gamma(") + Checks.list(shape, mean) + ")";
    }
}
