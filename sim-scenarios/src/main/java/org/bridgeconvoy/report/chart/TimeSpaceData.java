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
 * Trucks on the bridge, and trucks that wait for it, during some hours of one recorded replication. Times are hours
 * since 00:00 of {@code day}.
 *
 * @param replication number of the replication
 * @param day day of the run, from 0
 * @param fromHour begin of the hours shown
 * @param untilHour end of the hours shown
 * @param crossings crossings in order of entry
 * @param standing trucks that stood broken down, in order of stopping
 * @param outboundQueue number of trucks waiting outbound
 * @param returnQueue number of trucks waiting to return
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
     * A truck on the lane.
     *
     * @param enter hour of the entry
     * @param exit hour of the exit; NaN if the run ended before
     * @param outbound direction of the truck
     * @param bends points at which it changes its speed; empty if it drives evenly
     */
    public record Crossing(double enter, double exit, boolean outbound, List<Bend> bends) {}

    /**
     * A point of a truck's path; see {@link BridgePaths}.
     *
     * @param hour hour at which the truck is there
     * @param share share of the bridge behind it, 0 to 1
     */
    public record Bend(double hour, double share) {}

    /**
     * A truck that stood broken down.
     *
     * @param from hour of stopping
     * @param until hour of driving on
     * @param outbound direction of the truck
     * @param share share of the bridge behind it, 0 to 1
     */
    public record Standing(double from, double until, boolean outbound, double share) {}

    /**
     * A count that changes at instants: {@code counts[i]} holds from {@code hours[i]} on.
     *
     * @param hours hours of the changes, ascending
     * @param counts number of trucks
     */
    public record Steps(double[] hours, int[] counts) {
        /** The greatest count; 0 for none. */
        int max() {
            return Arrays.stream(counts).max().orElse(0);
        }
    }

    /**
     * A typical day of the first recorded replication: among the days of the window with crossings, the one whose
     * number of crossings is the median. It lasts from 06:00 to 06:00 if the run covers that, else from 00:00 to 24:00.
     */
    public static TimeSpaceData of(RunData run) {
        int day = typicalDay(run);
        boolean wholeNight = run.horizonNanos() >= day * Nanos.DAY + 30 * Nanos.HOUR;
        double from = wholeNight ? 6 : 0;
        return of(run, 0, day, from, from + 24);
    }

    /**
     * The busiest hour of the typical day: the hour, from a full ten minutes on, in which most trucks enter the lane;
     * of equal hours the first.
     */
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
     * Some hours of a replication.
     *
     * @param table index of the trip table in the run
     * @param day day of the run, from 0
     * @param from begin of the hours shown, since 00:00 of the day
     * @param until end of the hours shown, above {@code from}
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

    /**
     * Day with the median number of outbound crossings, among the whole days of the window that have any; the first of
     * the window if none has.
     */
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

    /**
     * Trucks that stand during the hours shown.
     *
     * @param hours begin and end of the hours shown and 00:00 of the day, in nanoseconds since the start
     */
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

    /** Adds the crossings of one direction that are on the lane during the hours shown. */
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

    /** The points of a path between entry and exit. */
    private static List<Bend> bends(BridgePaths.@Nullable Path path, long zero) {
        List<Bend> bends = new ArrayList<>();
        for (int i = 1; path != null && i < path.nanos().length - 1; i++) {
            bends.add(new Bend(inHours(path.nanos()[i] - zero), path.shares()[i]));
        }
        return List.copyOf(bends);
    }

    /**
     * Number of trucks between two points of their trips.
     *
     * @param hours begin and end of the hours shown and 00:00 of the day, in nanoseconds since the start
     */
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

    /** Index of the first time after {@code time}, searched from {@code from} on. */
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
