package org.bridgeconvoy.random;

import static org.apache.commons.math3.special.Beta.regularizedBeta;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * Beta on 0 to 1, by its two shapes.
 *
 * @param alpha above 0; large values lie near 1
 * @param beta above 0; large values lie near 0
 * @param first a gamma variable of shape alpha
 * @param second a gamma variable of shape beta: first ÷ (first + second) is drawn
 */
record Beta(double alpha, double beta, Gamma first, Gamma second) implements Continuous {
    static Beta of(double alpha, double beta) {
        return new Beta(alpha, beta, Gamma.of(alpha, alpha), Gamma.of(beta, beta));
    }

    @Override
    public double sample(RandomStream stream) {
        double x = first.sample(stream);
        double y = second.sample(stream);
        if (x >= Double.MIN_NORMAL && y >= Double.MIN_NORMAL) {
            return x / (x + y);
        }
        double logX = logOf(x, alpha, stream);
        return 1 / (1 + Fdlibm.exp(logOf(y, beta, stream) - logX));
    }

    /**
     * Logarithm of a gamma variable, drawn anew where a double cannot hold it: so far down P(X &lt;= x) is x to the power shape but for a factor, so
     * that the logarithm lies below the limit by an exponential number ÷ shape.
     */
    private static double logOf(double x, double shape, RandomStream stream) {
        return Fdlibm.log(Math.max(x, Double.MIN_NORMAL))
                - (x >= Double.MIN_NORMAL ? 0 : stream.nextExponential() / shape);
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    @Override
    public double lowerBound() {
        return 0;
    }

    @Override
    public double upperBound() {
        return 1;
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return share(x, alpha, beta);
    }

    @Override
    public double probabilityAbove(double x) {
        return share(1 - x, beta, alpha);
    }

    @Override
    public double meanBelow(double x) {
        return mean() * share(x, alpha + 1, beta);
    }

    @Override
    public double meanAbove(double x) {
        return mean() * share(1 - x, beta, alpha + 1);
    }

    private static double share(double x, double a, double b) {
        return x <= 0 ? 0 : x >= 1 ? 1 : regularizedBeta(x, a, b);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return Fdlibm.exp(
                (alpha - 1) * Fdlibm.log(x / reference) + (beta - 1) * (Fdlibm.log1p(-x) - Fdlibm.log1p(-reference)));
    }

    @Override
    public String toString() {
        return "beta(" + Checks.list(alpha, beta) + ")";
    }
}
