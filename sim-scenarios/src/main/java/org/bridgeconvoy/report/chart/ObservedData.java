package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.words.ColumnLabel;

/**
 * Observed counts of days or hours, or queues and waits at instants, with simulated means and bands.
 *
 * @param label label of the counts with their unit: {@code outbound trucks per day}
 * @param per what each number is of
 * @param days middle of each day or hour, or the instant, in days since the start
 * @param simulated mean over replications
 * @param low 2.5% point over replications of a single count
 * @param high 97.5% point over replications of a single count
 * @param observed observed count; NaN for none
 */
public record ObservedData(
        String label, Span per, double[] days, Band simulated, double[] low, double[] high, double[] observed) {

    /** The data of a fit. */
    static ObservedData of(ObservedFit fit) {
        return of(fit.what(), fit.per(), fit.periods());
    }

    /**
     * The data of some observed periods.
     *
     * @param what name of the observed column
     */
    static ObservedData of(String what, Span per, List<ObservedFit.Period> periods) {
        double middle = per == Span.INSTANT ? 0 : 0.5;
        double[] none = new double[periods.size()];
        Arrays.fill(none, Double.NaN);
        return new ObservedData(
                label(what, per),
                per,
                column(periods, p -> (p.number() + middle) * per.nanos() / Nanos.DAY),
                new Band(column(periods, ObservedFit.Period::mean), none),
                column(periods, ObservedFit.Period::low),
                column(periods, ObservedFit.Period::high),
                column(periods, ObservedFit.Period::observed));
    }

    private static double[] column(List<ObservedFit.Period> periods, ToDoubleFunction<ObservedFit.Period> value) {
        return periods.stream().mapToDouble(value).toArray();
    }

    /** The column in words with its unit: {@code outbound trucks per day}, {@code minutes of waiting for import customs}. */
    private static String label(String what, Span per) {
        return ColumnLabel.of(what) + (per == Span.INSTANT ? "" : " per " + per.label());
    }

    /** Whether some range is wider than a point. */
    boolean isSpread() {
        for (int i = 0; i < low.length; i++) {
            if (low[i] < high[i]) {
                return true;
            }
        }
        return false;
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
