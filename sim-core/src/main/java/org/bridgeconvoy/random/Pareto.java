package org.bridgeconvoy.random;

/** Pareto, by shape above 1 and least value above 0: P(X &gt; x) = (least ÷ x)^shape. */
record Pareto(double shape, double least) implements Continuous {
    @Override
    public double sample(RandomStream stream) {
        return least * StrictMath.exp(stream.nextExponential() / shape);
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
        return x <= least ? 0 : -StrictMath.expm1(shape * StrictMath.log(least / x));
    }

    @Override
    public double probabilityAbove(double x) {
        return x <= least ? 1 : StrictMath.pow(least / x, shape);
    }

    /** The part of the mean from below is the share of another Pareto variable, with one less shape. */
    @Override
    public double meanBelow(double x) {
        return x <= least ? 0 : mean() * -StrictMath.expm1((shape - 1) * StrictMath.log(least / x));
    }

    @Override
    public double meanAbove(double x) {
        return x <= least ? mean() : mean() * StrictMath.pow(least / x, shape - 1);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return StrictMath.pow(reference / x, shape + 1);
    }

    @Override
    public boolean hasClosedInverse() {
        return true;
    }

    @Override
    public double valueWithBelow(double p, double low, double high) {
        return least * StrictMath.exp(-StrictMath.log1p(-p) / shape);
    }

    @Override
    public double valueWithAbove(double q, double low, double high) {
        return least * StrictMath.exp(-StrictMath.log(q) / shape);
    }

    @Override
    public String toString() {
        return "pareto(" + Checks.list(shape, least) + ")";
    }
}
