package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Least-squares fit of two straight lines that meet at a knot (segmented regression). */
final class BrokenLine {

    /** Fewest points that can show a bend. */
    private static final int LEAST_POINTS = 5;
    /** Share of the residual squares of one line that a bend must remove. */
    private static final double LEAST_GAIN = 0.9;
    /**
     * Residual squares of one line, as a share of all squares about the mean, below which the data count as straight.
     */
    private static final double LEAST_REMAINDER = 1e-3;
    /** A crossing this close to a tried value, as a share of the distance to the next, counts as that value. */
    private static final double NEAR = 1e-6;

    private static final int[] NONE = {};

    private BrokenLine() {}

    /**
     * Indices of the tried points before and behind the bend; empty if the data show no bend. {@link SweepData#bend}
     * gives the criteria. Points without data are left out.
     */
    static int[] bend(double[] x, double[] y) {
        int[] used =
                IntStream.range(0, x.length).filter(i -> !Double.isNaN(y[i])).toArray();
        if (used.length < LEAST_POINTS) {
            return NONE;
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
        int at = 0;
        for (int k = 1; k < xs.length - 1; k++) {
            double left = squaresLeft(xs, ys, xs[k]);
            if (left < best) {
                best = left;
                at = k;
            }
        }
        if (!(line > LEAST_REMAINDER * spread && best <= (1 - LEAST_GAIN) * line)) {
            return NONE;
        }
        double knot = meeting(xs, ys, at, best);
        int from = knot < xs[at] || knot == xs[at] ? at - 1 : at;
        int to = knot > xs[at] || knot == xs[at] ? at + 1 : at;
        return new int[] {used[from], used[to]};
    }

    /**
     * Position of the best knot: the best tried value {@code at}, or a better crossing of two lines beside it.
     *
     * @param squares residual squares with the knot at {@code at}
     */
    private static double meeting(double[] x, double[] y, int at, double squares) {
        double best = x[at];
        double least = squares;
        for (int last = at - 1; last <= at; last++) {
            if (last < 1 || last > x.length - 3) {
                continue;
            }
            double knot = crossing(x, y, last);
            double gap = x[last + 1] - x[last];
            boolean isInside = knot > x[last] + NEAR * gap && knot < x[last + 1] - NEAR * gap;
            double left = isInside ? squaresLeft(x, y, knot) : Double.POSITIVE_INFINITY;
            if (left < least) {
                least = left;
                best = knot;
            }
        }
        return best;
    }

    /**
     * Where the line through the points up to {@code last} crosses the line through the others; NaN for parallel lines.
     */
    private static double crossing(double[] x, double[] y, int last) {
        double[] before = line(x, y, 0, last + 1);
        double[] behind = line(x, y, last + 1, x.length);
        return before[1] == behind[1] ? Double.NaN : (behind[0] - before[0]) / (before[1] - behind[1]);
    }

    /** Intercept and slope of the least-squares line through the points from {@code from} to before {@code to}. */
    private static double[] line(double[] x, double[] y, int from, int to) {
        double meanX = Stats.mean(Arrays.copyOfRange(x, from, to));
        double meanY = Stats.mean(Arrays.copyOfRange(y, from, to));
        double products = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = products / squares;
        return new double[] {meanY - slope * meanX, slope};
    }

    /**
     * Residual squares of y regressed on 1, x and, with a knot, max(0, x - knot), by Gram-Schmidt. NaN means no knot.
     */
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

    /** Subtracts from a vector its projection on a direction. */
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
