package org.bridgeconvoy.random;

import java.util.Arrays;

/** Always the same value. */
record Constant(double value) implements Distribution {
    Constant {
        Checks.that(Checks.finite(value), "constant(x) needs a number", value);
    }

    @Override
    public double sample(RandomStream stream) {
        return value;
    }

    @Override
    public void sample(RandomStream stream, double[] values, int from, int to) {
        Arrays.fill(values, from, to, value);
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double lowerBound() {
        return value;
    }

    @Override
    public double upperBound() {
        return value;
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        return Math.min(value, cap);
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return value < x ? 1 : 0;
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        return value;
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        if (value < min || value > max) {
            throw Checks.noMass(this, min, max);
        }
        return this;
    }

    @Override
    public Distribution scaled(double factor) {
        Checks.that(Checks.finite(factor) && factor > 0, "a factor must be above 0", factor);
        return new Constant(factor * value);
    }

    @Override
    public String toString() {
        return "constant(" + Checks.text(value) + ")";
    }
}
