package org.bridgeconvoy.experiment.selection;

import org.bridgeconvoy.experiment.Estimate;

/** By how much one candidate's objective is better than another's. */
interface Differences {

    /**
     * A difference, more is better.
     *
     * @param mean of the paired differences
     * @param low lower end, which holds together with all other statements
     * @param high upper end
     */
    record Bounds(double mean, double low, double high) {}

    /** How much better a candidate is than another; both have replications, or the objective is known. */
    Bounds of(int candidate, int than);

    /** The mean of the objective as it is. */
    double mean(int candidate);

    /** The mean of the objective, more is better. */
    double gain(int candidate);

    /** The mean of the objective as it is, with its own 95% interval. */
    Estimate estimate(int candidate);

    /** Differences from paired replications. */
    static Differences observed(Samples samples, int column, double sign, Certainty certainty) {
        return new Differences() {
            @Override
            public Bounds of(int candidate, int than) {
                Sample difference = samples.difference(candidate, than, column);
                double mean = sign * difference.mean();
                double width = samples.areSame(candidate, than, column) ? 0 : certainty.width(difference);
                return new Bounds(mean, mean - width, mean + width);
            }

            @Override
            public double mean(int candidate) {
                return samples.of(candidate, column).mean();
            }

            @Override
            public double gain(int candidate) {
                return sign * mean(candidate);
            }

            @Override
            public Estimate estimate(int candidate) {
                return samples.estimate(candidate, column);
            }
        };
    }

    /** Differences of an objective that is known. */
    static Differences known(double[] values, double sign) {
        return new Differences() {
            @Override
            public Bounds of(int candidate, int than) {
                double difference = gain(candidate) - gain(than);
                return new Bounds(difference, difference, difference);
            }

            @Override
            public double mean(int candidate) {
                return values[candidate];
            }

            @Override
            public double gain(int candidate) {
                return sign * values[candidate];
            }

            @Override
            public Estimate estimate(int candidate) {
                return new Estimate(1, values[candidate], 0, 0, values[candidate], values[candidate]);
            }
        };
    }
}
