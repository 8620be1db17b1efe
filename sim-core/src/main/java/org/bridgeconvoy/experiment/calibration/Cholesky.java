package org.bridgeconvoy.experiment.calibration;

/** Cholesky factors of small symmetric matrices. */
final class Cholesky {

    /** A pivot below this share of its diagonal element counts as 0. */
    private static final double SINGULAR = 1e-12;

    private Cholesky() {}

    /**
     * The lower factor L of a matrix L L'. A direction without any extent gets a pivot of the least share of its diagonal element that counts.
     *
     * @param matrix symmetric; the lower half is read
     * @return a new lower triangular matrix
     */
    static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    double least = Math.max(matrix[i][i] * SINGULAR, Double.MIN_NORMAL);
                    lower[i][i] = Math.sqrt(Math.max(sum, least));
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return lower;
    }

    /** Solves L x = right, of which the first numbers are taken. */
    static double[] forward(double[][] lower, double[] right) {
        int n = lower.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = lower[i];
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    /** Solves L L' x = right. */
    static double[] solve(double[][] lower, double[] right) {
        double[] x = forward(lower, right);
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < x.length; k++) {
                sum -= lower[k][i] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        return x;
    }
}
