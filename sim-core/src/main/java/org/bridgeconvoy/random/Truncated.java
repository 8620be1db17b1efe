package org.bridgeconvoy.random;

import java.util.function.DoubleUnaryOperator;

/**
 * A continuous distribution on the condition that it lies in [min, max].
 *
 * <p>Sampling: the closed inverse of the distribution function where there is one; else draws again, if at least a
 * thousandth of the mass is kept; else inverts numerically. So it always ends. On an interval so narrow that the tail
 * probabilities cannot resolve it, the density is flat to nine digits and the draw is uniform.
 *
 * <p>Probabilities and means are differences in the tail that is the smaller, or integrals of the density where such
 * differences would cancel.
 */
final class Truncated implements Distribution {
    /** The least mass for drawing again: a thousand draws cost about as much as a numerical inversion. */
    private static final double MIN_REDRAW_MASS = 1e-3;
    /** Below this share of the tail that it is cut from, mass is integrated rather than subtracted. */
    private static final double NARROW = 1e-3;
    /** Below this share the density is flat. */
    private static final double FLAT = 1e-9;

    private final Continuous base;
    private final double min;
    private final double max;
    private final boolean upper;
    private final double near;
    private final double far;
    private final boolean redrawn;
    private final boolean narrow;
    private final boolean flat;
    private final double mass;
    private final double mean;

    private Truncated(Continuous base, double min, double max) {
        this.base = base;
        this.min = min;
        this.max = max;
        upper = base.probabilityAbove(min) < 0.5;
        near = upper ? base.probabilityAbove(min) : base.probabilityBelow(max);
        far = upper ? base.probabilityAbove(max) : base.probabilityBelow(min);
        double closedMass = near - far;
        narrow = closedMass < NARROW * near;
        flat = closedMass < FLAT * near;
        redrawn = !base.hasClosedInverse() && closedMass >= MIN_REDRAW_MASS;
        mass = narrow ? integral(min, max, x -> 1) : closedMass;
        double raw = narrow ? integral(min, max, x -> x) / mass : meanBetween(min, max) / mass;
        mean = Math.min(Math.max(raw, min), max);
    }

    static Truncated of(Continuous base, double min, double max) {
        double low = Math.max(min, base.lowerBound());
        double high = Math.min(max, base.upperBound());
        if (!(low < high) || !(base.probabilityAbove(low) > 0) || !(base.probabilityBelow(high) > 0)) {
            throw Checks.noMass(base, min, max);
        }
        return new Truncated(base, low, high);
    }

    @Override
    public double sample(RandomStream stream) {
        if (redrawn) {
            while (true) {
                double x = base.sample(stream);
                if (x >= min && x <= max) {
                    return x;
                }
            }
        }
        double u = stream.nextDouble();
        double x;
        if (flat) {
            x = min + u * (max - min);
        } else if (upper) {
            x = base.valueWithAbove(far + u * (near - far), min, max);
        } else {
            x = base.valueWithBelow(far + u * (near - far), min, max);
        }
        return Math.min(Math.max(x, min), max);
    }

    @Override
    public void sample(RandomStream stream, double[] values, int from, int to) {
        if (!redrawn) {
            Distribution.super.sample(stream, values, from, to);
            return;
        }
        // Never more draws of the whole distribution than values that are still missing.
        int kept = from;
        while (kept < to) {
            int first = kept;
            base.sample(stream, values, first, to);
            for (int i = first; i < to; i++) {
                double x = values[i];
                values[kept] = x;
                kept += x >= min && x <= max ? 1 : 0;
            }
        }
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double lowerBound() {
        return min;
    }

    @Override
    public double upperBound() {
        return max;
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        return Capped.mean(cap, min, max, mean, this::meanCappedInside);
    }

    private double meanCappedInside(double cap) {
        double part = narrow ? integral(min, cap, x -> x) : meanBetween(min, cap);
        return Math.min(part / mass + cap * (1 - probabilityBelow(cap)), Math.min(cap, mean));
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        if (x <= min) {
            return 0;
        }
        if (x >= max) {
            return 1;
        }
        double part = narrow
                ? integral(min, x, t -> 1)
                : upper ? near - base.probabilityAbove(x) : base.probabilityBelow(x) - far;
        return Math.min(Math.max(part / mass, 0), 1);
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        if (u == 0 || u == 1) {
            return u == 0 ? min : max;
        }
        double x;
        if (narrow) {
            x = Bisection.crossing(t -> probabilityBelow(t) >= u, min, max);
        } else if (upper) {
            x = base.quantileAbove(far + (1 - u) * (near - far));
        } else {
            double below = far + u * (near - far);
            x = below < 0.5
                    ? base.quantileBelow(below)
                    : base.quantileAbove(base.probabilityAbove(max) + (1 - u) * (near - far));
        }
        return Math.min(Math.max(x, min), max);
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        if (min <= this.min && max >= this.max) {
            return this;
        }
        double innerMin = Math.max(min, this.min);
        double innerMax = Math.min(max, this.max);
        return of(base, innerMin, innerMax);
    }

    private double meanBetween(double from, double to) {
        return upper ? base.meanAbove(from) - base.meanAbove(to) : base.meanBelow(to) - base.meanBelow(from);
    }

    /**
     * The integral of g times the density over a narrow interval, the density being 1 in the middle of [min, max]:
     * Gauss-Legendre with three points on eight panels.
     */
    private double integral(double from, double to, DoubleUnaryOperator g) {
        int panels = 8;
        double node = Math.sqrt(0.6);
        double middle = min + (max - min) / 2;
        double half = (to - from) / (2 * panels);
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            double centre = from + half * (2 * panel + 1);
            sum += 5 * weighed(centre - half * node, middle, g)
                    + 8 * weighed(centre, middle, g)
                    + 5 * weighed(centre + half * node, middle, g);
        }
        return sum * half / 9;
    }

    private double weighed(double x, double middle, DoubleUnaryOperator g) {
        return g.applyAsDouble(x) * base.densityRatio(x, middle);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Truncated that
                && base.equals(that.base)
                && Double.compare(min, that.min) == 0
                && Double.compare(max, that.max) == 0;
    }

    @Override
    public int hashCode() {
        return (base.hashCode() * 31 + Double.hashCode(min)) * 31 + Double.hashCode(max);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(base.toString());
        text.setLength(text.length() - 1);
        if (min > base.lowerBound()) {
            text.append(", min=").append(Checks.text(min));
        }
        if (max < base.upperBound()) {
            text.append(", max=").append(Checks.text(max));
        }
        return text.append(')').toString();
    }
}
