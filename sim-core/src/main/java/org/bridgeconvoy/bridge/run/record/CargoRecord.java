package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.result.DailyTable;

/** What one cargo has come to in one run. */
final class CargoRecord {

    private final DailyTable.Cargo days;

    /** From consigned to unloaded in nanoseconds, of the loads that were unloaded in the window. */
    private final Sample leadTimes;

    private long consignments;
    private long consignedToday;
    private long deliveredToday;
    private long deliveredInWindow;
    private long deliveredLoads;
    /** How many truckloads there are beyond one for each consignment that appeared. */
    private long splits;

    private long lastDelivery;

    /** Whether the run has ended and no more of the cargo would appear. */
    private boolean isOver;

    CargoRecord(int days, Sample leadTimes) {
        this.days = new DailyTable.Cargo(new long[days], new long[days], new long[days]);
        this.leadTimes = leadTimes;
    }

    void consigned(long mass) {
        consignments++;
        consignedToday += mass;
    }

    /** A part of a consignment was taken and the rest is left. */
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

    /** Masses by day, of the days that have ended. */
    DailyTable.Cargo days() {
        return days;
    }

    /** In milligrams. */
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

    /** Whether all of a cargo that comes to an end was unloaded. */
    boolean isCleared() {
        return isOver && undeliveredLoads() == 0;
    }

    /** When the last load was unloaded; 0 if none was. */
    long lastDelivery() {
        return lastDelivery;
    }
}
