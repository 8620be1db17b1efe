package org.bridgeconvoy.random;

/** Density rising from a to the mode and falling to b; a &lt; b. */
record Triangular(double a, double mode, double b) implements Continuous {
    @Override
    public double sample(RandomStream stream) {
        double u = stream.nextDouble();
        // fromLeft(u) or fromRight(1 - u), without a branch: which of the two it is cannot be predicted.
        long left = Double.doubleToRawLongBits(u * (b - a) - (mode - a)) >> 63;
        double root = Math.sqrt(either(left, u, 1 - u) * (b - a) * either(left, mode - a, b - mode));
        double x = either(left, a, b) + either(left, root, -root);
        return x < a ? a : x > b ? b : x;
    }

    // Overrides the default with the same code, so that the JIT compiles it for this class alone.
    @Override
    public void sample(RandomStream stream, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = sample(stream);
        }
    }

    /** The first if the mask is -1, the second if it is 0. */
    private static double either(long mask, double first, double second) {
        long chosen = (Double.doubleToRawLongBits(first) & mask) | (Double.doubleToRawLongBits(second) & ~mask);
        return Double.longBitsToDouble(chosen);
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double mean() {
        return a + ((mode - a) + (b - a)) / 3;
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
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return x < mode ? leftOf(x) : 1 - rightOf(x);
    }

    @Override
    public double probabilityAbove(double x) {
        return x < mode ? 1 - leftOf(x) : rightOf(x);
    }

    /** P(X &lt;= x) for x below the mode. */
    private double leftOf(double x) {
        return x <= a ? 0 : (x - a) / (b - a) * ((x - a) / (mode - a));
    }

    /** P(X &gt; x) for x from the mode on. */
    private double rightOf(double x) {
        return x >= b ? 0 : (b - x) / (b - a) * ((b - x) / (b - mode));
    }

    @Override
    public double meanBelow(double x) {
        if (x >= mode) {
            return mean() - meanAbove(x);
        }
        return x <= a ? 0 : leftOf(x) * (a + (x - a) * 2 / 3);
    }

    @Override
    public double meanAbove(double x) {
        if (x < mode) {
            return mean() - meanBelow(x);
        }
        return x >= b ? 0 : rightOf(x) * (b - (b - x) * 2 / 3);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return height(x) / height(reference);
    }

    private double height(double x) {
        return x < mode ? (x - a) / (mode - a) : mode < b ? (b - x) / (b - mode) : 1;
    }

    @Override
    public boolean hasClosedInverse() {
        return true;
    }

    @Override
    public double valueWithBelow(double p, double low, double high) {
        return p * (b - a) < mode - a ? fromLeft(p) : fromRight(1 - p);
    }

    @Override
    public double valueWithAbove(double q, double low, double high) {
        return q * (b - a) < b - mode ? fromRight(q) : fromLeft(1 - q);
    }

    private double fromLeft(double p) {
        return a + Math.sqrt(p * (b - a) * (mode - a));
    }

    private double fromRight(double q) {
        return b - Math.sqrt(q * (b - a) * (b - mode));
    }

    @Override
    public String toString() {
        return "triangular(" + Checks.list(a, mode, b) + ")";
    }
}
