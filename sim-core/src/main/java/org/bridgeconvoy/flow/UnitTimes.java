package org.bridgeconvoy.flow;

import org.jspecify.annotations.Nullable;

/**
 * The unit-time of one resource by what the units did. What was in use and blocked comes from the statistics; here stands what these do
 * not tell: how much of it fell into failures, and how long more units were in use than the capacity allowed. Unit-nanoseconds.
 */
final class UnitTimes {
    private final CheckedCapacity capacity;
    private final @Nullable WaitStatistics statistics;
    private long from;

    /** Time up to which {@link #overtime} is summed up. */
    private long notedTo;

    private double overtime;

    /** Whether the resource has failed. */
    private boolean isFailed;

    /** What was offered, in use and blocked, at the beginning of the failure. */
    private double[] before = {0, 0, 0};

    /** What was offered, in use and blocked, during failures that have ended. */
    private double[] failed = {0, 0, 0};

    UnitTimes(CheckedCapacity capacity, @Nullable WaitStatistics statistics) {
        this.capacity = capacity;
        this.statistics = statistics;
    }

    /** Notes that a number of units was in use since the last call. */
    void note(int inUse, long now) {
        while (notedTo < now) {
            long end = Math.min(now, capacity.nextChange(notedTo));
            overtime += Math.max(0, inUse - capacity.at(notedTo)) * (double) (end - notedTo);
            notedTo = end;
        }
    }

    void failed(long now) {
        isFailed = true;
        before = areas(now);
    }

    void repaired(long now) {
        failed = duringFailures(now);
        isFailed = false;
    }

    void reset(long now) {
        from = now;
        notedTo = now;
        overtime = 0;
        failed = new double[3];
        before = new double[3];
    }

    private double[] areas(long now) {
        if (statistics == null) {
            return new double[3];
        }
        return new double[] {
            capacity.offered(now).doubleValue() + overtime,
            statistics.inUse().area(now).doubleValue(),
            statistics.blocked().area(now).doubleValue()
        };
    }

    private double[] duringFailures(long now) {
        double[] sum = failed.clone();
        if (isFailed) {
            double[] present = areas(now);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += present[i] - before[i];
            }
        }
        return sum;
    }

    UnitShares shares(int inUse, long now) {
        note(inUse, now);
        double[] all = areas(now);
        double[] down = duringFailures(now);
        double whole = (double) capacity.greatest() * (now - from);
        double used = all[1] - down[1];
        double blocked = all[2] - down[2];
        return new UnitShares(
                (used - blocked) / whole,
                blocked / whole,
                down[0] / whole,
                Math.max(0, all[0] - down[0] - used) / whole,
                Math.max(0, whole - all[0]) / whole);
    }
}
