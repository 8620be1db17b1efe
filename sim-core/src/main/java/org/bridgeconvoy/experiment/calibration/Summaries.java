package org.bridgeconvoy.experiment.calibration;

import java.util.Arrays;
import java.util.List;

/**
 * Few numbers that say of many counts what they tell about the world: for each coordinate of the world its linear prediction from the {@linkplain
 * Features features} of the counts, by ridge regression (Fearnhead and Prangle 2012, Constructing summary statistics for approximate Bayesian
 * computation: semi-automatic ABC). The ridge is the one of least error in five-fold cross-validation.
 *
 * <p>What a simulation taught is never asked about itself: its own summaries come from the coefficients of the four folds that it is not in. The
 * summaries of what was counted are the mean over the folds. Otherwise simulations would look more telling than reality.
 */
final class Summaries {

    private static final double[] RIDGES = {1e-4, 1e-3, 1e-2, 0.1, 0.3, 1, 3, 10, 30, 100};
    private static final int FOLDS = 5;

    private final Features features;
    private final double[] centre;
    private final double[] scale;

    /** By fold and summary. */
    private final double[][][] coefficients;

    private final double[][] rows;

    /**
     * Learns summaries.
     *
     * @param features of counts
     * @param counts of simulated worlds
     * @param coordinates of these worlds
     */
    Summaries(Features features, List<double[]> counts, List<double[]> coordinates) {
        this.features = features;
        rows = counts.stream().map(features::of).toArray(double[][]::new);
        int width = rows[0].length;
        centre = new double[width];
        scale = new double[width];
        for (int f = 0; f < width; f++) {
            double[] column = column(rows, f);
            centre[f] = Columns.mean(column);
            double sd = Columns.sd(column);
            scale[f] = sd > 1e-9 ? 1 / sd : 0;
        }
        for (double[] row : rows) {
            standardise(row);
        }
        double[][] worlds = coordinates.toArray(double[][]::new);
        double[][] targets = new double[worlds[0].length][];
        for (int t = 0; t < targets.length; t++) {
            targets[t] = column(worlds, t);
            double mean = Columns.mean(targets[t]);
            for (int i = 0; i < worlds.length; i++) {
                targets[t][i] -= mean;
            }
        }
        coefficients = leastError(targets);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private void standardise(double[] row) {
        for (int f = 0; f < row.length; f++) {
            row[f] = (row[f] - centre[f]) * scale[f];
        }
    }

    /** Of each target the coefficients of all folds with the ridge of least error. */
    private double[][][] leastError(double[][] targets) {
        double[] least = new double[targets.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        double[][][] best = new double[FOLDS][targets.length][];
        LeastSquares[] folds = new LeastSquares[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] weights = new double[rows.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = i % FOLDS == fold ? 0 : 1;
            }
            folds[fold] = new LeastSquares(rows, weights);
        }
        for (double ridge : RIDGES) {
            for (LeastSquares fold : folds) {
                fold.factor(ridge * rows.length);
            }
            for (int t = 0; t < targets.length; t++) {
                double[][] found = new double[FOLDS][];
                double error = 0;
                for (int fold = 0; fold < FOLDS; fold++) {
                    found[fold] = folds[fold].coefficients(targets[t]);
                    for (int i = fold; i < rows.length; i += FOLDS) {
                        double e = LeastSquares.dot(found[fold], rows[i]) - targets[t][i];
                        error += e * e;
                    }
                }
                if (error < least[t]) {
                    least[t] = error;
                    for (int fold = 0; fold < FOLDS; fold++) {
                        best[fold][t] = found[fold];
                    }
                }
            }
        }
        return best;
    }

    /** The summaries of the simulations, in their order. */
    double[][] ofSimulations() {
        double[][] summaries = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            summaries[i] = predicted(coefficients[i % FOLDS], rows[i]);
        }
        return summaries;
    }

    private static double[] predicted(double[][] coefficients, double[] row) {
        return Arrays.stream(coefficients)
                .mapToDouble(c -> LeastSquares.dot(c, row))
                .toArray();
    }

    /** The summaries of what was counted. */
    double[] of(double[] counted) {
        double[] row = features.of(counted);
        standardise(row);
        double[] summaries = new double[coefficients[0].length];
        for (double[][] fold : coefficients) {
            double[] of = predicted(fold, row);
            for (int t = 0; t < of.length; t++) {
                summaries[t] += of[t] / FOLDS;
            }
        }
        return summaries;
    }
}
