package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.result.DailyTable;

/** Masses, truckloads and lead times of one cargo in one run. */
final class CargoRecord {

    private final DailyTable.Cargo days;

    /** Lead times (from consigned to unloaded) in nanoseconds of the loads that were unloaded in the window. */
    private final Sample leadTimes;

    private long consignments;
    private long consignedToday;
    private long deliveredToday;
    private long deliveredInWindow;
    private long deliveredLoads;
    /** Number of truckloads beyond one for each consignment. */
    private long splits;

    private long lastDelivery;

    /** Whether the run has ended and no more of the cargo could appear. */
    private boolean isOver;

    CargoRecord(int days, Sample leadTimes) {
        this.days = new DailyTable.Cargo(new long[days], new long[days], new long[days]);
        this.leadTimes = leadTimes;
    }

    void consigned(long mass) {
        consignments++;
        consignedToday += mass;
    }

    /** A truck took a part of a consignment and left the rest. */
    void split() {
        splits++;
    }

    void delivered(long mass, long consignedAt, long now, boolean inWindow) {
        deliveredToday += mass;
        deliveredLoads++;
        lastDelivery = now;
        if (inWindow) {
            deliveredInWindow += mass;
            leadTimes.record((double) (now - consignedAt));
        }
    }

    void dayEnded(int day, long backlog) {
        days.consigned()[day] += consignedToday;
        days.delivered()[day] += deliveredToday;
        days.backlog()[day] = backlog;
        consignedToday = 0;
        deliveredToday = 0;
    }

    /** Masses by day, for the days that have ended. */
    DailyTable.Cargo days() {
        return days;
    }

    /** Mass delivered in the window, in milligrams. */
    long deliveredInWindow() {
        return deliveredInWindow;
    }

    /** Truckloads that are consigned but not unloaded. */
    long undeliveredLoads() {
        return consignments + splits - deliveredLoads;
    }

    void finish(boolean over) {
        isOver = over;
    }

    /** Whether the cargo is finite and all of it was unloaded. */
    boolean isCleared() {
        return isOver && undeliveredLoads() == 0;
    }

    /** When the last load was unloaded; 0 if none was. */
    long lastDelivery() {
        return lastDelivery;
    }
}
