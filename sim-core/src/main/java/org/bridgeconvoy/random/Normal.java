package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/** Normal, by mean and standard deviation; sd &gt; 0. */
record Normal(double mean, double sd) implements Continuous {
    @Override
    public double sample(RandomStream stream) {
        return mean + sd * stream.nextGaussian();
    }

    @Override
    public double lowerBound() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upperBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return StandardNormal.below(standard(x));
    }

    @Override
    public double probabilityAbove(double x) {
        return StandardNormal.above(standard(x));
    }

    @Override
    public double meanBelow(double x) {
        double z = standard(x);
        return mean * StandardNormal.below(z) - sd * StandardNormal.density(z);
    }

    @Override
    public double meanAbove(double x) {
        double z = standard(x);
        return mean * StandardNormal.above(z) + sd * StandardNormal.density(z);
    }

    private double standard(double x) {
        return (x - mean) / sd;
    }

    @Override
    public double quantileBelow(double p) {
        return mean + sd * StandardNormal.quantileBelow(p);
    }

    @Override
    public double quantileAbove(double q) {
        return mean - sd * StandardNormal.quantileBelow(q);
    }

    @Override
    public double densityRatio(double x, double reference) {
        return Fdlibm.exp(0.5 * ((reference - x) / sd) * (standard(x) + standard(reference)));
    }

    @Override
    public String toString() {
        return "normal(" + Checks.list(mean, sd) + ")";
    }
}
