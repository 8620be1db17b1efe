package org.bridgeconvoy.random;

/**
 * A distribution with a density. What its truncation needs beyond the public methods: both tails, each without
 * cancellation, the parts of the mean that lie in them, and their inverses.
 */
sealed interface Continuous extends Distribution
        permits Triangular, Exponential, Gamma, Lognormal, Normal, Weibull, Beta, Pareto {

    /** P(X &gt; x), accurate also where it is tiny. */
    double probabilityAbove(double x);

    /** The part of the mean from below x: E[X; X &lt;= x]; x may be infinite. */
    double meanBelow(double x);

    /** The part of the mean from above x: E[X; X &gt; x]; x may be infinite. */
    double meanAbove(double x);

    /** The density at x divided by the density at a reference, both inside the bounds. */
    double densityRatio(double x, double reference);

    /** The x in [low, high] with P(X &lt;= x) = p. */
    default double valueWithBelow(double p, double low, double high) {
        return Bisection.crossing(x -> probabilityBelow(x) >= p, low, high);
    }

    /** The x in [low, high] with P(X &gt; x) = q. */
    default double valueWithAbove(double q, double low, double high) {
        return Bisection.crossing(x -> probabilityAbove(x) <= q, low, high);
    }

    /** Whether the two inverses are closed formulas. */
    default boolean hasClosedInverse() {
        return false;
    }

    /** The x with P(X &lt;= x) = p, for p above 0 and below 1; accurate also where p is tiny. */
    default double quantileBelow(double p) {
        return valueWithBelow(p, lowerBound(), upperBound());
    }

    /** The x with P(X &gt; x) = q, for q above 0 and below 1; accurate also where q is tiny. */
    default double quantileAbove(double q) {
        return valueWithAbove(q, lowerBound(), upperBound());
    }

    // From the half of u on by the tail above: 1 − u is then exact.
    @Override
    default double quantile(double u) {
        Checks.probability(u);
        if (u == 0) {
            return lowerBound();
        }
        if (u == 1) {
            return upperBound();
        }
        return u < 0.5 ? quantileBelow(u) : quantileAbove(1 - u);
    }

    @Override
    default double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        return Capped.mean(cap, lowerBound(), upperBound(), mean(), c -> meanBelow(c) + c * probabilityAbove(c));
    }

    @Override
    default Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        if (min <= lowerBound() && max >= upperBound()) {
            return this;
        }
        return Truncated.of(this, min, max);
    }
}
