package org.bridgeconvoy.experiment.sensitivity;

/** Means and covariances over the replications of a world. */
final class Moments {
    private Moments() {}

    static double mean(double[] values) {
        double first = values[0];
        double sum = 0;
        for (double x : values) {
            sum += x - first;
        }
        return first + sum / values.length;
    }

    /** Sample covariance, divisor n − 1, for at least two pairs. */
    static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }

    static double[] difference(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }
}
