package org.bridgeconvoy.random;

/** Another distribution's draws times a factor above 0: equal random numbers give equal draws, each multiplied by the factor. */
record Scaled(Distribution base, double factor) implements Distribution {

    Scaled {
        Checks.that(Checks.finite(factor) && factor > 0, "a factor must be above 0", factor);
    }

    @Override
    public double sample(RandomStream stream) {
        return factor * base.sample(stream);
    }

    @Override
    public void sample(RandomStream stream, double[] values, int from, int to) {
        base.sample(stream, values, from, to);
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }

    @Override
    public double mean() {
        return factor * base.mean();
    }

    @Override
    public double lowerBound() {
        return factor * base.lowerBound();
    }

    @Override
    public double upperBound() {
        return factor * base.upperBound();
    }

    @Override
    public double meanCappedAt(double cap) {
        return factor * base.meanCappedAt(cap / factor);
    }

    @Override
    public double probabilityBelow(double x) {
        return base.probabilityBelow(x / factor);
    }

    @Override
    public double quantile(double u) {
        return factor * base.quantile(u);
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        Distribution cut = base.truncated(min / factor, max / factor);
        return cut.equals(base) ? this : cut.scaled(factor);
    }

    @Override
    public String toString() {
        return Checks.text(factor) + " * " + base;
    }
}
