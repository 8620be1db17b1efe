package org.bridgeconvoy.random;

/** Every value from a to b alike; a &lt; b. */
record Uniform(double a, double b) implements Distribution {
    @Override
    public double sample(RandomStream stream) {
        return Math.min(a + (b - a) * stream.nextDouble(), b);
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double mean() {
        return a + (b - a) / 2;
    }

    @Override
    public double lowerBound() {
        return a;
    }

    @Override
    public double upperBound() {
        return b;
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        if (cap <= a) {
            return cap;
        }
        return cap >= b ? mean() : cap - (cap - a) / (b - a) * (cap - a) / 2;
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        if (x <= a) {
            return 0;
        }
        return x >= b ? 1 : (x - a) / (b - a);
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        return Math.min(a + (b - a) * u, b);
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        double low = Math.max(a, min);
        double high = Math.min(b, max);
        if (!(low < high)) {
            throw Checks.noMass(this, min, max);
        }
        return new Uniform(low, high);
    }

    @Override
    public String toString() {
        return "uniform(" + Checks.list(a, b) + ")";
    }
}
