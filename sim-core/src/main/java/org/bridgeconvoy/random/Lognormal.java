package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * Lognormal, by mean and standard deviation of the variable.
 *
 * @param mean above 0
 * @param sd above 0
 * @param mu mean of the logarithm
 * @param sigma standard deviation of the logarithm
 */
record Lognormal(double mean, double sd, double mu, double sigma) implements Continuous {
    static Lognormal of(double mean, double sd) {
        double ratio = sd / mean;
        double variance = Fdlibm.log1p(ratio * ratio);
        double sigma = Math.sqrt(variance);
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "lognormal(mean, sd) needs a ratio of sd to mean that a double can square, got "
                            + Checks.list(mean, sd));
        }
        return new Lognormal(mean, sd, Fdlibm.log(mean) - variance / 2, sigma);
    }

    @Override
    public double sample(RandomStream stream) {
        return FastExp.exp(mu + sigma * stream.nextGaussian());
    }

    // The random numbers first: several exponentials are then worked on at once.
    @Override
    public void sample(RandomStream stream, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = stream.nextGaussian();
        }
        for (int i = from; i < to; i++) {
            values[i] = FastExp.exp(mu + sigma * values[i]);
        }
    }

    @Override
    public double lowerBound() {
        return 0;
    }

    @Override
    public double upperBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        return x <= 0 ? 0 : StandardNormal.below(standard(x));
    }

    @Override
    public double probabilityAbove(double x) {
        return x <= 0 ? 1 : StandardNormal.above(standard(x));
    }

    @Override
    public double meanBelow(double x) {
        return x <= 0 ? 0 : mean * StandardNormal.below(standard(x) - sigma);
    }

    @Override
    public double meanAbove(double x) {
        return x <= 0 ? mean : mean * StandardNormal.above(standard(x) - sigma);
    }

    private double standard(double x) {
        return (Fdlibm.log(x) - mu) / sigma;
    }

    @Override
    public double quantileBelow(double p) {
        return Fdlibm.exp(mu + sigma * StandardNormal.quantileBelow(p));
    }

    @Override
    public double quantileAbove(double q) {
        return Fdlibm.exp(mu - sigma * StandardNormal.quantileBelow(q));
    }

    @Override
    public double densityRatio(double x, double reference) {
        double difference = Fdlibm.log(reference / x);
        return Fdlibm.exp(difference + 0.5 * (difference / sigma) * (standard(x) + standard(reference)));
    }

    @Override
    public String toString() {
        return "lognormal(" + Checks.list(mean, sd) + ")";
    }
}
