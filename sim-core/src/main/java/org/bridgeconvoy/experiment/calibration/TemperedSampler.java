package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.numeric.Fdlibm;
import org.bridgeconvoy.random.RandomStream;

/**
 * Draws from a prior that is uniform on the unit cube times a likelihood: sequential Monte Carlo from the prior over rising powers of the likelihood (Del
 * Moral, Doucet and Jasra 2006), each the greatest that leaves half the particles in effect, with Metropolis moves after each.
 */
final class TemperedSampler {

    private static final int MOVES = 4;
    private static final int LAST_MOVES = 10;
    private static final double EFFECTIVE = 0.5;

    /** A likelihood this far below the greatest has no weight, which also stands in for impossible worlds. */
    private static final double NEVER = -1e6;

    private final int[] numbers;
    private final int[] choices;
    private final ToDoubleFunction<double[]> logLikelihood;
    private final RandomStream stream;
    private double step;

    /**
     * A sampler.
     *
     * @param choices for each dimension the number of choices that it stands for, 0 for a number
     * @param logLikelihood of a place in the unit cube
     * @param stream where the randomness comes from
     */
    TemperedSampler(int[] choices, ToDoubleFunction<double[]> logLikelihood, RandomStream stream) {
        this.numbers =
                IntStream.range(0, choices.length).filter(i -> choices[i] == 0).toArray();
        this.choices =
                IntStream.range(0, choices.length).filter(i -> choices[i] > 0).toArray();
        this.logLikelihood = logLikelihood;
        this.stream = stream;
        this.step = 2.38 / Math.sqrt(Math.max(numbers.length, 1));
    }

    /**
     * Draws.
     *
     * @param n how many
     * @param power of the likelihood, above 0; 1 gives the posterior
     * @return places in the unit cube, all equally likely
     */
    List<double[]> sample(int n, double power) {
        double[][] places = LatinHypercube.sample(n, numbers.length + choices.length, stream);
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            logs[i] = log(places[i]);
        }
        double reached = 0;
        while (reached < power) {
            double next = next(logs, reached, power);
            double[] weights = weights(logs, next - reached);
            resample(places, logs, weights);
            reached = next;
            int moves = reached < power ? MOVES : LAST_MOVES;
            for (int move = 0; move < moves; move++) {
                move(places, logs, reached);
            }
        }
        return new ArrayList<>(Arrays.asList(places));
    }

    private double log(double[] place) {
        double log = logLikelihood.applyAsDouble(place);
        return Double.isNaN(log) ? NEVER : Math.max(log, NEVER);
    }

    private static double[] weights(double[] logs, double power) {
        double most = Arrays.stream(logs).max().orElseThrow();
        return Arrays.stream(logs).map(log -> Fdlibm.exp(power * (log - most))).toArray();
    }

    private static double next(double[] logs, double reached, double power) {
        if (effective(weights(logs, power - reached)) >= EFFECTIVE * logs.length) {
            return power;
        }
        double low = 0;
        double high = power - reached;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (effective(weights(logs, middle)) >= EFFECTIVE * logs.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        // A half of which no power is left in effect, such as choices that are impossible: a step that cannot be seen
        // would never end.
        return Math.min(power, reached + Math.max(high, 1e-9));
    }

    private static double effective(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return sum * sum / squares;
    }

    /** Systematic resampling. */
    private void resample(double[][] places, double[] logs, double[] weights) {
        double[][] from = places.clone();
        double[] fromLogs = logs.clone();
        double sum = Arrays.stream(weights).sum();
        double u = stream.nextDouble();
        double reached = weights[0];
        int at = 0;
        for (int i = 0; i < places.length; i++) {
            double needed = (i + u) / places.length * sum;
            while (reached < needed && at < places.length - 1) {
                at++;
                reached += weights[at];
            }
            places[i] = from[at];
            logs[i] = fromLogs[at];
        }
    }

    /** A random walk of the numbers of each particle in the shape of all, then a fresh draw of one choice. */
    private void move(double[][] places, double[] logs, double power) {
        double[][] factor = numbers.length > 0 ? Cholesky.factor(covariance(places)) : new double[0][0];
        int accepted = 0;
        for (int i = 0; i < places.length; i++) {
            if (numbers.length > 0 && accept(places, logs, i, walked(places[i], factor), power)) {
                accepted++;
            }
            if (choices.length > 0) {
                double[] other = places[i].clone();
                other[choices[stream.nextInt(choices.length)]] = stream.nextDouble();
                accept(places, logs, i, other, power);
            }
        }
        double share = (double) accepted / places.length;
        step *= share > 0.4 ? 1.25 : share < 0.15 ? 0.7 : 1;
    }

    private boolean accept(double[][] places, double[] logs, int i, double[] other, double power) {
        double log = log(other);
        if (Fdlibm.log(stream.nextDouble()) < power * (log - logs[i])) {
            places[i] = other;
            logs[i] = log;
            return true;
        }
        return false;
    }

    private double[] walked(double[] place, double[][] factor) {
        double[] normal = new double[numbers.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = stream.nextGaussian();
        }
        double[] other = place.clone();
        for (int i = 0; i < normal.length; i++) {
            double by = 0;
            for (int j = 0; j <= i; j++) {
                by += factor[i][j] * normal[j];
            }
            other[numbers[i]] = reflected(place[numbers[i]] + step * by);
        }
        return other;
    }

    /** What leaves the unit interval comes back into it as from a mirror. */
    private static double reflected(double u) {
        double folded = Math.abs(u) % 2;
        return folded <= 1 ? folded : 2 - folded;
    }

    private double[][] covariance(double[][] places) {
        int d = numbers.length;
        double[] mean = new double[d];
        for (double[] place : places) {
            for (int i = 0; i < d; i++) {
                mean[i] += place[numbers[i]] / places.length;
            }
        }
        double[][] covariance = new double[d][d];
        for (double[] place : places) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (place[numbers[i]] - mean[i]) * (place[numbers[j]] - mean[j]) / places.length;
                }
            }
        }
        return covariance;
    }
}
