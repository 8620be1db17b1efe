package org.bridgeconvoy.web;

import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * One number for everything that replications give: the bits of every metric, the daily tables, each instant of each trip and vehicle, the
 * number of events. Two platforms that agree on it agree on the results.
 */
public final class ResultHash {

    private long hash = 0xcbf29ce484222325L;

    private ResultHash() {}

    /**
     * Runs replications and hashes their results.
     *
     * @param config the world
     * @param seed seed of the random numbers
     * @param first number of the first replication, from 1
     * @param last number of the last replication
     * @return 16 hexadecimal digits
     */
    public static String of(ConvoyConfig config, long seed, int first, int last) {
        ResultHash hash = new ResultHash();
        Replicator<ReplicationResult> replicator = new BridgeModel(config, replication -> true).newReplicator();
        for (int r = first; r <= last; r++) {
            hash.add(replicator.replicate(Streams.of(seed, r)));
        }
        String digits = Long.toHexString(hash.hash);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private void add(ReplicationResult result) {
        add(result.events());
        for (int i = 0; i < result.metrics().metrics().size(); i++) {
            // One bit pattern for all that is no data.
            add(Double.doubleToLongBits(result.metrics().value(i)));
        }
        add(result.daily());
        TripTable trips = result.trips();
        if (trips != null) {
            add(trips);
        }
        TrafficTable vehicles = result.vehicles();
        if (vehicles != null) {
            add(vehicles);
        }
    }

    private void add(DailyTable daily) {
        add(daily.consignedTrucks());
        add(daily.outboundTrucks());
        add(daily.deliveredTrucks());
        add(daily.returnTrucks());
        add(daily.awayTrucks());
        add(daily.consignedReturnLoads());
        add(daily.loadedReturnTrucks());
        for (DailyTable.Cargo cargo : daily.byCargo()) {
            for (int day = 0; day < cargo.consigned().length; day++) {
                add(cargo.consigned()[day]);
                add(cargo.delivered()[day]);
                add(cargo.backlog()[day]);
            }
        }
    }

    private void add(TripTable trips) {
        for (int i = 0; i < trips.size(); i++) {
            add(trips.truck(i));
            add(trips.cargo(i));
            add(trips.loadMilligrams(i));
            for (TripTime time : TripTime.values()) {
                add(trips.time(i, time));
            }
        }
    }

    private void add(TrafficTable vehicles) {
        for (int i = 0; i < vehicles.size(); i++) {
            for (TrafficTime time : TrafficTime.values()) {
                add(vehicles.time(i, time));
            }
        }
    }

    private void add(int[] values) {
        for (int value : values) {
            add(value);
        }
    }

    /** FNV-1a on whole words, with the upper half folded back, since its product moves bits upwards only. */
    private void add(long word) {
        hash = (hash ^ word) * 0x100000001b3L;
        hash ^= hash >>> 32;
    }
}
