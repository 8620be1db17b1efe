package org.bridgeconvoy.experiment.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of the inputs where worlds were proposed: an ellipsoid of their numbers, by mean and covariance, that holds all of them. Simulations outside
 * are not used, since one polynomial need not hold far beyond it.
 */
final class Region {

    /** The proposals may miss the edge of what they stand for. */
    private static final double MARGIN = 1.2;

    private final int[] numbers;
    private final double[] mean;
    private final double[][] factor;
    private final double most;

    private Region(int[] numbers, double[] mean, double[][] factor, double most) {
        this.numbers = numbers;
        this.mean = mean;
        this.factor = factor;
        this.most = most;
    }

    /** Everywhere. */
    static Region everywhere() {
        return new Region(new int[0], new double[0], new double[0][0], 0);
    }

    /**
     * The region of some worlds.
     *
     * @param choices for each input the number of its choices, 0 for a number
     * @param worlds the value of each input
     */
    static Region of(int[] choices, List<double[]> worlds) {
        int[] numbers =
                IntStream.range(0, choices.length).filter(i -> choices[i] == 0).toArray();
        int d = numbers.length;
        double[] mean = new double[d];
        for (double[] world : worlds) {
            for (int i = 0; i < d; i++) {
                mean[i] += world[numbers[i]] / worlds.size();
            }
        }
        double[][] covariance = new double[d][d];
        for (double[] world : worlds) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (world[numbers[i]] - mean[i]) * (world[numbers[j]] - mean[j]) / worlds.size();
                }
            }
        }
        Region unlimited = new Region(numbers, mean, Cholesky.factor(covariance), Double.POSITIVE_INFINITY);
        double most = 0;
        for (double[] world : worlds) {
            most = Math.max(most, unlimited.distance(world));
        }
        return new Region(numbers, mean, unlimited.factor, MARGIN * most);
    }

    private double distance(double[] world) {
        double[] from = Arrays.stream(numbers).mapToDouble(i -> world[i]).toArray();
        for (int i = 0; i < from.length; i++) {
            from[i] -= mean[i];
        }
        double[] whitened = Cholesky.forward(factor, from);
        return LeastSquares.dot(whitened, whitened);
    }

    /** Whether a world lies in it. */
    boolean contains(double[] world) {
        return distance(world) <= most;
    }

    /** What is taken off the logarithm of a likelihood outside, growing with the distance; 0 inside. */
    double penalty(double[] world) {
        return Math.max(distance(world) - most, 0);
    }
}
