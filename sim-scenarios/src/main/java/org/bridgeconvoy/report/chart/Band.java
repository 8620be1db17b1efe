package org.bridgeconvoy.report.chart;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;

/**
 * A mean over replications with its 95% interval, point by point.
 *
 * @param mean the mean
 * @param halfWidth95 Student's t half-width; NaN below two replications
 */
public record Band(double[] mean, double[] halfWidth95) {

    /** From rows of equal length, one of each replication. */
    static Band of(List<double[]> rows) {
        List<Estimate> points = Estimate.ofColumns(rows);
        return new Band(
                points.stream().mapToDouble(Estimate::mean).toArray(),
                points.stream().mapToDouble(Estimate::halfWidth95).toArray());
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
