package org.bridgeconvoy.random;

import java.util.function.DoubleUnaryOperator;

/**
 * Distribution of a random variable; the stream is given to each draw. Immutable; one object may serve any number of threads.
 *
 * <p>Arguments and results are plain numbers in whatever unit the caller means (in this library seconds, tonnes or metres per second). A
 * distribution without spread, such as {@code uniform(5, 5)} or {@code normal(5, 0)}, is {@code constant(5)}.
 *
 * <p>{@link #sample} allocates nothing, except when a {@link #truncated} normal, lognormal, gamma or Erlang distribution keeps less than a
 * thousandth of its mass. {@code toString} gives the form that scenario files use, with plain numbers.
 */
public sealed interface Distribution
        permits Constant, Uniform, Discrete, Empirical, Continuous, Truncated, Scaled, Inverted, Counts, ByQuantile {

    /**
     * Draws a value.
     *
     * @param stream where the randomness comes from
     * @return a value from {@link #lowerBound} to {@link #upperBound}
     */
    double sample(RandomStream stream);

    /**
     * A function that draws from this distribution with one stream, for a delay or the gaps between arrivals of a flow: {@code
     * delaySeconds(service.from(stream))}. Messages then name the distribution.
     *
     * @param stream where the randomness comes from
     * @return the function
     */
    default Sampler from(RandomStream stream) {
        return new Sampler(this, stream);
    }

    /**
     * Draws several values: those that single draws would give, in less time.
     *
     * @param stream where the randomness comes from
     * @param values where they are put, in order
     * @param from the first index, inclusive
     * @param to the last index, exclusive
     */
    default void sample(RandomStream stream, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = sample(stream);
        }
    }

    /**
     * The expected value, exact up to rounding (relative error below 10<sup>-10</sup> also when truncated).
     *
     * @return the mean
     */
    double mean();

    /**
     * The greatest value below which nothing is ever drawn.
     *
     * @return a value, or negative infinity
     */
    double lowerBound();

    /**
     * The least value above which nothing is ever drawn.
     *
     * @return a value, or positive infinity
     */
    double upperBound();

    /**
     * The expected value of the lesser of a draw and a cap, E[min(X, cap)].
     *
     * @param cap any number; infinity gives the mean
     * @return at most the cap and at most the mean
     * @throws IllegalArgumentException if the cap is NaN
     */
    double meanCappedAt(double cap);

    /**
     * The probability that a draw is less than x (not equal to it: that matters for discrete values only).
     *
     * @param x any number
     * @return from 0 to 1
     * @throws IllegalArgumentException if x is NaN
     */
    double probabilityBelow(double x);

    /**
     * The quantile: the least x with P(X &lt;= x) at least u. Relative error below about 10<sup>-10</sup>; the same bits on any JVM.
     *
     * <ul>
     *   <li>u = 0 gives {@link #lowerBound}, u = 1 {@link #upperBound}; both may be infinite.
     *   <li>A larger u never gives a smaller value, up to rounding.
     *   <li>A value nearer to 0 than a {@code double} can hold is 0, one that is too large is infinite.
     * </ul>
     *
     * @param u a probability, from 0 to 1
     * @return the value, between the bounds
     * @throws IllegalArgumentException if u is out of range or NaN
     */
    double quantile(double u);

    /**
     * This distribution on the condition that the value lies in [min, max], both ends included: as if drawn again and again until it does,
     * not clamped. Truncating twice is truncating to the intersection.
     *
     * @param min least value, or negative infinity for no bound
     * @param max greatest value, or positive infinity for no bound
     * @return the truncated distribution; this one if the bounds cut nothing off
     * @throws IllegalArgumentException if a bound is NaN, if min is above max, or if the probability of [min, max] is below about 1e-300
     */
    Distribution truncated(double min, double max);

    /** {@return the text of {@code toString} with every value of a sample, each number to the last bit} */
    default String written() {
        return toString();
    }

    /**
     * This distribution times a factor. It draws from a stream what this one draws, each value multiplied, so that two models
     * that differ in the factor alone share their random numbers.
     *
     * @param factor above 0 and finite
     * @return the scaled distribution; this one if the factor is 1
     * @throws IllegalArgumentException if the factor is not as said
     */
    default Distribution scaled(double factor) {
        return factor == 1 ? this : new Scaled(this, factor);
    }

    /**
     * This distribution, drawn by inversion: each draw is the {@link #quantile} at the next uniform number, so it takes one number of the
     * stream, and a larger number never gives a smaller value. Two models with common random numbers then stay in step where a draw would take
     * a varying number of numbers (Erlang, gamma, truncated, and the rare slow path of exponential and normal ones), and {@linkplain
     * Streams#mirrored mirrored} streams give mirrored values. Draws are other ones than those of this distribution, and slower: closed
     * quantiles take about 30 ns, those of normal, lognormal and gamma distributions a microsecond or several.
     *
     * @return the distribution; this one if it is drawn so, or draws no number
     */
    default Distribution inverted() {
        return new Inverted(this);
    }

    /**
     * Always the same value.
     *
     * @param value the value, finite
     * @return the distribution
     * @throws IllegalArgumentException if the value is not finite
     */
    static Distribution constant(double value) {
        return new Constant(value);
    }

    /**
     * Every value from a to b alike.
     *
     * @param a least value
     * @param b greatest value, at least a
     * @return the distribution
     * @throws IllegalArgumentException unless a &lt;= b and both are finite
     */
    static Distribution uniform(double a, double b) {
        Checks.that(Checks.finite(a, b, b - a) && a <= b, "uniform(a, b) needs a <= b", a, b);
        return a == b ? new Constant(a) : new Uniform(a, b);
    }

    /**
     * Density rising in a straight line from a to the mode and falling from there to b.
     *
     * @param a least value
     * @param mode likeliest value
     * @param b greatest value
     * @return the distribution
     * @throws IllegalArgumentException unless a &lt;= mode &lt;= b and all are finite
     */
    static Distribution triangular(double a, double mode, double b) {
        Checks.that(
                Checks.finite(a, mode, b, b - a) && a <= mode && mode <= b,
                "triangular(a, mode, b) needs a <= mode <= b",
                a,
                mode,
                b);
        return a == b ? new Constant(a) : new Triangular(a, mode, b);
    }

    /**
     * The exponential distribution.
     *
     * @param mean above 0
     * @return the distribution
     * @throws IllegalArgumentException unless the mean is above 0 and finite
     */
    static Distribution exponential(double mean) {
        Checks.that(Checks.finite(mean) && mean > 0, "exponential(mean) needs mean > 0", mean);
        return new Exponential(mean);
    }

    /**
     * The sum of k independent exponential variables of equal mean.
     *
     * @param k number of phases, at least 1
     * @param mean mean of the sum, above 0
     * @return the distribution
     * @throws IllegalArgumentException unless k is at least 1 and the mean is above 0 and finite
     */
    static Distribution erlang(int k, double mean) {
        Checks.that(k >= 1 && Checks.finite(mean) && mean > 0, "erlang(k, mean) needs k >= 1 and mean > 0", k, mean);
        return k == 1 ? new Exponential(mean) : Gamma.erlang(k, mean);
    }

    /**
     * The gamma distribution; its variance is mean² ÷ shape.
     *
     * @param shape above 0
     * @param mean above 0
     * @return the distribution
     * @throws IllegalArgumentException unless both are above 0 and finite
     */
    static Distribution gamma(double shape, double mean) {
        Checks.that(
                Checks.finite(shape, mean) && shape > 0 && mean > 0,
                "gamma(shape, mean) needs shape > 0 and mean > 0",
                shape,
                mean);
        return Gamma.of(shape, mean);
    }

    /**
     * The lognormal distribution, by the mean and standard deviation of the variable itself (not of its logarithm).
     *
     * @param mean above 0
     * @param sd 0 or more
     * @return the distribution
     * @throws IllegalArgumentException unless mean is above 0, sd is 0 or more, and both are finite
     */
    static Distribution lognormal(double mean, double sd) {
        Checks.that(
                Checks.finite(mean, sd) && mean > 0 && sd >= 0,
                "lognormal(mean, sd) needs mean > 0 and sd >= 0",
                mean,
                sd);
        return sd == 0 ? new Constant(mean) : Lognormal.of(mean, sd);
    }

    /**
     * The normal distribution. It has negative values: give a minimum where they make no sense.
     *
     * @param mean any finite value
     * @param sd 0 or more
     * @return the distribution
     * @throws IllegalArgumentException unless sd is 0 or more and both are finite
     */
    static Distribution normal(double mean, double sd) {
        Checks.that(Checks.finite(mean, sd) && sd >= 0, "normal(mean, sd) needs sd >= 0", mean, sd);
        return sd == 0 ? new Constant(mean) : new Normal(mean, sd);
    }

    /**
     * The Weibull distribution, P(X &gt; x) = exp(−(x ÷ scale)<sup>shape</sup>).
     *
     * @param shape above 0
     * @param scale above 0; 63.2% of the values lie below it
     * @return the distribution
     * @throws IllegalArgumentException unless both are above 0 and finite
     */
    static Distribution weibull(double shape, double scale) {
        Checks.that(
                Checks.finite(shape, scale) && shape > 0 && scale > 0,
                "weibull(shape, scale) needs shape > 0 and scale > 0",
                shape,
                scale);
        return Weibull.of(shape, scale);
    }

    /**
     * The beta distribution on 0 to 1. Its quantiles take tens of microseconds.
     *
     * @param alpha first shape, above 0
     * @param beta second shape, above 0; the mean is alpha ÷ (alpha + beta)
     * @return the distribution
     * @throws IllegalArgumentException unless both are above 0 and finite
     */
    static Distribution beta(double alpha, double beta) {
        Checks.that(
                Checks.finite(alpha, beta) && alpha > 0 && beta > 0, "beta(alpha, beta) needs both > 0", alpha, beta);
        return Beta.of(alpha, beta);
    }

    /**
     * The Pareto distribution, P(X &gt; x) = (least ÷ x)<sup>shape</sup>. Up to a shape of 2 it has no variance, and no interval of a mean holds.
     *
     * @param shape above 1, so that it has a mean
     * @param least least value, above 0
     * @return the distribution
     * @throws IllegalArgumentException unless the shape is above 1, the least value above 0, and both are finite
     */
    static Distribution pareto(double shape, double least) {
        Checks.that(
                Checks.finite(shape, least) && shape > 1 && least > 0,
                "pareto needs shape > 1, least > 0",
                shape,
                least);
        return new Pareto(shape, least);
    }

    /**
     * The Poisson distribution: the number of events in a time, where events come at random at a constant rate.
     *
     * @param mean above 0, at most 10<sup>9</sup>
     * @return the distribution, drawn by inversion
     * @throws IllegalArgumentException if the mean is out of range
     */
    static Distribution poisson(double mean) {
        Checks.that(mean > 0 && mean <= 1e9, "poisson(mean) needs mean > 0, at most 1e9,", mean);
        return Counts.of("poisson(" + Checks.text(mean) + ")", (long) mean, Long.MAX_VALUE, k -> mean / (k + 1.0));
    }

    /**
     * The binomial distribution: the number of successes in independent trials.
     *
     * @param trials at least 1, at most 10<sup>9</sup>
     * @param probability of a success in each, from 0 to 1
     * @return the distribution, drawn by inversion; constant for a probability of 0 or 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Distribution binomial(int trials, double probability) {
        Checks.that(
                trials >= 1 && trials <= 1_000_000_000 && probability >= 0 && probability <= 1,
                "binomial(trials, probability) needs trials >= 1, at most 1e9, a probability from 0 to 1",
                trials,
                probability);
        if (probability == 0 || probability == 1) {
            return new Constant(trials * probability);
        }
        double odds = probability / (1 - probability);
        long mode = Math.min((long) ((trials + 1.0) * probability), trials);
        return Counts.of(
                "binomial(" + Checks.list(trials, probability) + ")",
                mode,
                trials,
                k -> odds * (trials - k) / (k + 1.0));
    }

    /**
     * The geometric distribution: the number of failures before the first success in independent trials, 0, 1, 2, …; its mean is (1 −
     * probability) ÷ probability.
     *
     * @param probability of a success in each, at least 10<sup>-4</sup>, at most 1
     * @return the distribution, drawn by inversion; constant 0 for a probability of 1
     * @throws IllegalArgumentException if the probability is out of range
     */
    static Distribution geometric(double probability) {
        Checks.that(probability >= 1e-4 && probability <= 1, "geometric(p) needs p from 0.0001 to 1", probability);
        return probability == 1
                ? new Constant(0)
                : Counts.of("geometric(" + Checks.text(probability) + ")", 0, Long.MAX_VALUE, k -> 1 - probability);
    }

    /**
     * One of a few values. Equal values are added up, values of probability 0 are left out.
     *
     * @param values the values, finite, in any order
     * @param probabilities the probability of each, 0 or more, adding up to 1 within 10<sup>-9</sup>
     * @return the distribution
     * @throws IllegalArgumentException if there is no value, the numbers of values and probabilities differ, or one of
     *     them is not as said
     */
    static Distribution discrete(double[] values, double[] probabilities) {
        return Discrete.of(values, probabilities);
    }

    /**
     * Linear interpolation of a sorted sample: the sample's quantile (R's type 7, numpy's default) at a uniform
     * probability. Values between the observed ones occur, values outside them do not. The mean is that of this
     * distribution, in which the least and the greatest value count half, not the sample's.
     *
     * @param sample at least one finite value, in any order
     * @return the distribution
     * @throws IllegalArgumentException if the sample is empty or has a value that is not finite
     */
    static Distribution empirical(double[] sample) {
        return Empirical.of(sample);
    }

    /**
     * A distribution of one's own, by its quantile function. It is drawn by inversion; {@link #meanCappedAt} and the mean of a truncation
     * are integrals of the quantile, to about 10<sup>-9</sup> where it is smooth, less where it jumps.
     *
     * @param name for messages
     * @param mean its mean, finite
     * @param quantile never falling; at 0 and 1 the bounds, which may be infinite; {@code StrictMath} gives the same bits on any JVM
     * @return the distribution
     * @throws IllegalArgumentException if the mean is not finite, or does not lie between the quantiles at 0 and 1
     */
    static Distribution ofQuantile(String name, double mean, DoubleUnaryOperator quantile) {
        return ByQuantile.of(name, mean, quantile);
    }
}
