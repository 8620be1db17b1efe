package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The bridge queue of one direction over the hours of the day: percentiles over the days of the window and the recorded
 * replications, looked at every ten minutes. A truck is in the queue from joining it (after its convoy was released)
 * until it enters the lane. Days on which no truck enters the lane in that direction, in any recorded replication, are another
 * kind of day (closed for the weekend, a holiday or a repair) and are kept apart, unless there are no others.
 *
 * @param hours hour of the day of each look
 * @param percentiles trucks waiting; the rows are {@link #LEVELS}
 * @param mean trucks waiting
 * @param days days behind each look, all replications together; 0 where the window holds no such hour
 * @param meanWithout trucks waiting on the days without a crossing; NaN if there are none
 */
public record QueueData(double[] hours, double[][] percentiles, double[] mean, int[] days, double[] meanWithout) {

    /** The percentiles, as shares. */
    static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final int LOOKS = DayGrid.SLOTS;

    /**
     * Of one direction.
     *
     * @param outbound true for the outbound queue, false for the return
     */
    public static QueueData of(RunData run, boolean outbound) {
        boolean[] crossed = daysWithCrossing(run, outbound);
        Stats.Samples[] samples = samples();
        Stats.Samples[] without = samples();
        for (TripTable trips : run.trips()) {
            look(run, trips, outbound, day -> crossed[day] ? samples : without);
        }
        double[] hours = new double[LOOKS];
        double[] mean = new double[LOOKS];
        int[] days = new int[LOOKS];
        double[] meanWithout = new double[LOOKS];
        double[][] percentiles = new double[LEVELS.length][LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            double[] sorted = samples[i].sorted();
            hours[i] = i * 24.0 / LOOKS;
            mean[i] = Stats.mean(sorted);
            days[i] = sorted.length;
            meanWithout[i] = Stats.mean(without[i].sorted());
            for (int p = 0; p < LEVELS.length; p++) {
                percentiles[p][i] = Stats.quantile(sorted, LEVELS[p]);
            }
        }
        return new QueueData(hours, percentiles, mean, days, meanWithout);
    }

    private static Stats.Samples[] samples() {
        Stats.Samples[] samples = new Stats.Samples[LOOKS];
        Arrays.setAll(samples, i -> new Stats.Samples());
        return samples;
    }

    /** By day of the run; all of them if no truck enters the lane in the window. */
    private static boolean[] daysWithCrossing(RunData run, boolean outbound) {
        boolean[] crossed = new boolean[run.days()];
        boolean any = false;
        for (TripTable trips : run.trips()) {
            for (long t : sortedTimes(trips, outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER)) {
                if (t < run.horizonNanos()) {
                    crossed[(int) (t / Nanos.DAY)] = true;
                    any |= t >= run.warmUpNanos();
                }
            }
        }
        if (!any) {
            Arrays.fill(crossed, true);
        }
        return crossed;
    }

    /** Whether the window holds days without a crossing. */
    boolean hasDaysWithout() {
        return Arrays.stream(meanWithout).anyMatch(m -> !Double.isNaN(m));
    }

    private static void look(RunData run, TripTable trips, boolean outbound, IntFunction<Stats.Samples[]> ofDay) {
        long[] joins = sortedTimes(trips, outbound ? TripTime.OUTBOUND_QUEUED : TripTime.RETURN_QUEUED);
        long[] enters = sortedTimes(trips, outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER);
        long step = Nanos.DAY / LOOKS;
        int joined = 0;
        int entered = 0;
        for (long t = (run.warmUpNanos() + step - 1) / step * step; t < run.horizonNanos(); t += step) {
            while (joined < joins.length && joins[joined] <= t) {
                joined++;
            }
            while (entered < enters.length && enters[entered] <= t) {
                entered++;
            }
            ofDay.apply((int) (t / Nanos.DAY))[(int) (t / step % LOOKS)].add(joined - entered);
        }
    }

    /** Times that were reached, ascending. */
    static long[] sortedTimes(TripTable trips, TripTime time) {
        long[] times = new long[trips.size()];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            long t = trips.time(i, time);
            if (t != TripTable.NOT_REACHED) {
                times[n++] = t;
            }
        }
        long[] reached = Arrays.copyOf(times, n);
        Arrays.sort(reached);
        return reached;
    }

    /** The greatest 95th percentile. */
    double peak() {
        return Arrays.stream(percentiles[LEVELS.length - 1])
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }
}
