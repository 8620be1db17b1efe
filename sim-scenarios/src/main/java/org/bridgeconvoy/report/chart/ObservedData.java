package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.study.ObservedFit;

/**
 * Observed counts of hours or days beside simulated ones.
 *
 * @param label what is counted, with its unit: {@code outbound trucks per day}
 * @param days middle of each hour or day, in days since the start
 * @param simulated mean over replications
 * @param low the 2.5% point over replications: where a single one may lie
 * @param high the 97.5% point
 * @param observed what was counted
 */
public record ObservedData(
        String label, double[] days, Band simulated, double[] low, double[] high, double[] observed) {

    /** The observed periods of a fit. */
    static ObservedData of(ObservedFit fit) {
        return of(fit.what(), fit.isHourly(), fit.periods());
    }

    /** Observed hours or days with what was simulated of them. */
    static ObservedData of(String what, boolean isHourly, List<ObservedFit.Period> periods) {
        double scale = isHourly ? 24 : 1;
        double[] none = new double[periods.size()];
        Arrays.fill(none, Double.NaN);
        return new ObservedData(
                what.replace('_', ' ') + " per " + (isHourly ? "hour" : "day"),
                column(periods, p -> (p.number() + 0.5) / scale),
                new Band(column(periods, ObservedFit.Period::mean), none),
                column(periods, ObservedFit.Period::low),
                column(periods, ObservedFit.Period::high),
                column(periods, ObservedFit.Period::observed));
    }

    private static double[] column(List<ObservedFit.Period> periods, ToDoubleFunction<ObservedFit.Period> value) {
        return periods.stream().mapToDouble(value).toArray();
    }

    /** Whether hours were counted, and not days. */
    boolean isHourly() {
        return label.endsWith(" per hour");
    }

    /** Share of the observed within [low, high]; NaN if none was observed. */
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
