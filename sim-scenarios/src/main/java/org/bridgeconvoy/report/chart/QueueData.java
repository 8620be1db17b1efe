package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TrafficTime;

/**
 * The bridge queue of one direction over the hours of the day: percentiles over the days of the window and the recorded
 * replications, looked at every ten minutes. A truck is in the queue from joining it (after its convoy was released)
 * until it enters the lane, and so is a vehicle of the through traffic. Days on which no vehicle enters the lane in that direction, in any
 * recorded replication, are another kind of day (closed for the weekend, a holiday or a repair) and are kept apart, unless there are no others.
 *
 * <p>Queues of through traffic rise and fall with the cycle of a signal, and a look every ten minutes could meet each cycle at the same second.
 * So with through traffic there are {@value #IN_STEP} looks in ten minutes, spread by the golden ratio.
 *
 * @param hours hour of the day of each look, or at which its ten minutes begin
 * @param percentiles trucks and vehicles waiting; the rows are {@link #LEVELS}
 * @param mean trucks and vehicles waiting
 * @param days days behind each look, all replications together; 0 where the window holds no such hour
 * @param meanWithout trucks and vehicles waiting on the days without a crossing; NaN if there are none
 */
public record QueueData(double[] hours, double[][] percentiles, double[] mean, int[] days, double[] meanWithout) {

    /** Levels of the percentiles, as shares. */
    static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final double MEDIAN = 0.5;

    /** Samples of a day. */
    private static final int LOOKS = DayGrid.SLOTS;

    private static final long STEP = Nanos.DAY / LOOKS;
    private static final int IN_STEP = 6;

    /** (√5 − 1) ÷ 2: the fractional parts of its multiples fill [0, 1) evenly. */
    private static final double GOLDEN = 0.6180339887498949;

    /**
     * The queue of one direction.
     *
     * @param outbound true for the outbound queue, false for the return queue
     */
    public static QueueData of(RunData run, boolean outbound) {
        boolean[] crossed = daysWithCrossing(run, outbound);
        Stats.Samples[] samples = samples();
        Stats.Samples[] without = samples();
        for (LaneTable lane : run.lanes(outbound)) {
            look(run, lane, day -> crossed[day] ? samples : without);
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
            days[i] = run.hasTraffic() ? (sorted.length + IN_STEP - 1) / IN_STEP : sorted.length;
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

    /** By day of the run; all of them if no vehicle enters the lane in the window. */
    private static boolean[] daysWithCrossing(RunData run, boolean outbound) {
        boolean[] crossed = new boolean[run.days()];
        boolean any = false;
        for (LaneTable lane : run.lanes(outbound)) {
            for (long t : lane.sorted(TrafficTime.ENTER)) {
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

    private static void look(RunData run, LaneTable lane, IntFunction<Stats.Samples[]> ofDay) {
        long[] joins = lane.sorted(TrafficTime.QUEUED);
        long[] enters = lane.sorted(TrafficTime.ENTER);
        int joined = 0;
        int entered = 0;
        for (long t : instants(run)) {
            while (joined < joins.length && joins[joined] <= t) {
                joined++;
            }
            while (entered < enters.length && enters[entered] <= t) {
                entered++;
            }
            ofDay.apply((int) (t / Nanos.DAY))[(int) (t / STEP % LOOKS)].add(joined - entered);
        }
    }

    /** When to look, ascending: every ten minutes, or with through traffic at {@link #IN_STEP} instants of each ten minutes. */
    private static long[] instants(RunData run) {
        long first = (run.warmUpNanos() + STEP - 1) / STEP;
        int looks = run.hasTraffic() ? IN_STEP : 1;
        return LongStream.range(first * looks, (run.horizonNanos() + STEP - 1) / STEP * looks)
                .map(look -> looks == 1 ? look * STEP : (long) ((look + look * GOLDEN % 1) * STEP / looks))
                .filter(t -> t < run.horizonNanos())
                .toArray();
    }

    /**
     * The percentiles as whole numbers of those who wait: below the median rounded down and above it up, so that from one to another there
     * are as many days as their names say.
     */
    double[][] whole() {
        double[][] whole = new double[LEVELS.length][];
        for (int p = 0; p < LEVELS.length; p++) {
            double level = LEVELS[p];
            whole[p] = Arrays.stream(percentiles[p])
                    .map(v -> level < MEDIAN ? Spread.down(v) : level > MEDIAN ? Spread.up(v) : Math.floor(v + 0.5))
                    .toArray();
        }
        return whole;
    }

    /** The greatest 95th percentile of the day. */
    double peak() {
        return Arrays.stream(percentiles[LEVELS.length - 1])
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }
}
