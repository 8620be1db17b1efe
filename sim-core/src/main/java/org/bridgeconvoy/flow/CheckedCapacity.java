package org.bridgeconvoy.flow;

import java.math.BigInteger;
import java.util.Objects;

/** A capacity schedule whose answers are checked, because it may be the modeler's own. */
final class CheckedCapacity {
    private final String resource;
    private final CapacitySchedule schedule;
    private final int greatest;
    private final int atStart;
    private final boolean varies;

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

    int atStart() {
        return atStart;
    }

    boolean varies() {
        return varies;
    }

    int at(long now) {
        int units = schedule.capacityAt(now);
        if (units < 0 || units > greatest) {
            throw new IllegalStateException(says("capacityAt must be from 0 to greatest() = " + greatest + ", got "
                    + units + " at t=" + now / 1e9 + " s"));
        }
        return units;
    }

    long nextChange(long now) {
        long change = schedule.nextChange(now);
        if (change <= now && now != Long.MAX_VALUE) {
            throw new IllegalStateException(
                    says("nextChange must be after the time asked about, got " + change + " ns at t=" + now + " ns"));
        }
        return change;
    }

    /** Unit-time offered from one time to another: the integral of the capacity, unit-nanoseconds. */
    BigInteger unitTime(long from, long to) {
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
}
