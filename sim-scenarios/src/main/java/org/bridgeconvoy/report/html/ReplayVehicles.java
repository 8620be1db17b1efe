package org.bridgeconvoy.report.html;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.chart.BridgePaths;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.jspecify.annotations.Nullable;

/**
 * The through traffic of one replication in the encoding of {@link ReplayData}, which the script of the page reads.
 *
 * <p>Vehicles come in order of joining. A vehicle consists of the index of its name, the number of instants that were reached, the instant of
 * joining relative to that of the vehicle before, and the others each relative to the one before it.
 *
 * @param table the vehicles; null without through traffic
 * @param count number of vehicles encoded
 * @param endMillis the horizon, or just before the first vehicle that had no room
 * @param base64 the encoded bytes
 */
record ReplayVehicles(@Nullable TrafficTable table, int count, long endMillis, String base64) {

    /** Encodes all vehicles that have room. */
    static ReplayVehicles of(@Nullable TrafficTable vehicles, long horizonNanos) {
        return of(vehicles, horizonNanos, ReplayData.MOST_BYTES);
    }

    /** Encodes vehicles until {@code mostBytes} are used. */
    static ReplayVehicles of(@Nullable TrafficTable vehicles, long horizonNanos, int mostBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int size = vehicles == null ? 0 : vehicles.size();
        long before = 0;
        int i = 0;
        while (vehicles != null && i < size && bytes.size() < mostBytes) {
            List<Long> reached = new ArrayList<>();
            for (TrafficTime time : TrafficTime.values()) {
                if (vehicles.time(i, time) != TrafficTable.NOT_REACHED) {
                    reached.add(ReplayData.millis(vehicles.time(i, time)));
                }
            }
            ReplayData.number(bytes, vehicles.names().indexOf(vehicles.name(i)));
            ReplayData.number(bytes, reached.size());
            long last = before;
            before = reached.get(0);
            for (long instant : reached) {
                ReplayData.number(bytes, instant - last);
                last = instant;
            }
            i++;
        }
        long end = vehicles != null && i < size
                ? ReplayData.millis(vehicles.time(i, TrafficTime.QUEUED)) - 1
                : ReplayData.millis(horizonNanos);
        return new ReplayVehicles(vehicles, i, end, Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    /** Number of vehicles in a direction that have reached an instant. */
    long reached(TrafficTime time, boolean outbound, long millis) {
        long count = 0;
        for (int i = 0; table != null && i < count(); i++) {
            count += table.name(i).outbound() == outbound && isReached(i, time, millis) ? 1 : 0;
        }
        return count;
    }

    private boolean isReached(int row, TrafficTime time, long millis) {
        return table != null
                && table.time(row, time) != TrafficTable.NOT_REACHED
                && ReplayData.millis(table.time(row, time)) <= millis;
    }

    /** Number of vehicles that wait in a direction. */
    long waiting(boolean outbound, long millis) {
        return reached(TrafficTime.QUEUED, outbound, millis) - reached(TrafficTime.ENTER, outbound, millis);
    }

    /**
     * Positions of the vehicles on the bridge, as shares of its length behind them; one half if the run ended before the exit of a straight
     * crossing.
     *
     * @param bent crossings of trucks and vehicles that are no straight line
     */
    List<Double> shares(boolean outbound, long millis, List<BridgePaths.Path> bent) {
        List<Double> shares = new ArrayList<>();
        Map<Integer, BridgePaths.Path> bentOf = new HashMap<>();
        bent.stream().filter(path -> !path.isTruck()).forEach(path -> bentOf.put(path.row(), path));
        for (int i = 0; table != null && i < count(); i++) {
            if (table.name(i).outbound() == outbound
                    && isReached(i, TrafficTime.ENTER, millis)
                    && !isReached(i, TrafficTime.EXIT, millis)) {
                double enter = table.time(i, TrafficTime.ENTER);
                long exit = table.time(i, TrafficTime.EXIT);
                double share = exit == TrafficTable.NOT_REACHED ? 0.5 : (millis * 1e6 - enter) / (exit - enter);
                BridgePaths.Path path = bentOf.get(i);
                shares.add(path == null ? Math.min(1, Math.max(0, share)) : path.shareAt(millis * 1e6));
            }
        }
        return shares;
    }
}
