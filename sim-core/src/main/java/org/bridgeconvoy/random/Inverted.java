package org.bridgeconvoy.random;

/** Another distribution, drawn by its quantile at one uniform number. */
record Inverted(Distribution base) implements Distribution {

    @Override
    public double sample(RandomStream stream) {
        return base.quantile(stream.nextDouble());
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double mean() {
        return base.mean();
    }

    @Override
    public double lowerBound() {
        return base.lowerBound();
    }

    @Override
    public double upperBound() {
        return base.upperBound();
    }

    @Override
    public double meanCappedAt(double cap) {
        return base.meanCappedAt(cap);
    }

    @Override
    public double probabilityBelow(double x) {
        return base.probabilityBelow(x);
    }

    @Override
    public double quantile(double u) {
        return base.quantile(u);
    }

    @Override
    public Distribution truncated(double min, double max) {
        Distribution cut = base.truncated(min, max);
        return cut.equals(base) ? this : cut.inverted();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
