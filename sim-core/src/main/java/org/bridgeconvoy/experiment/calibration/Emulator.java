package org.bridgeconvoy.experiment.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.numeric.Fdlibm;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of a world given the summaries of what was counted, from summaries of simulated worlds: normal, with mean, variance and dependence that
 * follow the world (synthetic likelihood, Wood 2010, with a regression over worlds in place of many replications of each). Each summary is regressed on
 * products of the coordinates and on the residuals of the summaries before it; what is not known well of the mean adds to the variance.
 */
final class Emulator {

    private static final int MOST_DEGREE = 4;

    /** The number of simulations that each term of a polynomial needs. */
    private static final int SIMULATIONS_A_TERM = 10;

    /** A choice that fewer simulations have is left out. */
    private static final int LEAST_OF_CHOICE = 8;

    private static final double RIDGE = 1e-8;

    private final Polynomials polynomials;
    private final Conditional[] conditionals;
    private final boolean[] isSeldom;
    private final double[] observed;

    /**
     * One summary given the world and the residuals of those before it.
     *
     * @param terms of the mean: how many of the polynomials it uses, from the first
     * @param worlds the terms of the simulated worlds
     */
    private record Conditional(NormalRegression regression, int terms, LeastSquares worlds) {}

    /**
     * Fits.
     *
     * @param coordinates of worlds
     * @param worlds the coordinates of the simulated worlds
     * @param summaries theirs
     * @param observed of what was counted
     */
    Emulator(Coordinates coordinates, List<double[]> worlds, double[][] summaries, double[] observed) {
        int[] sizes = sizes(coordinates, worlds.size());
        polynomials = coordinates.polynomials(sizes.length - 1);
        isSeldom = coordinates.seldom(worlds, LEAST_OF_CHOICE);
        conditionals = new Conditional[observed.length];
        this.observed = new double[observed.length];
        double[][] terms = worlds.stream().map(polynomials::at).toArray(double[][]::new);
        double[][] residuals = new double[worlds.size()][0];
        for (int s = 0; s < observed.length; s++) {
            int column = s;
            double[] values =
                    Arrays.stream(summaries).mapToDouble(row -> row[column]).toArray();
            double mean = Columns.mean(values);
            double sd = Columns.sd(values);
            // A summary without any spread tells nothing: all are at 0, with a variance of 1.
            double scale = sd > 0 ? 1 / sd : 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] - mean) * scale;
            }
            this.observed[s] = (observed[s] - mean) * scale;
            conditionals[s] = fit(sizes, terms, residuals, values);
            for (int i = 0; i < values.length; i++) {
                double residual = values[i]
                        - conditionals[s].regression.mean(joined(terms[i], conditionals[s].terms, residuals[i]));
                residuals[i] = joined(residuals[i], s, new double[] {residual});
            }
        }
    }

    /** How many terms the polynomials of degree 0, 1, … have, up to the last degree that the number of simulations allows. */
    private static int[] sizes(Coordinates coordinates, int simulations) {
        int[] sizes = new int[MOST_DEGREE + 1];
        int degrees = 0;
        while (degrees <= MOST_DEGREE) {
            sizes[degrees] = coordinates.polynomials(degrees).size();
            if (degrees > 1 && sizes[degrees] * SIMULATIONS_A_TERM > simulations) {
                break;
            }
            degrees++;
        }
        return Arrays.copyOf(sizes, degrees);
    }

    private static Conditional fit(int[] sizes, double[][] terms, double[][] residuals, double[] values) {
        int size = leastPress(sizes, terms, values);
        double[][] rows = new double[values.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = joined(terms[i], size, residuals[i]);
        }
        @Nullable NormalRegression best = null;
        double leastCriterion = Double.POSITIVE_INFINITY;
        for (int degree = 0; degree < Math.min(sizes.length, 3); degree++) {
            int first = sizes[degree];
            double[][] varianceRows =
                    Arrays.stream(terms).map(row -> Arrays.copyOf(row, first)).toArray(double[][]::new);
            NormalRegression regression = NormalRegression.fit(rows, varianceRows, values);
            // Schwarz's: the terms times log n less twice the logarithm of the likelihood.
            double criterion = first * Fdlibm.log(rows.length);
            for (int i = 0; i < rows.length; i++) {
                double residual = values[i] - regression.mean(rows[i]);
                double variance = regression.variance(varianceRows[i]);
                criterion += residual * residual / variance + Fdlibm.log(variance);
            }
            if (criterion < leastCriterion) {
                leastCriterion = criterion;
                best = regression;
            }
        }
        return new Conditional(Objects.requireNonNull(best), size, squares(terms, size));
    }

    private static LeastSquares squares(double[][] terms, int size) {
        double[][] rows =
                Arrays.stream(terms).map(row -> Arrays.copyOf(row, size)).toArray(double[][]::new);
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        return new LeastSquares(rows, ones, RIDGE * rows.length);
    }

    /**
     * The polynomial that predicts a simulation best from all others, by the sum of squares of Allen (1974), with the price of a term in Schwarz's
     * criterion in place of the lower one that this sum contains.
     */
    private static int leastPress(int[] sizes, double[][] terms, double[] values) {
        int best = sizes[0];
        double least = Double.POSITIVE_INFINITY;
        for (int size : sizes) {
            LeastSquares squares = squares(terms, size);
            double[] fitted = squares.coefficients(values);
            double press = 0;
            for (int i = 0; i < values.length; i++) {
                double residual = (values[i] - LeastSquares.dot(fitted, terms[i]))
                        / Math.max(1 - squares.leverage(terms[i]), 0.05);
                press += residual * residual;
            }
            double n = values.length;
            double criterion = n * Fdlibm.log(Math.max(press / n, 1e-12)) + size * (Fdlibm.log(n) - 2);
            if (criterion < least) {
                least = criterion;
                best = size;
            }
        }
        return best;
    }

    private static double[] joined(double[] first, int size, double[] more) {
        double[] joined = Arrays.copyOf(first, size + more.length);
        System.arraycopy(more, 0, joined, size, more.length);
        return joined;
    }

    /**
     * The logarithm of the likelihood of a world, up to a constant.
     *
     * @param coordinates of the world
     * @return negative infinity for a choice that too few simulations have
     */
    double logLikelihood(double[] coordinates) {
        for (int c = 0; c < isSeldom.length; c++) {
            if (isSeldom[c] && coordinates[c] > 0) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        double[] terms = polynomials.at(coordinates);
        double[] residuals = new double[observed.length];
        double log = 0;
        for (int s = 0; s < observed.length; s++) {
            Conditional conditional = conditionals[s];
            double residual = observed[s] - conditional.regression.mean(terms, conditional.terms, residuals);
            double variance = conditional.regression.variance(terms) * (1 + conditional.worlds.leverage(terms));
            log -= 0.5 * (residual * residual / variance + Fdlibm.log(variance));
            residuals[s] = residual;
        }
        return log;
    }
}
