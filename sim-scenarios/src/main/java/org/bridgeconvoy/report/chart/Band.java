package org.bridgeconvoy.report.chart;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;

/**
 * Means over replications with their 95% intervals, one for each point of a curve.
 *
 * @param mean mean of each point
 * @param halfWidth95 Student's t half-width of each point; NaN below two replications
 */
public record Band(double[] mean, double[] halfWidth95) {

    /** Means over rows of equal length, one row for each replication. */
    static Band of(List<double[]> rows) {
        List<Estimate> points = Estimate.ofColumns(rows);
        return new Band(
                points.stream().mapToDouble(Estimate::mean).toArray(),
                points.stream().mapToDouble(Estimate::halfWidth95).toArray());
    }

    int size() {
        return mean.length;
    }

    /** Lower end of the interval; the mean if there is no interval. */
    double low(int i) {
        return Double.isNaN(halfWidth95[i]) ? mean[i] : mean[i] - halfWidth95[i];
    }

    /** Upper end of the interval; the mean if there is no interval. */
    double high(int i) {
        return Double.isNaN(halfWidth95[i]) ? mean[i] : mean[i] + halfWidth95[i];
    }
}
