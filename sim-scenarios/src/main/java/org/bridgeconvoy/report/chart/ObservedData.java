package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bridgeconvoy.result.DailyTable;

/**
 * Observed counts of days beside simulated ones.
 *
 * @param label what is counted, with its unit: {@code outbound trucks per day}
 * @param days middle of each day, in days since the start
 * @param simulated mean with the interval of the mean
 * @param low the 2.5% point over replications: where a single day may lie
 * @param high the 97.5% point
 * @param observed by day; NaN where nothing was observed
 */
public record ObservedData(
        String label, double[] days, Band simulated, double[] low, double[] high, double[] observed) {

    /** Outbound trucks of each day; {@code observed} may be shorter than the run. */
    public static ObservedData outboundTrucks(RunData run, double[] observed) {
        return of(run, "outbound trucks per day", table -> table.outboundTrucks(), observed);
    }

    private static ObservedData of(RunData run, String label, Function<DailyTable, int[]> column, double[] observed) {
        int days = run.days();
        List<double[]> rows = new ArrayList<>();
        for (DailyTable table : run.daily()) {
            rows.add(Arrays.stream(column.apply(table)).asDoubleStream().toArray());
        }
        double[] middles = new double[days];
        double[] low = new double[days];
        double[] high = new double[days];
        double[] seen = new double[days];
        for (int day = 0; day < days; day++) {
            int d = day;
            double[] sorted =
                    Stats.sorted(rows.stream().mapToDouble(row -> row[d]).toArray());
            middles[day] = day + 0.5;
            low[day] = Stats.quantile(sorted, 0.025);
            high[day] = Stats.quantile(sorted, 0.975);
            seen[day] = day < observed.length ? observed[day] : Double.NaN;
        }
        return new ObservedData(label, middles, Band.of(rows), low, high, seen);
    }

    /** Share of the observed days within [low, high]; NaN if none was observed. */
    public double shareInside() {
        int inside = 0;
        int seen = 0;
        for (int i = 0; i < observed.length; i++) {
            if (!Double.isNaN(observed[i])) {
                seen++;
                inside += observed[i] >= low[i] && observed[i] <= high[i] ? 1 : 0;
            }
        }
        return seen == 0 ? Double.NaN : inside / (double) seen;
    }
}
