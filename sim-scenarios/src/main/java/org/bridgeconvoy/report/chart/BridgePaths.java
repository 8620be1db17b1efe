package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/**
 * Where trucks and vehicles are on the bridge when a vehicle stands on it. A crossing is a straight line from entering to leaving,
 * but for one that breaks down, which stands at its place, and for those behind it on the lane: the model says when they
 * leave, not where they wait, so each is drawn on its free way until it meets the way of the one before it, and a
 * constant time behind that one from there on (Newell, 2002).
 */
public final class BridgePaths {

    /** A crossing that takes this many medians was held up by the one before it. */
    private static final double HELD = 1.02;

    private BridgePaths() {}

    /**
     * The way of a truck or vehicle over the bridge, piece by piece.
     *
     * @param isTruck whether it is a truck
     * @param row its row in the table of trips, or in that of vehicles
     * @param outbound its direction
     * @param nanos ascending; the first is when it enters, the last when it leaves or, if the run ended before, drives on
     * @param shares the part of the bridge behind it at these times, ascending
     */
    public record Path(boolean isTruck, int row, boolean outbound, double[] nanos, double[] shares) {

        /** Share of the bridge behind the truck at a time; 0 before it enters. */
        public double shareAt(double time) {
            if (time <= nanos[0]) {
                return 0;
            }
            for (int i = 1; i < nanos.length; i++) {
                if (time <= nanos[i]) {
                    double width = nanos[i] - nanos[i - 1];
                    double part = width > 0 ? (time - nanos[i - 1]) / width : 1;
                    return shares[i - 1] + part * (shares[i] - shares[i - 1]);
                }
            }
            return shares[shares.length - 1];
        }
    }

    /**
     * The crossings of a replication that are no straight line, in order of entering, outbound ones first.
     *
     * @param trips null if there are no trucks
     * @param vehicles null if there is no through traffic
     */
    public static List<Path> of(@Nullable TripTable trips, @Nullable TrafficTable vehicles) {
        if ((trips == null || trips.breakdowns().isEmpty())
                && (vehicles == null || vehicles.breakdowns().isEmpty())) {
            return List.of();
        }
        List<Path> paths = new ArrayList<>();
        for (boolean outbound : new boolean[] {true, false}) {
            paths.addAll(
                    new Lane(new LaneTable(trips, vehicles, outbound)).paths().values());
        }
        return List.copyOf(paths);
    }

    /** Those of one direction, by their row in order of entering. */
    static Map<Integer, Path> of(LaneTable lane) {
        return new Lane(lane).paths();
    }

    /** The crossings in one direction. */
    private static final class Lane {
        private final LaneTable table;
        private final Map<Integer, LaneTable.Stand> stands;
        private final double median;

        Lane(LaneTable table) {
            this.table = table;
            stands = table.stands();
            median = stands.isEmpty() ? Double.NaN : medianCrossing();
        }

        private double medianCrossing() {
            Stats.Samples samples = new Stats.Samples();
            for (int row = 0; row < table.size(); row++) {
                if (exit(row) != LaneTable.NOT_REACHED && !stands.containsKey(row)) {
                    samples.add((double) (exit(row) - enter(row)));
                }
            }
            return Stats.quantile(samples.sorted(), 0.5);
        }

        private long enter(int row) {
            return table.time(row, TrafficTime.ENTER);
        }

        private long exit(int row) {
            return table.time(row, TrafficTime.EXIT);
        }

        private Path path(int row, double[] nanos, double[] shares) {
            return new Path(table.isTruck(row), table.rowOfTable(row), table.outbound(), nanos, shares);
        }

        Map<Integer, Path> paths() {
            Map<Integer, Path> bent = new LinkedHashMap<>();
            if (stands.isEmpty()) {
                return bent;
            }
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                if (enter(row) != LaneTable.NOT_REACHED) {
                    rows.add(row);
                }
            }
            rows.sort(Comparator.comparingLong(this::enter));
            Path before = null;
            for (int row : rows) {
                LaneTable.Stand stand = stands.get(row);
                Path path = stand == null ? null : broken(row, stand);
                if (before != null && isHeld(row, before)) {
                    path = behind(row, before, path == null ? free(row) : path);
                }
                if (path != null) {
                    bent.put(row, path);
                }
                before = path;
            }
            return bent;
        }

        /** Whether the one before, which stood or was held itself, was still on the lane and in the way. */
        private boolean isHeld(int row, Path before) {
            double entered = enter(row);
            double left = left(row);
            LaneTable.Stand own = stands.get(row);
            double stood = own == null ? 0 : (double) (own.droveOnNanos() - own.stoppedNanos());
            return before.nanos[before.nanos.length - 1] > entered && left - entered - stood > HELD * median;
        }

        /** Time of the exit; infinite if the run ended before it. */
        private double left(int row) {
            long left = exit(row);
            return left == LaneTable.NOT_REACHED ? Double.POSITIVE_INFINITY : left;
        }

        /** The path at the median speed, with nothing in front. */
        private Path free(int row) {
            double entered = enter(row);
            return path(row, new double[] {entered, entered + median}, new double[] {0, 1});
        }

        private Path broken(int row, LaneTable.Stand b) {
            double entered = enter(row);
            double rest = b.share() > 1e-6
                    ? (b.stoppedNanos() - entered) * (1 - b.share()) / b.share()
                    : Double.isNaN(median) ? 1 : median;
            double[] nanos = {entered, b.stoppedNanos(), b.droveOnNanos(), b.droveOnNanos() + rest};
            return path(row, nanos, new double[] {0, b.share(), b.share(), 1});
        }

        /** The lesser, at any instant, of its own way and that of the one before it, so much later. */
        private Path behind(int row, Path before, Path own) {
            double end = before.nanos[before.nanos.length - 1];
            double left = left(row);
            double later = Double.isInfinite(left) ? own.nanos[0] - before.nanos[0] : left - end;
            TreeSet<Double> times = new TreeSet<>();
            for (double t : own.nanos) {
                times.add(t);
            }
            for (double t : before.nanos) {
                if (t + later > own.nanos[0]) {
                    times.add(t + later);
                }
            }
            double[] corners = times.stream().mapToDouble(t -> t).toArray();
            for (int i = 1; i < corners.length; i++) {
                double a = gap(own, before, later, corners[i - 1]);
                double b = gap(own, before, later, corners[i]);
                if (a * b < 0) {
                    times.add(corners[i - 1] + (corners[i] - corners[i - 1]) * a / (a - b));
                }
            }
            double[] nanos = times.stream().mapToDouble(t -> t).toArray();
            double[] shares = new double[nanos.length];
            for (int i = 0; i < nanos.length; i++) {
                shares[i] = Math.min(own.shareAt(nanos[i]), before.shareAt(nanos[i] - later));
            }
            return path(row, nanos, shares);
        }

        /** The lead of a truck's own path over the shifted path in front; it changes sign where the two cross. */
        private static double gap(Path own, Path before, double later, double time) {
            return own.shareAt(time) - before.shareAt(time - later);
        }
    }
}
