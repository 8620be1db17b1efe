package org.bridgeconvoy.experiment.calibration;

import java.util.Arrays;
import java.util.Objects;
import org.bridgeconvoy.numeric.Fdlibm;

/**
 * A normal variable whose mean is linear in some terms and the logarithm of whose variance is linear in others (Aitkin 1987, Modelling variance
 * heterogeneity in normal regression). Residuals are corrected for their leverage.
 */
final class NormalRegression {

    private static final int ROUNDS = 4;
    private static final int SCORING_STEPS = 6;

    /** The logarithm of a variance stays within this of that of all residuals. */
    private static final double MOST_LOG_RATIO = 8;

    private final double[] mean;
    private final double[] logVariance;
    private final double least;
    private final double most;

    private NormalRegression(double[] mean, double[] logVariance, double least, double most) {
        this.mean = mean;
        this.logVariance = logVariance;
        this.least = least;
        this.most = most;
    }

    /**
     * Fits by turns the mean with weights 1/variance and the variance to the squared residuals.
     *
     * @param terms of the mean, a row for each observation
     * @param varianceTerms of the logarithm of the variance, the first of them 1
     * @param values the observations
     */
    static NormalRegression fit(double[][] terms, double[][] varianceTerms, double[] values) {
        int n = values.length;
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        double[] ones = weights.clone();
        LeastSquares scoring = new LeastSquares(varianceTerms, ones, 1e-6 * n);
        NormalRegression fitted = null;
        for (int round = 0; round < ROUNDS; round++) {
            LeastSquares squares = new LeastSquares(terms, weights, 1e-8 * sum(weights));
            double[] mean = squares.coefficients(values);
            double[] squared = new double[n];
            for (int i = 0; i < n; i++) {
                double residual = values[i] - LeastSquares.dot(mean, terms[i]);
                double free = Math.max(1 - weights[i] * squares.leverage(terms[i]), 0.05);
                squared[i] = residual * residual / free;
            }
            double overall = Fdlibm.log(Math.max(sum(squared) / n, 1e-300));
            fitted = new NormalRegression(
                    mean,
                    variance(scoring, varianceTerms, squared, overall),
                    overall - MOST_LOG_RATIO,
                    overall + MOST_LOG_RATIO);
            for (int i = 0; i < n; i++) {
                weights[i] = 1 / fitted.variance(varianceTerms[i]);
            }
        }
        return Objects.requireNonNull(fitted);
    }

    /** Fisher scoring of a gamma regression with logarithmic link, which is the likelihood of a normal variance. */
    private static double[] variance(LeastSquares scoring, double[][] terms, double[] squared, double overall) {
        double[] coefficients = new double[terms[0].length];
        coefficients[0] = overall;
        double[] working = new double[squared.length];
        for (int step = 0; step < SCORING_STEPS; step++) {
            for (int i = 0; i < working.length; i++) {
                double log = clamp(
                        LeastSquares.dot(coefficients, terms[i]), overall - MOST_LOG_RATIO, overall + MOST_LOG_RATIO);
                double ratio = squared[i] / Fdlibm.exp(log) - 1;
                working[i] = log + Math.min(ratio, 15);
            }
            coefficients = scoring.coefficients(working);
        }
        return coefficients;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(value, most));
    }

    /** The mean at some terms. */
    double mean(double[] terms) {
        return LeastSquares.dot(mean, terms);
    }

    /** The mean at the first of some terms and, behind them, of some residuals. */
    double mean(double[] terms, int size, double[] residuals) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += mean[i] * terms[i];
        }
        for (int i = size; i < mean.length; i++) {
            sum += mean[i] * residuals[i - size];
        }
        return sum;
    }

    /** The variance at some terms. */
    double variance(double[] terms) {
        return Fdlibm.exp(clamp(LeastSquares.dot(logVariance, terms), least, most));
    }
}
