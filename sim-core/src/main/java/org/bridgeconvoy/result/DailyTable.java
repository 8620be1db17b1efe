package org.bridgeconvoy.result;

import java.util.List;

/**
 * What happened on each day of one replication, warm-up included. Day 0 begins at the start of the run; the last day ends
 * at the horizon and may be short. Masses are exact milligrams. "At the day's end" is the state just before 24:00.
 *
 * @param cargoes names of the cargoes in the order of the scenario; the index of {@code byCargo}
 * @param byCargo the table of each cargo
 * @param consignedTrucks truckloads that appeared, by day
 * @param outboundTrucks outbound trucks that left the bridge
 * @param deliveredTrucks truckloads whose unloading ended
 * @param returnTrucks return trucks that left the bridge
 * @param awayTrucks trucks between entering the bridge outbound and leaving it on return, at the day's end
 * @param consignedReturnLoads those of {@code consignedTrucks} that come back over the bridge
 * @param loadedReturnTrucks those of {@code returnTrucks} that carried a return load
 */
public record DailyTable(
        List<String> cargoes,
        List<Cargo> byCargo,
        int[] consignedTrucks,
        int[] outboundTrucks,
        int[] deliveredTrucks,
        int[] returnTrucks,
        int[] awayTrucks,
        int[] consignedReturnLoads,
        int[] loadedReturnTrucks) {

    /**
     * The days of a world without return loads.
     *
     * @param cargoes names of the cargoes in the order of the scenario; the index of {@code byCargo}
     * @param byCargo the table of each cargo
     * @param consignedTrucks truckloads that appeared, by day
     * @param outboundTrucks outbound trucks that left the bridge
     * @param deliveredTrucks truckloads whose unloading ended
     * @param returnTrucks return trucks that left the bridge
     * @param awayTrucks trucks between entering the bridge outbound and leaving it on return, at the day's end
     */
    public DailyTable(
            List<String> cargoes,
            List<Cargo> byCargo,
            int[] consignedTrucks,
            int[] outboundTrucks,
            int[] deliveredTrucks,
            int[] returnTrucks,
            int[] awayTrucks) {
        this(
                cargoes,
                byCargo,
                consignedTrucks,
                outboundTrucks,
                deliveredTrucks,
                returnTrucks,
                awayTrucks,
                new int[consignedTrucks.length],
                new int[consignedTrucks.length]);
    }

    /**
     * One cargo by day, in milligrams.
     *
     * @param consigned appeared on the day
     * @param delivered unloaded on the day
     * @param backlog consigned but not yet assigned at the day's end
     */
    public record Cargo(long[] consigned, long[] delivered, long[] backlog) {}

    /**
     * Number of days, the last one perhaps short.
     *
     * @return at least 1
     */
    public int days() {
        return consignedTrucks.length;
    }

    /**
     * Mass consigned on a day, all cargoes, in milligrams.
     *
     * @param day from 0
     * @return milligrams, at least 0
     */
    public long consigned(int day) {
        return byCargo.stream().mapToLong(c -> c.consigned()[day]).sum();
    }

    /**
     * Mass delivered on a day, all cargoes, in milligrams.
     *
     * @param day from 0
     * @return milligrams, at least 0
     */
    public long delivered(int day) {
        return byCargo.stream().mapToLong(c -> c.delivered()[day]).sum();
    }

    /**
     * Mass waiting for a truck at a day's end, all cargoes, in milligrams.
     *
     * @param day from 0
     * @return milligrams, at least 0
     */
    public long backlog(int day) {
        return byCargo.stream().mapToLong(c -> c.backlog()[day]).sum();
    }
}
