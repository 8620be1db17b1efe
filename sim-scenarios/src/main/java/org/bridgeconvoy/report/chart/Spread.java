package org.bridgeconvoy.report.chart;

import java.util.List;

/**
 * How single replications differ, for each point of a curve: from the 10th to the 90th percentile, by linear interpolation between closest ranks.
 *
 * @param low 10th percentile of each point
 * @param high 90th percentile of each point
 */
public record Spread(double[] low, double[] high) {

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** By how much interpolation between two equal counts may miss them. */
    private static final double ROUNDING = 1e-9;

    /** The spread of rows of equal length, one row for each replication; none below two rows. */
    static Spread of(List<double[]> rows) {
        int points = rows.size() < 2 ? 0 : rows.get(0).length;
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            int point = i;
            double[] sorted =
                    Stats.sorted(rows.stream().mapToDouble(row -> row[point]).toArray());
            low[i] = Stats.quantile(sorted, LOW);
            high[i] = Stats.quantile(sorted, HIGH);
        }
        return new Spread(low, high);
    }

    /** The spread of counts: rounded outward to whole numbers, so that it still holds as many replications. */
    Spread whole() {
        double[] down = new double[size()];
        double[] up = new double[size()];
        for (int i = 0; i < down.length; i++) {
            down[i] = down(low[i]);
            up[i] = up(high[i]);
        }
        return new Spread(down, up);
    }

    /** A percentile of counts below the middle, as a count. */
    static double down(double percentile) {
        return Math.floor(percentile + ROUNDING);
    }

    /** A percentile of counts above the middle, as a count. */
    static double up(double percentile) {
        return Math.ceil(percentile - ROUNDING);
    }

    int size() {
        return low.length;
    }
}
