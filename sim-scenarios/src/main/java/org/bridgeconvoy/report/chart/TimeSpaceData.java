package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TrafficTime;
import org.jspecify.annotations.Nullable;

/**
 * Trucks and vehicles of the through traffic on the bridge during some hours of one recorded replication, and those that wait for it. Times are
 * hours since 00:00 of {@code day}.
 *
 * @param replication number of the replication
 * @param day the day shown, from 0
 * @param fromHour the first hour shown
 * @param untilHour the last hour shown
 * @param crossings in order of entering
 * @param standing who stood broken down: outbound first, each direction in order of entering
 * @param outboundQueue who waits outbound, as steps
 * @param returnQueue who waits on the other bank, as steps
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

    /** With through traffic: crossings in a day, and entries in an hour, beyond which the lines lie too close to be told apart. */
    private static final int DENSE_DAY = 1000;

    private static final int DENSE_HOUR = 150;

    /**
     * One truck or vehicle on the lane.
     *
     * @param isTruck whether it is a truck
     * @param enter hour of entering
     * @param exit hour of leaving; NaN if the run ended before
     * @param outbound its direction
     * @param bends where it changes its speed between entering and leaving; empty if it drives evenly
     */
    public record Crossing(boolean isTruck, double enter, double exit, boolean outbound, List<Bend> bends) {}

    /**
     * A place on the way of a truck or vehicle, see {@link BridgePaths}.
     *
     * @param hour hour at which the truck is there
     * @param share share of the bridge behind it, 0 to 1
     */
    public record Bend(double hour, double share) {}

    /**
     * A truck or vehicle that stood broken down.
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
     * @param hours ascending
     * @param counts trucks and vehicles
     */
    public record Steps(double[] hours, int[] counts) {
        /** The greatest count; 0 for none. */
        int max() {
            return Arrays.stream(counts).max().orElse(0);
        }
    }

    /**
     * Of the day whose number of crossings is the median of the days in the window on which trucks cross outbound (with traffic alone, on which
     * vehicles cross), in the first recorded replication: from 06:00 to 06:00 if the run goes on so long, otherwise from 00:00 to 24:00. With through
     * traffic and more than {@value #DENSE_DAY} crossings it is the busiest hour of that day.
     */
    public static TimeSpaceData of(RunData run) {
        TimeSpaceData day = wholeDay(run);
        return run.hasTraffic() && day.crossings.size() > DENSE_DAY ? busiestHour(run, day) : day;
    }

    /**
     * The hours of {@code [fromHour, untilHour]} in use, in full hours: from the first join or entry to the last exit, at least one. Shorter
     * spans are kept as they are.
     *
     * @return first and last hour
     */
    double[] hoursInUse(RunData run) {
        double[] hours = {fromHour, untilHour};
        if (untilHour - fromHour <= 1) {
            return hours;
        }
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (boolean outbound : new boolean[] {true, false}) {
            LaneTable lane = run.lane(replication - 1, outbound);
            for (TrafficTime time : TrafficTime.values()) {
                for (long t : lane.sorted(time)) {
                    double hour = inHours(t - day * Nanos.DAY);
                    if (hour >= fromHour && hour < untilHour) {
                        first = Math.min(first, hour);
                        last = Math.max(last, time == TrafficTime.QUEUED ? last : hour);
                    }
                }
            }
        }
        if (first < untilHour) {
            hours[0] = Math.max(fromHour, Math.floor(first));
            hours[1] = Math.min(untilHour, Math.max(hours[0] + 1, Math.ceil(last)));
        }
        return hours;
    }

    private static TimeSpaceData wholeDay(RunData run) {
        int day = typicalDay(run);
        boolean wholeNight = run.horizonNanos() >= day * Nanos.DAY + 30 * Nanos.HOUR;
        double from = wholeNight ? 6 : 0;
        return of(run, 0, day, from, from + 24);
    }

    /**
     * The hour of the same day, from some full ten minutes on, in which most trucks enter the lane; of equals most vehicles, and the first. With
     * through traffic and more than {@value #DENSE_DAY} crossings on the day, or {@value #DENSE_HOUR} entries in the hour, it is the busiest quarter of
     * that hour.
     */
    public static TimeSpaceData busiest(RunData run) {
        TimeSpaceData day = wholeDay(run);
        TimeSpaceData hour = busiestHour(run, day);
        if (!run.hasTraffic()
                || day.crossings.size() <= DENSE_DAY
                        && hour.entries(hour.fromHour, hour.untilHour, false) <= DENSE_HOUR) {
            return hour;
        }
        double begin = hour.busiest(0.25, 0.25);
        return of(run, 0, hour.day, begin, begin + 0.25);
    }

    private static TimeSpaceData busiestHour(RunData run, TimeSpaceData day) {
        double begin = day.busiest(1, 1 / 6.0);
        return of(run, 0, day.day, begin, begin + 1);
    }

    /** The first hour of the span in which most trucks, and then most vehicles, enter the lane; spans are tried from step to step. */
    private double busiest(double span, double step) {
        double best = fromHour;
        long mostTrucks = -1;
        long most = -1;
        long stepsAnHour = Math.round(1 / step);
        for (int k = 0; fromHour + (double) k / stepsAnHour + span <= untilHour; k++) {
            double begin = fromHour + (double) k / stepsAnHour;
            long trucks = entries(begin, begin + span, true);
            long all = entries(begin, begin + span, false);
            if (trucks > mostTrucks || trucks == mostTrucks && all > most) {
                mostTrucks = trucks;
                most = all;
                best = begin;
            }
        }
        return best;
    }

    private long entries(double from, double until, boolean trucksAlone) {
        return crossings.stream()
                .filter(c -> c.enter >= from && c.enter < until && (c.isTruck || !trucksAlone))
                .count();
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
        long zero = day * Nanos.DAY;
        long[] hours = {zero + (long) (from * Nanos.HOUR), zero + (long) (until * Nanos.HOUR), zero};
        LaneTable out = run.lane(table, true);
        LaneTable back = run.lane(table, false);
        List<Crossing> crossings = new ArrayList<>();
        List<Standing> standing = new ArrayList<>();
        for (LaneTable lane : List.of(out, back)) {
            Map<Integer, BridgePaths.Path> paths = BridgePaths.of(lane);
            crossings(lane, zero, new double[] {from, until}, paths, crossings);
            standing(lane, paths, hours, standing);
        }
        crossings.sort((a, b) -> Double.compare(a.enter, b.enter));
        return new TimeSpaceData(
                table + 1,
                day,
                from,
                until,
                List.copyOf(crossings),
                List.copyOf(standing),
                queue(out, hours),
                queue(back, hours));
    }

    /**
     * Day with the median number of outbound crossings, among the whole days of the window that have any; the first of
     * the window if none has.
     */
    private static int typicalDay(RunData run) {
        int first = Math.min(run.firstMeasuredDay(), run.days() - 1);
        int last = Math.max(first + 1, run.days() - 1);
        int[] crossed = run.hasTrucks() ? run.daily().get(0).outboundTrucks() : vehiclesByDay(run);
        List<Integer> days = new ArrayList<>();
        for (int day = first; day < last; day++) {
            if (crossed[day] > 0) {
                days.add(day);
            }
        }
        days.sort((a, b) -> crossed[a] != crossed[b] ? Integer.compare(crossed[a], crossed[b]) : Integer.compare(a, b));
        return days.isEmpty() ? first : days.get(days.size() / 2);
    }

    /** Vehicles that enter the lane on each day of the first recorded replication. */
    private static int[] vehiclesByDay(RunData run) {
        int[] vehicles = new int[run.days()];
        for (boolean outbound : new boolean[] {true, false}) {
            for (long t : run.lane(0, outbound).sorted(TrafficTime.ENTER)) {
                if (t < run.horizonNanos()) {
                    vehicles[(int) (t / Nanos.DAY)]++;
                }
            }
        }
        return vehicles;
    }

    private static void standing(
            LaneTable lane, Map<Integer, BridgePaths.Path> paths, long[] hours, List<Standing> into) {
        Map<Integer, LaneTable.Stand> stands = lane.stands();
        paths.forEach((row, path) -> {
            LaneTable.Stand stand = stands.get(row);
            if (stand != null && stand.stoppedNanos() < hours[1] && stand.droveOnNanos() > hours[0]) {
                into.add(new Standing(
                        inHours(stand.stoppedNanos() - hours[2]),
                        inHours(stand.droveOnNanos() - hours[2]),
                        lane.outbound(),
                        path.shareAt(stand.droveOnNanos())));
            }
        });
    }

    /** Adds the crossings of one direction that are on the lane during the hours shown. */
    private static void crossings(
            LaneTable lane, long zero, double[] hours, Map<Integer, BridgePaths.Path> paths, List<Crossing> into) {
        for (int i = 0; i < lane.size(); i++) {
            long enter = lane.time(i, TrafficTime.ENTER);
            long exit = lane.time(i, TrafficTime.EXIT);
            if (enter == LaneTable.NOT_REACHED) {
                continue;
            }
            boolean left = exit != LaneTable.NOT_REACHED;
            double enterHour = inHours(enter - zero);
            double exitHour = left ? inHours(exit - zero) : Double.NaN;
            boolean shown = enterHour < hours[1] && !(exitHour <= hours[0]);
            if (shown) {
                into.add(
                        new Crossing(lane.isTruck(i), enterHour, exitHour, lane.outbound(), bends(paths.get(i), zero)));
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

    private static Steps queue(LaneTable lane, long[] hours) {
        long[] joins = lane.sorted(TrafficTime.QUEUED);
        long[] enters = lane.sorted(TrafficTime.ENTER);
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
