package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TrafficTime;

/**
 * Cumulative curves of a day (N-curves; Newell, 1982): who has joined the queue before the bridge and who has entered the bridge, by
 * direction. At an instant the vertical gap of the two is the number waiting; of the n-th, as long as the queue keeps its order, the
 * horizontal gap is the wait. Times are hours since 00:00 of {@code day}.
 *
 * @param replication number of the replication
 * @param day the day shown, from 0
 * @param fromHour the first hour shown
 * @param untilHour the last hour shown
 * @param out the outbound curves
 * @param back the curves on return
 */
public record CurveData(int replication, int day, double fromHour, double untilHour, Curve out, Curve back) {

    /**
     * The curves of one direction.
     *
     * @param joined when each joined the queue, ascending; those that wait when the hours begin come first, at or before {@code fromHour}
     * @param entered when each entered the bridge, ascending; at most as many
     */
    public record Curve(double[] joined, double[] entered) {

        /** How many wait at an hour: those that joined by then and have not entered. */
        int waiting(double hour) {
            return upTo(joined, hour) - upTo(entered, hour);
        }

        /** The hour at which most wait, the last of equals; NaN if none ever waits. */
        double longest() {
            double at = Double.NaN;
            int most = 0;
            for (double join : joined) {
                if (waiting(join) >= most && waiting(join) > 0) {
                    most = waiting(join);
                    at = join;
                }
            }
            return at;
        }

        /** The number whose wait is the median of all that entered, counted from 0; −1 if none entered. */
        int median() {
            Integer[] order = new Integer[entered.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(wait(a), wait(b)));
            return order.length == 0 ? -1 : order[order.length / 2];
        }

        /** Wait of the n-th, in hours. */
        double wait(int n) {
            return entered[n] - joined[n];
        }

        private static int upTo(double[] times, double hour) {
            int n = 0;
            while (n < times.length && times[n] <= hour) {
                n++;
            }
            return n;
        }
    }

    /**
     * The curves of the day of {@link TimeSpaceData#of(RunData)}, from the first full hour to the last in which a truck moves; where
     * that day is too dense, of {@link TimeSpaceData#busiest(RunData)}.
     */
    public static CurveData of(RunData run) {
        TimeSpaceData day = TimeSpaceData.of(run);
        TimeSpaceData shown = day.untilHour() - day.fromHour() > 1 ? day : TimeSpaceData.busiest(run);
        double[] hours = shown.hoursInUse(run);
        Curve out = curve(run, shown, true, hours);
        Curve back = curve(run, shown, false, hours);
        return new CurveData(shown.replication(), shown.day(), hours[0], hours[1], out, back);
    }

    private static Curve curve(RunData run, TimeSpaceData shown, boolean outbound, double[] hours) {
        LaneTable lane = run.lane(shown.replication() - 1, outbound);
        double[] joined = hours(lane.sorted(TrafficTime.QUEUED), shown.day());
        double[] entered = hours(lane.sorted(TrafficTime.ENTER), shown.day());
        int before = Curve.upTo(entered, hours[0]);
        return new Curve(
                Arrays.copyOfRange(joined, before, Math.max(before, Curve.upTo(joined, hours[1]))),
                Arrays.copyOfRange(entered, before, Math.max(before, Curve.upTo(entered, hours[1]))));
    }

    private static double[] hours(long[] nanos, int day) {
        return Arrays.stream(nanos)
                .mapToDouble(t -> (t - day * Nanos.DAY) / (double) Nanos.HOUR)
                .toArray();
    }
}
