package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * Positions of trucks on the bridge while a truck stands broken down. A crossing is a straight line in time and space,
 * except for a truck that breaks down, which stands still, and for the trucks behind it. The model gives only the time
 * at which a truck behind leaves, not where it waits. So such a truck is drawn on its free path until it meets the path
 * of the truck in front, and from there a constant time behind that path (Newell, 2002).
 */
public final class BridgePaths {

    /** A crossing longer than this multiple of the median was held up by the truck in front. */
    private static final double HELD = 1.02;

    private BridgePaths() {}

    /**
     * The path of a truck over the bridge, piecewise linear.
     *
     * @param row row of the trip
     * @param outbound direction of the truck
     * @param nanos times in ascending order; the first is the entry, the last the exit. If the run ended before the
     *     exit, the last is when the truck would leave.
     * @param shares share of the bridge behind the truck at these times, ascending from 0
     */
    public record Path(int row, boolean outbound, double[] nanos, double[] shares) {

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

    /** Paths of the crossings that are not a straight line, in order of entry, outbound crossings first. */
    public static List<Path> of(TripTable trips) {
        if (trips.breakdowns().isEmpty()) {
            return List.of();
        }
        List<Path> paths = new ArrayList<>(new Lane(trips, true).paths());
        paths.addAll(new Lane(trips, false).paths());
        return List.copyOf(paths);
    }

    /** The crossings of one direction. */
    private static final class Lane {
        private final TripTable trips;
        private final boolean outbound;
        private final TripTime enter;
        private final TripTime exit;
        /** Median time of a crossing without a breakdown, in nanoseconds; NaN without any. */
        private final double median;

        private final Map<Integer, TripTable.Breakdown> breakdowns = new HashMap<>();

        Lane(TripTable trips, boolean outbound) {
            this.trips = trips;
            this.outbound = outbound;
            enter = outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER;
            exit = outbound ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
            trips.breakdowns().stream().filter(b -> b.outbound() == outbound).forEach(b -> breakdowns.put(b.row(), b));
            median = medianCrossing();
        }

        private double medianCrossing() {
            Stats.Samples samples = new Stats.Samples();
            for (int row = 0; row < trips.size(); row++) {
                if (trips.time(row, exit) != TripTable.NOT_REACHED && !breakdowns.containsKey(row)) {
                    samples.add((double) (trips.time(row, exit) - trips.time(row, enter)));
                }
            }
            return Stats.quantile(samples.sorted(), 0.5);
        }

        /**
         * Paths that are not a straight line, in order of entry. A truck is held only by a truck that is not on a
         * straight line itself.
         */
        List<Path> paths() {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < trips.size(); row++) {
                if (trips.time(row, enter) != TripTable.NOT_REACHED) {
                    rows.add(row);
                }
            }
            rows.sort(Comparator.comparingLong(row -> trips.time(row, enter)));
            List<Path> bent = new ArrayList<>();
            Path before = null;
            for (int row : rows) {
                Path path = breakdowns.containsKey(row) ? broken(breakdowns.get(row)) : null;
                if (before != null && isHeld(row, before)) {
                    path = behind(before, path == null ? free(row) : path);
                }
                if (path != null) {
                    bent.add(path);
                }
                before = path;
            }
            return bent;
        }

        /**
         * Whether the truck in front, which stood or was held itself, was still on the lane at the entry and delayed
         * this truck.
         */
        private boolean isHeld(int row, Path before) {
            double entered = trips.time(row, enter);
            double left = left(row);
            TripTable.Breakdown own = breakdowns.get(row);
            double stood = own == null ? 0 : (double) (own.droveOnNanos() - own.stoppedNanos());
            return before.nanos[before.nanos.length - 1] > entered && left - entered - stood > HELD * median;
        }

        /** Time of the exit; infinite if the run ended before it. */
        private double left(int row) {
            long left = trips.time(row, exit);
            return left == TripTable.NOT_REACHED ? Double.POSITIVE_INFINITY : left;
        }

        /** The path at the median speed, with nothing in front. */
        private Path free(int row) {
            double entered = trips.time(row, enter);
            return new Path(row, outbound, new double[] {entered, entered + median}, new double[] {0, 1});
        }

        /** The path of a truck that breaks down: it drives on at the speed at which it came. */
        private Path broken(TripTable.Breakdown b) {
            double entered = trips.time(b.row(), enter);
            double rest = b.share() > 1e-6
                    ? (b.stoppedNanos() - entered) * (1 - b.share()) / b.share()
                    : Double.isNaN(median) ? 1 : median;
            double[] nanos = {entered, b.stoppedNanos(), b.droveOnNanos(), b.droveOnNanos() + rest};
            return new Path(b.row(), outbound, nanos, new double[] {0, b.share(), b.share(), 1});
        }

        /**
         * The minimum, at each time, of a truck's own path and of the path in front shifted in time. The shift makes
         * the truck leave at its recorded time; without one, it keeps the distance in time at the entry.
         */
        private Path behind(Path before, Path own) {
            double end = before.nanos[before.nanos.length - 1];
            double left = left(own.row);
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
            return new Path(own.row, outbound, nanos, shares);
        }

        /** The lead of a truck's own path over the shifted path in front; it changes sign where the two cross. */
        private static double gap(Path own, Path before, double later, double time) {
            return own.shareAt(time) - before.shareAt(time - later);
        }
    }
}
