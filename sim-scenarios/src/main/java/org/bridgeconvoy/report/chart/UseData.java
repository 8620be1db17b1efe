package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.WorldFacts;

/**
 * Use of stations and lane by hour of the day: means over the window and the recorded replications, from exact times in
 * slots of ten minutes. A paused service counts as in service from start to end.
 *
 * @param hours middle of each slot
 * @param stations names of the rows of {@code inService}; stations that take no time are left out
 * @param inService mean number of trucks in service, by station and slot
 * @param servers how many servers each station has; 0 where that is not known or changes
 * @param onShift mean number of servers on shift, by station and slot; an empty row where the number does not change by shifts
 * @param outbound share of time with a truck or vehicle on the lane outbound, by slot
 * @param back share of time with a truck or vehicle on the lane on return, by slot
 * @param open share of the window in which a station is open, by station and slot; an empty row where it is always open, or that is not known
 * @param openOutbound share of the window in which a timetable gives the lane outbound, by slot; empty without a timetable
 * @param openBack share of the window in which a timetable gives the lane on return, by slot; empty without a timetable
 */
public record UseData(
        double[] hours,
        List<String> stations,
        double[][] inService,
        int[] servers,
        double[][] onShift,
        double[] outbound,
        double[] back,
        double[][] open,
        double[] openOutbound,
        double[] openBack) {

    /** The use over the recorded trips of a run. */
    public static UseData of(RunData run) {
        DayGrid grid = new DayGrid(run.warmUpNanos(), run.horizonNanos());
        double[] exposure = grid.exposure();
        List<String> labels = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        List<Integer> servers = new ArrayList<>();
        List<double[]> onShift = new ArrayList<>();
        List<double[]> open = new ArrayList<>();
        List<Stage> all = Arrays.stream(Stage.values()).filter(Stage::isStation).toList();
        for (Stage station : all) {
            double[] slots = new double[DayGrid.SLOTS];
            for (TripTable trips : run.trips()) {
                spread(run, grid, trips, TripTime.begins(station), TripTime.ends(station), slots);
            }
            if (Arrays.stream(slots).sum() > 0) {
                labels.add(station.text());
                servers.add(run.world().servers().getOrDefault(station, 0));
                onShift.add(onShift(run.world().shifts().getOrDefault(station, List.of()), grid, exposure));
                open.add(open(run, station, grid, exposure));
                rows.add(divide(slots, exposure, run.trips().size()));
            }
        }
        return new UseData(
                DayGrid.hours(),
                List.copyOf(labels),
                rows.toArray(double[][]::new),
                servers.stream().mapToInt(n -> n).toArray(),
                onShift.toArray(double[][]::new),
                occupied(run, grid, exposure, true),
                occupied(run, grid, exposure, false),
                open.toArray(double[][]::new),
                open(run, Stage.OUTBOUND, grid, exposure),
                open(run, Stage.RETURN, grid, exposure));
    }

    /** Share of the window in which a stage is open, by slot; empty where it is always open. */
    private static double[] open(RunData run, Stage stage, DayGrid grid, double[] exposure) {
        List<WorldFacts.Span> spans = run.world().open().get(stage);
        if (spans == null) {
            return new double[0];
        }
        double[] slots = new double[DayGrid.SLOTS];
        for (WorldFacts.Span span : spans) {
            grid.spread(Math.round(span.from() * Nanos.DAY), Math.round(span.until() * Nanos.DAY), slots);
        }
        return divide(slots, exposure, 1);
    }

    /** Mean number of servers on shift by slot; empty without shifts. */
    private static double[] onShift(List<WorldFacts.Duty> duties, DayGrid grid, double[] exposure) {
        if (duties.isEmpty()) {
            return new double[0];
        }
        double[] sum = new double[DayGrid.SLOTS];
        for (WorldFacts.Duty duty : duties) {
            double[] slots = new double[DayGrid.SLOTS];
            grid.spread(duty.fromNanos(), duty.untilNanos(), slots);
            for (int i = 0; i < slots.length; i++) {
                sum[i] += slots[i] * duty.servers();
            }
        }
        return divide(sum, exposure, 1);
    }

    /** Adds the times that trips spend between two points. */
    private static void spread(
            RunData run, DayGrid grid, TripTable trips, TripTime start, TripTime end, double[] slots) {
        for (int i = 0; i < trips.size(); i++) {
            long begin = trips.time(i, start);
            if (begin != TripTable.NOT_REACHED) {
                grid.spread(begin, endOrHorizon(run, trips.time(i, end)), slots);
            }
        }
    }

    /** The end of a service or crossing; the horizon if the run ended before. */
    private static long endOrHorizon(RunData run, long end) {
        return end == TripTable.NOT_REACHED ? run.horizonNanos() : end;
    }

    private static double[] occupied(RunData run, DayGrid grid, double[] exposure, boolean outbound) {
        double[] slots = new double[DayGrid.SLOTS];
        for (LaneTable lane : run.lanes(outbound)) {
            long[][] crossings = new long[lane.size()][];
            int n = 0;
            for (int i = 0; i < lane.size(); i++) {
                long enter = lane.time(i, TrafficTime.ENTER);
                if (enter != LaneTable.NOT_REACHED) {
                    crossings[n++] = new long[] {enter, endOrHorizon(run, lane.time(i, TrafficTime.EXIT))};
                }
            }
            Arrays.sort(crossings, 0, n, (a, b) -> Long.compare(a[0], b[0]));
            long covered = 0;
            for (int i = 0; i < n; i++) {
                grid.spread(Math.max(covered, crossings[i][0]), crossings[i][1], slots);
                covered = Math.max(covered, crossings[i][1]);
            }
        }
        return divide(slots, exposure, run.recorded());
    }

    /** Shares of the time that the window has in each slot. */
    private static double[] divide(double[] slots, double[] exposure, int replications) {
        double[] shares = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            shares[i] = slots[i] / (exposure[i] * replications);
        }
        return shares;
    }

    /** Name of a station with its number of servers, if that is known. */
    String label(int station) {
        return stations.get(station)
                + (servers[station] > 0 ? " (" + Words.count(servers[station], "server") + ")" : "");
    }
}
