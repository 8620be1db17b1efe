package org.bridgeconvoy.report.chart;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TrafficTime;

/**
 * Who waits for the bridge by weekday and hour of the day, both directions together: of each hour of a day the mean of looks every ten
 * minutes, of these the median over the days of the window and the recorded replications.
 *
 * @param median trucks and vehicles waiting, by weekday (Monday first) and hour; NaN where the window has no such hour
 * @param days days behind a weekday, all replications together
 */
public record WeekData(double[][] median, int[] days) {

    private static final int HOURS = 24;
    private static final long LOOK = Nanos.HOUR / 6;

    /** The waits of the recorded trips and vehicles of a run. */
    public static WeekData of(RunData run) {
        int weekdays = DayOfWeek.values().length;
        Stats.Samples[][] samples = new Stats.Samples[weekdays][HOURS];
        for (Stats.Samples[] row : samples) {
            Arrays.setAll(row, i -> new Stats.Samples());
        }
        for (int r = 0; r < run.recorded(); r++) {
            double[] hourly = hourly(run, r);
            for (int h = 0; h < hourly.length; h++) {
                if (!Double.isNaN(hourly[h])) {
                    samples[weekday(run, h / HOURS)][h % HOURS].add(hourly[h]);
                }
            }
        }
        double[][] median = new double[weekdays][HOURS];
        int[] days = new int[weekdays];
        for (int d = 0; d < weekdays; d++) {
            for (int h = 0; h < HOURS; h++) {
                double[] sorted = samples[d][h].sorted();
                median[d][h] = Stats.quantile(sorted, 0.5);
                days[d] = Math.max(days[d], sorted.length);
            }
        }
        return new WeekData(median, days);
    }

    private static int weekday(RunData run, int day) {
        return run.start().plusDays(day).getDayOfWeek().getValue() - 1;
    }

    /** Mean number waiting by hour of the run; NaN for hours that are not wholly in the window. */
    private static double[] hourly(RunData run, int replication) {
        double[] hourly = new double[(int) (run.horizonNanos() / Nanos.HOUR)];
        for (boolean outbound : new boolean[] {true, false}) {
            LaneTable lane = run.lane(replication, outbound);
            long[] joins = lane.sorted(TrafficTime.QUEUED);
            long[] enters = lane.sorted(TrafficTime.ENTER);
            int joined = 0;
            int entered = 0;
            for (long t = 0; t < hourly.length * Nanos.HOUR; t += LOOK) {
                while (joined < joins.length && joins[joined] <= t) {
                    joined++;
                }
                while (entered < enters.length && enters[entered] <= t) {
                    entered++;
                }
                hourly[(int) (t / Nanos.HOUR)] += (joined - entered) * (double) LOOK / Nanos.HOUR;
            }
        }
        Arrays.fill(
                hourly,
                0,
                (int) Math.min(hourly.length, (run.warmUpNanos() + Nanos.HOUR - 1) / Nanos.HOUR),
                Double.NaN);
        return hourly;
    }

    /** The greatest median; 0 if none is above it. */
    double most() {
        return Arrays.stream(median)
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }

    /** Index of the weekday and hour of the greatest median: {@code weekday * 24 + hour}. */
    int busiest() {
        int best = 0;
        for (int i = 0; i < median.length * HOURS; i++) {
            double value = median[i / HOURS][i % HOURS];
            double before = median[best / HOURS][best % HOURS];
            if (value > before || Double.isNaN(before)) {
                best = i;
            }
        }
        return best;
    }
}
