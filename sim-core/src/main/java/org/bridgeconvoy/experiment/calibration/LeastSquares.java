package org.bridgeconvoy.experiment.calibration;

/**
 * Weighted linear least squares by the normal equations and a Cholesky factor. Meant for at most some hundred standardised columns; a ridge keeps
 * the factor regular where columns depend on each other.
 */
final class LeastSquares {

    private final double[][] rows;
    private final double[] weights;
    private final double[][] gram;
    private double[][] factor;

    /**
     * The normal equations without a ridge.
     *
     * @param rows one for each observation, all of one length
     * @param weights one for each observation, 0 or more
     */
    LeastSquares(double[][] rows, double[] weights) {
        this.rows = rows;
        this.weights = weights;
        int columns = rows[0].length;
        gram = new double[columns][columns];
        for (int n = 0; n < rows.length; n++) {
            double[] row = rows[n];
            for (int i = 0; i < columns; i++) {
                double scaled = weights[n] * row[i];
                double[] to = gram[i];
                for (int j = 0; j <= i; j++) {
                    to[j] += scaled * row[j];
                }
            }
        }
        factor = gram;
    }

    /** The normal equations with what is added to their diagonal. */
    LeastSquares(double[][] rows, double[] weights, double ridge) {
        this(rows, weights);
        factor(ridge);
    }

    /** Factors the normal equations with a ridge, in place of an earlier one. */
    void factor(double ridge) {
        double[][] matrix = new double[gram.length][];
        for (int i = 0; i < gram.length; i++) {
            matrix[i] = gram[i].clone();
            matrix[i][i] += ridge;
        }
        factor = Cholesky.factor(matrix);
    }

    /** The coefficients for some values, one for each observation. */
    double[] coefficients(double[] values) {
        double[] right = new double[factor.length];
        for (int n = 0; n < rows.length; n++) {
            double scaled = weights[n] * values[n];
            if (scaled != 0) {
                for (int i = 0; i < right.length; i++) {
                    right[i] += scaled * rows[n][i];
                }
            }
        }
        return Cholesky.solve(factor, right);
    }

    /** Variance of the fitted value at a row, of which the first numbers are taken, in units of the variance of an observation of weight 1. */
    double leverage(double[] row) {
        double[] half = Cholesky.forward(factor, row);
        return dot(half, half);
    }

    /** Sum of products over the length of the first. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
