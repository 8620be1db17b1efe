package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/** Pareto, by shape above 1 and least value above 0: P(X &gt; x) = (least ÷ x)^shape. */
record Pareto(double shape, double least) implements Continuous {
    @Override
    public double sample(RandomStream stream) {
        return least * Fdlibm.exp(stream.nextExponential() / shape);
    }

    @Override
    public double mean() {
        return least * shape / (shape - 1);
    }

    @Override
    public double lowerBound() {
        return least;
    }

    @Override
    public double upperBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return x <= least ? 0 : -Fdlibm.expm1(shape * Fdlibm.log(least / x));
    }

    @Override
    public double probabilityAbove(double x) {
        return x <= least ? 1 : Fdlibm.pow(least / x, shape);
    }

    /** The part of the mean from below is the share of another Pareto variable, with one less shape. */
    @Override
    public double meanBelow(double x) {
        return x <= least ? 0 : mean() * -Fdlibm.expm1((shape - 1) * Fdlibm.log(least / x));
    }

    @Override
    public double meanAbove(double x) {
        return x <= least ? mean() : mean() * Fdlibm.pow(least / x, shape - 1);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return Fdlibm.pow(reference / x, shape + 1);
    }

    @Override
    public boolean hasClosedInverse() {
        return true;
    }

    @Override
    public double valueWithBelow(double p, double low, double high) {
        return least * Fdlibm.exp(-Fdlibm.log1p(-p) / shape);
    }

    @Override
    public double valueWithAbove(double q, double low, double high) {
        return least * Fdlibm.exp(-Fdlibm.log(q) / shape);
    }

    @Override
    public String toString() {
        return "pareto(" + Checks.list(shape, least) + ")";
    }
}
