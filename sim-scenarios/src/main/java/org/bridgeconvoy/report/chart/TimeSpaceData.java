package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * Trucks on the bridge during some hours of one recorded replication, and those that wait for it. Times are hours since
 * 00:00 of {@code day}.
 *
 * @param replication number of the replication
 * @param day the day shown, from 0
 * @param fromHour the first hour shown
 * @param untilHour the last hour shown
 * @param crossings in order of entering
 * @param standing trucks that stood broken down, in order of stopping
 * @param outboundQueue trucks waiting outbound, as steps
 * @param returnQueue trucks waiting on the other bank, as steps
 */
public record TimeSpaceData(
        int replication,
        int day,
        double fromHour,
        double untilHour,
        List<Crossing> crossings,
        List<Standing> standing,
        Steps outboundQueue,
        Steps returnQueue) {

    /**
     * One truck on the lane.
     *
     * @param enter hour of entering
     * @param exit hour of leaving; NaN if the run ended before
     * @param outbound its direction
     * @param bends where it changes its speed between entering and leaving; empty if it drives evenly
     */
    public record Crossing(double enter, double exit, boolean outbound, List<Bend> bends) {}

    /**
     * A place on a truck's way, see {@link BridgePaths}.
     *
     * @param hour when it is there
     * @param share part of the bridge that lies behind it, 0 to 1
     */
    public record Bend(double hour, double share) {}

    /**
     * A truck that stood broken down.
     *
     * @param from hour of stopping
     * @param until hour of driving on
     * @param outbound its direction
     * @param share part of the bridge that lay behind it, 0 to 1
     */
    public record Standing(double from, double until, boolean outbound, double share) {}

    /**
     * A count that changes at instants: {@code counts[i]} holds from {@code hours[i]} on.
     *
     * @param hours ascending
     * @param counts trucks
     */
    public record Steps(double[] hours, int[] counts) {
        int max() {
            return Arrays.stream(counts).max().orElse(0);
        }
    }

    /**
     * Of the day whose number of crossings is the median of the days in the window on which trucks cross, in the first
     * recorded replication: from 06:00 to 06:00 if the run goes on so long, otherwise from 00:00 to 24:00.
     */
    public static TimeSpaceData of(RunData run) {
        int day = typicalDay(run);
        boolean wholeNight = run.horizonNanos() >= day * Nanos.DAY + 30 * Nanos.HOUR;
        double from = wholeNight ? 6 : 0;
        return of(run, 0, day, from, from + 24);
    }

    /** The hour of the same day, from some full ten minutes on, in which most trucks enter the lane; the first of equals. */
    public static TimeSpaceData busiest(RunData run) {
        TimeSpaceData whole = of(run);
        double best = whole.fromHour;
        long most = -1;
        for (int step = 0; whole.fromHour + step / 6.0 + 1 <= whole.untilHour; step++) {
            double begin = whole.fromHour + step / 6.0;
            long entries = whole.crossings.stream()
                    .filter(c -> c.enter >= begin && c.enter < begin + 1)
                    .count();
            if (entries > most) {
                most = entries;
                best = begin;
            }
        }
        return of(run, 0, whole.day, best, best + 1);
    }

    /**
     * Of some hours.
     *
     * @param table index of the trip table in the run
     * @param day the day, from 0
     * @param from first hour shown, since 00:00 of the day
     * @param until last hour shown, above {@code from}
     */
    public static TimeSpaceData of(RunData run, int table, int day, double from, double until) {
        TripTable trips = run.trips().get(table);
        long zero = day * Nanos.DAY;
        List<Crossing> crossings = new ArrayList<>();
        Map<List<Object>, BridgePaths.Path> paths = new HashMap<>();
        BridgePaths.of(trips).forEach(p -> paths.put(List.of(p.row(), p.outbound()), p));
        for (boolean outbound : new boolean[] {true, false}) {
            crossings(trips, outbound, zero, new double[] {from, until}, paths, crossings);
        }
        crossings.sort((a, b) -> Double.compare(a.enter, b.enter));
        long[] hours = {zero + (long) (from * Nanos.HOUR), zero + (long) (until * Nanos.HOUR), zero};
        return new TimeSpaceData(
                table + 1,
                day,
                from,
                until,
                List.copyOf(crossings),
                standing(trips, paths, hours),
                queue(trips, TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_ENTER, hours),
                queue(trips, TripTime.RETURN_QUEUED, TripTime.RETURN_ENTER, hours));
    }

    private static int typicalDay(RunData run) {
        int first = Math.min(run.firstMeasuredDay(), run.days() - 1);
        int last = Math.max(first + 1, run.days() - 1);
        int[] trucks = run.daily().get(0).outboundTrucks();
        List<Integer> days = new ArrayList<>();
        for (int day = first; day < last; day++) {
            if (trucks[day] > 0) {
                days.add(day);
            }
        }
        days.sort((a, b) -> trucks[a] != trucks[b] ? Integer.compare(trucks[a], trucks[b]) : Integer.compare(a, b));
        return days.isEmpty() ? first : days.get(days.size() / 2);
    }

    private static List<Standing> standing(TripTable trips, Map<List<Object>, BridgePaths.Path> paths, long[] hours) {
        List<Standing> standing = new ArrayList<>();
        for (TripTable.Breakdown b : trips.breakdowns()) {
            BridgePaths.Path path = paths.get(List.of(b.row(), b.outbound()));
            if (b.stoppedNanos() < hours[1] && b.droveOnNanos() > hours[0]) {
                standing.add(new Standing(
                        inHours(b.stoppedNanos() - hours[2]),
                        inHours(b.droveOnNanos() - hours[2]),
                        b.outbound(),
                        path == null ? b.share() : path.shareAt(b.droveOnNanos())));
            }
        }
        return List.copyOf(standing);
    }

    private static void crossings(
            TripTable trips,
            boolean outbound,
            long zero,
            double[] hours,
            Map<List<Object>, BridgePaths.Path> paths,
            List<Crossing> into) {
        TripTime enterTime = outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER;
        TripTime exitTime = outbound ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
        for (int i = 0; i < trips.size(); i++) {
            long enter = trips.time(i, enterTime);
            long exit = trips.time(i, exitTime);
            if (enter == TripTable.NOT_REACHED) {
                continue;
            }
            boolean left = exit != TripTable.NOT_REACHED;
            double enterHour = inHours(enter - zero);
            double exitHour = left ? inHours(exit - zero) : Double.NaN;
            boolean shown = enterHour < hours[1] && !(exitHour <= hours[0]);
            if (shown) {
                into.add(new Crossing(enterHour, exitHour, outbound, bends(paths.get(List.of(i, outbound)), zero)));
            }
        }
    }

    private static List<Bend> bends(BridgePaths.@Nullable Path path, long zero) {
        List<Bend> bends = new ArrayList<>();
        for (int i = 1; path != null && i < path.nanos().length - 1; i++) {
            bends.add(new Bend(inHours(path.nanos()[i] - zero), path.shares()[i]));
        }
        return List.copyOf(bends);
    }

    private static Steps queue(TripTable trips, TripTime join, TripTime enter, long[] hours) {
        long[] joins = QueueData.sortedTimes(trips, join);
        long[] enters = QueueData.sortedTimes(trips, enter);
        List<double[]> steps = new ArrayList<>();
        int j = upTo(joins, 0, hours[0]);
        int e = upTo(enters, 0, hours[0]);
        steps.add(new double[] {inHours(hours[0] - hours[2]), j - e});
        while (true) {
            long next = Math.min(next(joins, j), next(enters, e));
            if (next >= hours[1]) {
                break;
            }
            j = upTo(joins, j, next);
            e = upTo(enters, e, next);
            steps.add(new double[] {inHours(next - hours[2]), j - e});
        }
        steps.add(new double[] {inHours(hours[1] - hours[2]), j - e});
        return new Steps(
                steps.stream().mapToDouble(s -> s[0]).toArray(),
                steps.stream().mapToInt(s -> (int) s[1]).toArray());
    }

    private static long next(long[] times, int i) {
        return i < times.length ? times[i] : Long.MAX_VALUE;
    }

    private static int upTo(long[] times, int from, long time) {
        int i = from;
        while (i < times.length && times[i] <= time) {
            i++;
        }
        return i;
    }

    private static double inHours(double nanos) {
        return nanos / Nanos.HOUR;
    }
}
