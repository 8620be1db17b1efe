package org.bridgeconvoy.flow;

import java.math.BigInteger;
import java.util.Objects;
import org.bridgeconvoy.engine.EventFailure;

/**
 * The capacity of a resource: a schedule whose answers are checked, because it may be the modeler's own, until the model replaces it by a
 * constant. It also sums up the unit-time that was offered.
 */
final class CheckedCapacity {
    private final String resource;
    private CapacitySchedule schedule;
    private int greatest;
    private int atStart;
    private boolean varies;

    /** Time up to which {@link #counted} holds what was offered since the last reset, ns. */
    private long countedTo;

    /** Unit-nanoseconds. */
    private BigInteger counted = BigInteger.ZERO;

    /** From when on, and until when (exclusive), the schedule has said that it stays at {@link #sameUnits}. */
    private long sameFrom;

    private long sameUntil;
    private int sameUnits;

    CheckedCapacity(String resource, CapacitySchedule schedule) {
        this.resource = resource;
        this.schedule = Objects.requireNonNull(schedule, () -> "capacity of resource '" + resource + "'");
        greatest = schedule.greatest();
        if (greatest < 1) {
            throw new IllegalArgumentException(says("greatest() must be >= 1, got " + greatest));
        }
        try {
            atStart = at(0);
            varies = nextChange(0) != Long.MAX_VALUE;
        } catch (IllegalStateException atOnce) {
            throw new IllegalArgumentException(atOnce.getMessage(), atOnce);
        }
    }

    int greatest() {
        return greatest;
    }

    /** Number of units at the start or since the last {@link #change}; the one of all times unless the capacity varies. */
    int atStart() {
        return atStart;
    }

    /** Replaces the schedule by a constant from now on. */
    void change(int units, long now) {
        counted = offered(now);
        countedTo = now;
        schedule = new ChangedCapacity(units);
        sameUntil = sameFrom;
        greatest = Math.max(greatest, units);
        atStart = units;
        varies = false;
    }

    /** Forgets what was offered before. */
    void reset(long now) {
        counted = BigInteger.ZERO;
        countedTo = now;
    }

    /** Unit-time offered since the last reset: the integral of the capacity, unit-nanoseconds. */
    BigInteger offered(long now) {
        at(now);
        return counted.add(unitTime(countedTo, now));
    }

    boolean varies() {
        return varies;
    }

    int at(long now) {
        int units = schedule.capacityAt(now);
        if (units < 0 || units > greatest) {
            throw new IllegalStateException(says("capacityAt must be from 0 to greatest() = " + greatest + ", got "
                    + units + " at " + EventFailure.at(now)));
        }
        if (now < sameFrom || now >= sameUntil) {
            sameFrom = now;
            sameUntil = nextChange(now);
            sameUnits = units;
        } else if (units != sameUnits) {
            throw new IllegalStateException(says("capacityAt must stay " + sameUnits + " until the next change, which "
                    + (sameUntil == Long.MAX_VALUE ? "never comes" : "comes at " + EventFailure.at(sameUntil))
                    + ", got "
                    + units + " at " + EventFailure.at(now)));
        }
        return units;
    }

    long nextChange(long now) {
        long change = schedule.nextChange(now);
        if (change <= now && now != Long.MAX_VALUE) {
            throw new IllegalStateException(says("nextChange must be after the time asked about, " + now + " ns, got "
                    + change + " ns (" + EventFailure.at(now) + ")"));
        }
        return change;
    }

    private BigInteger unitTime(long from, long to) {
        BigInteger sum = BigInteger.ZERO;
        for (long t = from; t < to; ) {
            long end = Math.min(to, nextChange(t));
            sum = sum.add(BigInteger.valueOf(end - t).multiply(BigInteger.valueOf(at(t))));
            t = end;
        }
        return sum;
    }

    private String says(String what) {
        return "resource '" + resource + "': its capacity schedule " + Words.of(schedule) + ": " + what;
    }

    /** The number of units that the model has set. */
    private record ChangedCapacity(int units) implements CapacitySchedule {
        @Override
        public int capacityAt(long nowNanos) {
            return units;
        }

        @Override
        public long nextChange(long nowNanos) {
            return Long.MAX_VALUE;
        }

        @Override
        public int greatest() {
            return units;
        }
    }
}
