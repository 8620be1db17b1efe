package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The bridge queue of one direction over the hours of the day: percentiles over the days of the window and the recorded
 * replications, looked at every ten minutes. A truck is in the queue from joining it (after its convoy was released)
 * until it enters the lane.
 *
 * @param hours hour of the day of each look
 * @param percentiles trucks waiting; the rows are {@link #LEVELS}
 * @param mean trucks waiting
 * @param days days behind each look, all replications together; 0 where the window holds no such hour
 */
public record QueueData(double[] hours, double[][] percentiles, double[] mean, int[] days) {

    /** The percentiles, as shares. */
    static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final int LOOKS = DayGrid.SLOTS;

    /**
     * Of one direction.
     *
     * @param outbound true for the outbound queue, false for the return
     */
    public static QueueData of(RunData run, boolean outbound) {
        Stats.Samples[] samples = new Stats.Samples[LOOKS];
        Arrays.setAll(samples, i -> new Stats.Samples());
        for (TripTable trips : run.trips()) {
            look(run, trips, outbound, samples);
        }
        double[] hours = new double[LOOKS];
        double[] mean = new double[LOOKS];
        int[] days = new int[LOOKS];
        double[][] percentiles = new double[LEVELS.length][LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            double[] sorted = samples[i].sorted();
            hours[i] = i * 24.0 / LOOKS;
            mean[i] = Stats.mean(sorted);
            days[i] = sorted.length;
            for (int p = 0; p < LEVELS.length; p++) {
                percentiles[p][i] = Stats.quantile(sorted, LEVELS[p]);
            }
        }
        return new QueueData(hours, percentiles, mean, days);
    }

    private static void look(RunData run, TripTable trips, boolean outbound, Stats.Samples[] samples) {
        long[] joins = sortedTimes(trips, outbound ? TripTime.OUTBOUND_QUEUED : TripTime.RETURN_QUEUED);
        long[] enters = sortedTimes(trips, outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER);
        long step = RunData.DAY / LOOKS;
        int joined = 0;
        int entered = 0;
        for (long t = (run.warmUpNanos() + step - 1) / step * step; t < run.horizonNanos(); t += step) {
            while (joined < joins.length && joins[joined] <= t) {
                joined++;
            }
            while (entered < enters.length && enters[entered] <= t) {
                entered++;
            }
            samples[(int) (t / step % LOOKS)].add(joined - entered);
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
