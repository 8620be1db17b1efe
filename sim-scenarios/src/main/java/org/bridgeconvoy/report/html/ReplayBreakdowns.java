package org.bridgeconvoy.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.bridgeconvoy.report.chart.BridgePaths;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;

/**
 * The breakdowns on the bridge for the script of the replay: when trucks and vehicles stand, and the ways of those that do not cross evenly,
 * because they stand or are held up. Every other way is a straight line, which needs no data.
 */
final class ReplayBreakdowns {

    private final TripTable trips;
    private final int tripsShown;
    private final ReplayVehicles vehicles;

    /** For each vehicle, how many of its direction joined before it. */
    private final int[] numbers;

    /**
     * The breakdowns of a replication.
     *
     * @param trips all trips of the replication, perhaps none
     * @param tripsShown number of trips in the replay
     * @param vehicles the vehicles in the replay
     */
    ReplayBreakdowns(TripTable trips, int tripsShown, ReplayVehicles vehicles) {
        this.trips = trips;
        this.tripsShown = tripsShown;
        this.vehicles = vehicles;
        numbers = numbers(vehicles);
    }

    private static int[] numbers(ReplayVehicles vehicles) {
        TrafficTable table = vehicles.table();
        int[] numbers = new int[vehicles.count()];
        int[] joined = new int[2];
        for (int row = 0; table != null && row < numbers.length; row++) {
            numbers[row] = joined[way(table.name(row).outbound())]++;
        }
        return numbers;
    }

    /** 0 outbound, 1 on return. */
    private static int way(boolean outbound) {
        return outbound ? 0 : 1;
    }

    /** Writes four arrays, with rows of the number in the replay, the direction and what is known of the crossing. */
    void write(JsonGenerator json) throws IOException {
        List<BridgePaths.Path> paths = BridgePaths.of(trips, vehicles.table());
        json.writeArrayFieldStart("ways");
        for (BridgePaths.Path path : paths) {
            if (path.isTruck() && path.row() < tripsShown) {
                way(json, path, path.row());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stops");
        for (TripTable.Breakdown stop : trips.breakdowns()) {
            if (stop.row() < tripsShown) {
                stop(json, stop.row(), stop.outbound(), stop.stoppedNanos(), stop.droveOnNanos());
            }
        }
        json.writeEndArray();
        TrafficTable table = vehicles.table();
        if (table != null) {
            json.writeArrayFieldStart("vehicleWays");
            for (BridgePaths.Path path : paths) {
                if (!path.isTruck() && path.row() < numbers.length) {
                    way(json, path, numbers[path.row()]);
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("vehicleStops");
            for (TrafficTable.Breakdown stop : table.breakdowns()) {
                if (stop.row() < numbers.length) {
                    boolean outbound = table.name(stop.row()).outbound();
                    stop(json, numbers[stop.row()], outbound, stop.stoppedNanos(), stop.droveOnNanos());
                }
            }
            json.writeEndArray();
        }
    }

    private static void way(JsonGenerator json, BridgePaths.Path path, int number) throws IOException {
        json.writeStartArray();
        json.writeNumber(number);
        json.writeNumber(way(path.outbound()));
        for (int k = 0; k < path.nanos().length; k++) {
            json.writeNumber(ReplayData.millis(Math.round(path.nanos()[k])));
            json.writeNumber(Math.round(1e5 * path.shares()[k]) / 1e5);
        }
        json.writeEndArray();
    }

    private static void stop(JsonGenerator json, int number, boolean outbound, long stopped, long droveOn)
            throws IOException {
        json.writeStartArray();
        json.writeNumber(number);
        json.writeNumber(way(outbound));
        json.writeNumber(ReplayData.millis(stopped));
        json.writeNumber(ReplayData.millis(droveOn));
        json.writeEndArray();
    }
}
