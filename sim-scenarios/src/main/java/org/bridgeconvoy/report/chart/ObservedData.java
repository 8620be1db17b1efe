package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.study.ObservedFit;

/**
 * Observed counts of hours or days, with simulated means and bands.
 *
 * @param label label of the counts with their unit: {@code outbound trucks per day}
 * @param days middle of each hour or day, in days since the start
 * @param simulated mean over replications
 * @param low 2.5% point over replications of a single count
 * @param high 97.5% point over replications of a single count
 * @param observed observed count; NaN for none
 */
public record ObservedData(
        String label, double[] days, Band simulated, double[] low, double[] high, double[] observed) {

    /** The data of a fit. */
    static ObservedData of(ObservedFit fit) {
        return of(fit.what(), fit.isHourly(), fit.periods());
    }

    /**
     * The data of some observed periods.
     *
     * @param what the counts: {@code outbound_trucks} or {@code return_trucks}
     */
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

    /** Whether the counts are of hours rather than days. */
    boolean isHourly() {
        return label.endsWith(" per hour");
    }

    /** Share of the observed counts from {@code low} to {@code high}; NaN without observed counts. */
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
