package org.bridgeconvoy.report.chart;

import java.util.List;

/**
 * A mean over replications with its 95% interval, point by point.
 *
 * @param mean the mean
 * @param halfWidth95 Student's t half-width; NaN below two replications
 */
public record Band(double[] mean, double[] halfWidth95) {

    /** From rows of equal length, one of each replication. */
    static Band of(List<double[]> rows) {
        int points = rows.isEmpty() ? 0 : rows.get(0).length;
        double[] mean = new double[points];
        double[] half = new double[points];
        double[] column = new double[rows.size()];
        double t95 = Stats.t95(rows.size());
        for (int i = 0; i < points; i++) {
            for (int r = 0; r < column.length; r++) {
                column[r] = rows.get(r)[i];
            }
            mean[i] = Stats.mean(column);
            half[i] = Stats.halfWidth95(column, t95);
        }
        return new Band(mean, half);
    }

    int size() {
        return mean.length;
    }

    /** Lower end; the mean itself where there is no interval. */
    double low(int i) {
        return Double.isNaN(halfWidth95[i]) ? mean[i] : mean[i] - halfWidth95[i];
    }

    /** Upper end; the mean itself where there is no interval. */
    double high(int i) {
        return Double.isNaN(halfWidth95[i]) ? mean[i] : mean[i] + halfWidth95[i];
    }
}
