package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The bridge queue of one direction by hour of the day: percentiles over the days of the window and the recorded
 * replications, sampled every ten minutes. A truck is in the queue from joining it (after the release of its convoy)
 * until it enters the lane. Days without a crossing in any recorded replication (weekends, holidays, repairs) are kept
 * apart, unless all days are such.
 *
 * @param hours hour of the day of each sample
 * @param percentiles trucks waiting, one row for each of {@link #LEVELS}
 * @param mean mean number of trucks waiting
 * @param days number of days behind each sample, all replications together; 0 if the window has no such hour
 * @param meanWithout mean number of trucks waiting on days without a crossing; NaN without such days
 */
public record QueueData(double[] hours, double[][] percentiles, double[] mean, int[] days, double[] meanWithout) {

    /** Levels of the percentiles, as shares. */
    static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** Samples of a day. */
    private static final int LOOKS = DayGrid.SLOTS;

    /**
     * The queue of one direction.
     *
     * @param outbound true for the outbound queue, false for the return queue
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

    /** Days of the run with a crossing; all days if the window has none with a crossing. */
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

    /** Whether the window has days without a crossing that are kept apart. */
    boolean hasDaysWithout() {
        return Arrays.stream(meanWithout).anyMatch(m -> !Double.isNaN(m));
    }

    /**
     * Samples the queue of one replication every ten minutes.
     *
     * @param ofDay samples by time of day, for a day of the run
     */
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

    /** The times at which trips reached a point, ascending. */
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

    /** The greatest 95th percentile of the day. */
    double peak() {
        return Arrays.stream(percentiles[LEVELS.length - 1])
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }
}
