package org.bridgeconvoy.report.chart;

import java.util.stream.IntStream;

/** Least-squares fit of two lines that meet at one of the inner points. */
final class BrokenLine {

    private static final int LEAST_POINTS = 5;
    private static final double LEAST_GAIN = 0.9;
    private static final double LEAST_REMAINDER = 1e-3;

    private BrokenLine() {}

    /** The x at which the lines meet, NaN if the data do not show a bend; see {@link SweepData#breakPoint}. */
    static double bend(double[] x, double[] y) {
        int[] used =
                IntStream.range(0, x.length).filter(i -> !Double.isNaN(y[i])).toArray();
        if (used.length < LEAST_POINTS) {
            return Double.NaN;
        }
        double[] xs = IntStream.of(used).mapToDouble(i -> x[i]).toArray();
        double[] ys = IntStream.of(used).mapToDouble(i -> y[i]).toArray();
        double mean = Stats.mean(ys);
        double spread = 0;
        for (double v : ys) {
            spread += (v - mean) * (v - mean);
        }
        double line = squaresLeft(xs, ys, Double.NaN);
        double best = Double.POSITIVE_INFINITY;
        double at = Double.NaN;
        for (int k = 1; k < xs.length - 1; k++) {
            double left = squaresLeft(xs, ys, xs[k]);
            if (left < best) {
                best = left;
                at = xs[k];
            }
        }
        return line > LEAST_REMAINDER * spread && best <= (1 - LEAST_GAIN) * line ? at : Double.NaN;
    }

    /** Residual squares of y on 1, x and, with a knot, max(0, x - knot), by Gram-Schmidt. */
    private static double squaresLeft(double[] x, double[] y, double knot) {
        int n = x.length;
        double[][] basis = new double[Double.isNaN(knot) ? 2 : 3][n];
        for (int i = 0; i < n; i++) {
            basis[0][i] = 1;
            basis[1][i] = x[i];
            if (basis.length == 3) {
                basis[2][i] = Math.max(0, x[i] - knot);
            }
        }
        double[] rest = y.clone();
        for (int b = 0; b < basis.length; b++) {
            for (int a = 0; a < b; a++) {
                subtract(basis[b], basis[a]);
            }
            subtract(rest, basis[b]);
        }
        return dot(rest, rest);
    }

    private static void subtract(double[] from, double[] direction) {
        double norm = dot(direction, direction);
        if (norm > 0) {
            double factor = dot(from, direction) / norm;
            for (int i = 0; i < from.length; i++) {
                from[i] -= factor * direction[i];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
