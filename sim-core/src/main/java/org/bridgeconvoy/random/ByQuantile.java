package org.bridgeconvoy.random;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.bridgeconvoy.numeric.Fdlibm;

/** A distribution of the modeler's own, by its quantile function on a part of (0, 1): on all of it unless truncated. */
final class ByQuantile implements Distribution {
    /** Beyond this the weights of the quadrature are below the rounding of the sum. */
    private static final double REACH = 3.4;

    private static final double STEP = 1.0 / 64;

    /** Less is left where the bounds leave nothing: where a quantile crosses a value is found up to rounding. */
    private static final double LEAST_MASS = 1e-300;

    private final String text;
    private final DoubleUnaryOperator function;
    private final double from;
    private final double to;
    private final double mean;

    private ByQuantile(String text, DoubleUnaryOperator function, double from, double to, double mean) {
        this.text = text;
        this.function = function;
        this.from = from;
        this.to = to;
        this.mean = mean;
    }

    static ByQuantile of(String name, double mean, DoubleUnaryOperator function) {
        Objects.requireNonNull(function, "quantile");
        Checks.that(Checks.finite(mean), name + ": a distribution needs a finite mean", mean);
        ByQuantile law = new ByQuantile(name, function, 0, 1, mean);
        double low = law.quantile(0);
        double high = law.quantile(1);
        if (!(low < high && low <= mean && mean <= high)) {
            throw new IllegalArgumentException(
                    name + ": quantiles must rise from quantile(0) to quantile(1) with the mean" + " between, got "
                            + Checks.list(low, high) + " and a mean of " + Checks.text(mean));
        }
        return law;
    }

    @Override
    public double sample(RandomStream stream) {
        return quantile(stream.nextDouble());
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        double x = function.applyAsDouble(u == 1 ? to : Math.min(from + u * (to - from), Math.nextDown(to)));
        if (Double.isNaN(x)) {
            throw new IllegalStateException(text + ": quantile(" + Checks.text(u) + ") is NaN");
        }
        return x;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double lowerBound() {
        return quantile(0);
    }

    @Override
    public double upperBound() {
        return quantile(1);
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        if (x <= lowerBound()) {
            return 0;
        }
        return x > upperBound() ? 1 : Bisection.crossing(u -> quantile(u) >= x, 0, 1);
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        return Capped.mean(cap, lowerBound(), upperBound(), mean, c -> {
            double below = probabilityBelow(c);
            return Math.min(integralTo(below) + c * (1 - below), Math.min(c, mean));
        });
    }

    /**
     * The integral of the quantile from 0 to a probability, by the double exponential rule (Takahasi and Mori 1974), which an infinite quantile
     * at an end does not disturb.
     */
    private double integralTo(double end) {
        double sum = 0;
        int steps = (int) (REACH / STEP);
        for (int i = -steps; i <= steps; i++) {
            double t = i * STEP;
            double power = Fdlibm.exp(-Math.PI * Fdlibm.sinh(t));
            double u = Math.min(end / (1 + power), Math.nextDown(1.0));
            double weight = Math.PI * Fdlibm.cosh(t) * power / ((1 + power) * (1 + power));
            sum += weight * quantile(Math.max(u, Double.MIN_NORMAL));
        }
        return sum * STEP * end;
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        if (min <= lowerBound() && max >= upperBound()) {
            return this;
        }
        double low = probabilityBelow(min);
        double high = max >= upperBound() ? 1 : Bisection.crossing(u -> quantile(u) > max, 0, 1);
        if (!(high - low >= LEAST_MASS)) {
            throw Checks.noMass(this, min, max);
        }
        double width = to - from;
        String bounds = (min > lowerBound() ? ", min=" + Checks.text(min) : "")
                + (max < upperBound() ? ", max=" + Checks.text(max) : "");
        DoubleUnaryOperator inside = u -> Math.min(Math.max(function.applyAsDouble(u), min), max);
        ByQuantile cut = new ByQuantile(text + bounds, inside, from + low * width, from + high * width, Double.NaN);
        return new ByQuantile(cut.text, inside, cut.from, cut.to, cut.integralTo(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
