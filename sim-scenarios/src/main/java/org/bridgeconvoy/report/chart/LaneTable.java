package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * Who crosses the bridge in one direction in one recorded replication: the trucks of its trips in order of assignment, then the vehicles of
 * its through traffic in order of joining. Rows count from 0; times are nanoseconds since the start.
 */
final class LaneTable {

    static final long NOT_REACHED = TripTable.NOT_REACHED;

    private final @Nullable TripTable trips;
    private final @Nullable TrafficTable vehicles;
    private final boolean outbound;
    private final int trucks;

    /** Rows in the table of vehicles of those that go this way. */
    private final int[] vehicleRows;

    LaneTable(@Nullable TripTable trips, @Nullable TrafficTable vehicles, boolean outbound) {
        this.trips = trips;
        this.vehicles = vehicles;
        this.outbound = outbound;
        trucks = trips == null ? 0 : trips.size();
        vehicleRows = vehicles == null
                ? new int[0]
                : IntStream.range(0, vehicles.size())
                        .filter(i -> vehicles.name(i).outbound() == outbound)
                        .toArray();
    }

    /**
     * When a vehicle stood, broken down.
     *
     * @param share the part of the bridge behind it
     */
    record Stand(long stoppedNanos, long droveOnNanos, double share) {}

    boolean outbound() {
        return outbound;
    }

    int size() {
        return trucks + vehicleRows.length;
    }

    boolean isTruck(int row) {
        return row < trucks;
    }

    /** The row in the table of trips, or in that of vehicles. */
    int rowOfTable(int row) {
        return row < trucks ? row : vehicleRows[row - trucks];
    }

    /** When a truck or vehicle joined the queue, entered or left; {@link #NOT_REACHED} if it did not. */
    long time(int row, TrafficTime time) {
        if (trips != null && row < trucks) {
            return trips.time(row, ofTrip(time));
        }
        return vehicles == null ? NOT_REACHED : vehicles.time(vehicleRows[row - trucks], time);
    }

    private TripTime ofTrip(TrafficTime time) {
        return switch (time) {
            case QUEUED -> outbound ? TripTime.OUTBOUND_QUEUED : TripTime.RETURN_QUEUED;
            case ENTER -> outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER;
            case EXIT -> outbound ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
        };
    }

    /** Those times of all rows that were reached, ascending. */
    long[] sorted(TrafficTime time) {
        long[] times = new long[size()];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            long t = time(i, time);
            if (t != NOT_REACHED) {
                times[n++] = t;
            }
        }
        long[] reached = Arrays.copyOf(times, n);
        Arrays.sort(reached);
        return reached;
    }

    /** Who stood on the bridge, by row. */
    Map<Integer, Stand> stands() {
        Map<Integer, Stand> stands = new HashMap<>();
        if (trips != null) {
            for (TripTable.Breakdown b : trips.breakdowns()) {
                if (b.outbound() == outbound) {
                    stands.put(b.row(), new Stand(b.stoppedNanos(), b.droveOnNanos(), b.share()));
                }
            }
        }
        if (vehicles != null && !vehicles.breakdowns().isEmpty()) {
            for (TrafficTable.Breakdown b : vehicles.breakdowns()) {
                int at = Arrays.binarySearch(vehicleRows, b.row());
                if (at >= 0) {
                    stands.put(trucks + at, new Stand(b.stoppedNanos(), b.droveOnNanos(), b.share()));
                }
            }
        }
        return stands;
    }
}
