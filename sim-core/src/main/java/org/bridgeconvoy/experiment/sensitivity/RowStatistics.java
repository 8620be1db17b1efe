package org.bridgeconvoy.experiment.sensitivity;

import java.util.Arrays;

/**
 * What the estimators need of each row of the design: sums that any weighting of the rows combines.
 *
 * <p>All are unbiased for the expected values f of the worlds, whatever the chance that remains in the means ȳ over R replications and however it is
 * correlated within a row: E[ȳ_p ȳ_q] = f_p f_q + cov(Y_p, Y_q)/R, so each product of means loses the sample covariance of its replications, divided by R.
 */
final class RowStatistics {
    private final int rows;
    private final int worlds;
    /** Means by world and row, less the mean of all. */
    private final double[][] mean;
    /** Variance within the world by world and row; 0 with one replication. */
    private final double[][] within;
    /** Of each input and row ȳ_B (ȳ_ABi − ȳ_A), corrected. */
    private final double[][] product;
    /** Of each input and row ½ (ȳ_A − ȳ_ABi)², corrected. */
    private final double[][] half;

    private final int replications;

    /**
     * From the values of all rows.
     *
     * @param values by row, world of the row (A, B, AB_1, …) and replication
     * @param inputs number of inputs whose AB_i there are; 0 for given worlds
     */
    RowStatistics(double[][][] values, int inputs) {
        rows = values.length;
        worlds = values[0].length;
        replications = values[0][0].length;
        mean = new double[worlds][rows];
        within = new double[worlds][rows];
        product = new double[inputs][rows];
        half = new double[inputs][rows];
        double sum = 0;
        for (int j = 0; j < rows; j++) {
            for (int m = 0; m < worlds; m++) {
                mean[m][j] = Moments.mean(values[j][m]);
                within[m][j] = replications > 1 ? Moments.covariance(values[j][m], values[j][m]) : 0;
                sum += mean[m][j];
            }
        }
        double centre = sum / (rows * (double) worlds);
        for (int j = 0; j < rows; j++) {
            for (int m = 0; m < worlds; m++) {
                mean[m][j] -= centre;
            }
            for (int i = 0; i < inputs; i++) {
                double[] difference = Moments.difference(values[j][i + 2], values[j][0]);
                double change = mean[i + 2][j] - mean[0][j];
                boolean chance = replications > 1;
                double productNoise = chance ? Moments.covariance(values[j][1], difference) / replications : 0;
                double squareNoise = chance ? Moments.covariance(difference, difference) / replications : 0;
                product[i][j] = mean[1][j] * change - productNoise;
                half[i][j] = (change * change - squareNoise) / 2;
            }
        }
    }

    /**
     * What rows say.
     *
     * @param chance mean variance within worlds
     * @param spread variance of the worlds' expected values
     * @param first of each input, the variance of the conditional expectation (Saltelli et al. 2010, table 2, b)
     * @param total of each input, the variance that stays if all others are known (Jansen 1999)
     */
    record Parts(double chance, double spread, double[] first, double[] total) {}

    int rows() {
        return rows;
    }

    /** What all rows say, each once. */
    Parts parts() {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        return parts(once, 1);
    }

    /** What a resample says; its variances are enlarged for the rows that it holds twice. */
    Parts resampled(int[] counts) {
        return parts(counts, rows / (rows - 1.0));
    }

    private Parts parts(int[] counts, double enlarged) {
        double n = rows;
        double chance = 0;
        double spread = 0;
        double centre = 0;
        for (int m = 0; m < worlds; m++) {
            double sum = 0;
            double squares = 0;
            double noise = 0;
            double[] y = mean[m];
            double[] s = within[m];
            for (int j = 0; j < rows; j++) {
                double weighted = counts[j] * y[j];
                sum += weighted;
                squares += weighted * y[j];
                noise += counts[j] * s[j];
            }
            centre += sum / n / worlds;
            chance += noise / n / worlds;
            spread += (squares - sum * sum / n) / (n - 1) * enlarged / worlds;
        }
        double[] first = new double[product.length];
        double[] total = new double[product.length];
        for (int i = 0; i < product.length; i++) {
            double products = 0;
            double changes = 0;
            double halves = 0;
            for (int j = 0; j < rows; j++) {
                products += counts[j] * product[i][j];
                changes += counts[j] * (mean[i + 2][j] - mean[0][j]);
                halves += counts[j] * half[i][j];
            }
            first[i] = (products - centre * changes) / n;
            total[i] = halves / n;
        }
        return new Parts(chance, spread - chance / replications, first, total);
    }
}
