package org.bridgeconvoy.random;

import static org.apache.commons.math3.special.Gamma.logGamma;
import static org.apache.commons.math3.special.Gamma.regularizedGammaP;
import static org.apache.commons.math3.special.Gamma.regularizedGammaQ;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * Quantiles of the gamma distribution with scale 1. Newton's method in t = ln x on the logarithm of the tail that is the smaller: both tails are
 * log-concave in t, so that from the second step on it converges from one side.
 */
final class GammaQuantile {
    /** A step in t so small is the last: the next would be its square. */
    private static final double PRECISION = 1e-9;
    /** Below this x the first term of the series of the lower tail is the whole of it. */
    private static final double TINY = 1e-20;

    /** So far may a step go up, where the tail underflows. */
    private static final double MAX_RISE = 2;

    private static final int MAX_STEPS = 200;

    private GammaQuantile() {}

    /** The x with P(X &lt;= x) = p, for p above 0 and below 1. */
    static double below(double shape, double p) {
        // P(X <= x) <= x^shape / Γ(shape + 1), with equality in the limit of small x.
        double leastLog = (Fdlibm.log(p) + logGamma(shape + 1)) / shape;
        if (leastLog < Fdlibm.log(TINY)) {
            return Fdlibm.exp(leastLog);
        }
        double logP = Fdlibm.log(p);
        double t = Math.max(leastLog, Fdlibm.log(wilsonHilferty(shape, StandardNormal.quantileBelow(p))));
        for (int i = 0; i < MAX_STEPS; i++) {
            double x = Fdlibm.exp(t);
            double mass = regularizedGammaP(shape, x);
            double step = (Fdlibm.log(mass) - logP) * mass / densityOfLog(shape, t, x);
            t = Math.max(t - step, leastLog);
            if (!(Math.abs(step) > PRECISION)) {
                break;
            }
        }
        return Fdlibm.exp(t);
    }

    /** The x with P(X &gt; x) = q, for q above 0 and below 1. */
    static double above(double shape, double q) {
        double logQ = Fdlibm.log(q);
        double t = Fdlibm.log(wilsonHilferty(shape, -StandardNormal.quantileBelow(q)));
        for (int i = 0; i < MAX_STEPS; i++) {
            double x = Fdlibm.exp(t);
            double mass = regularizedGammaQ(shape, x);
            double step = (Fdlibm.log(mass) - logQ) * mass / densityOfLog(shape, t, x);
            t += Math.min(step, MAX_RISE);
            if (!(Math.abs(step) > PRECISION)) {
                break;
            }
        }
        return Fdlibm.exp(t);
    }

    /** Density of ln X at t. */
    private static double densityOfLog(double shape, double t, double x) {
        return Fdlibm.exp(shape * t - x - logGamma(shape));
    }

    /** A starting value above 0: Wilson and Hilferty (1931), the cube of a normal variable. */
    private static double wilsonHilferty(double shape, double z) {
        double ninth = 1 / (9 * shape);
        double root = 1 - ninth + z * Math.sqrt(ninth);
        return shape * Math.max(root * root * root, 1e-3);
    }
}
