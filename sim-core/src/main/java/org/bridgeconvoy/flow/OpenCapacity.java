package org.bridgeconvoy.flow;

import java.util.Objects;
import org.bridgeconvoy.calendar.Openings;

/** A number of units during opening hours, none otherwise. */
record OpenCapacity(Openings hours, int greatest) implements CapacitySchedule {
    OpenCapacity {
        Objects.requireNonNull(hours, "hours");
        if (greatest < 1) {
            throw new IllegalArgumentException("capacity must be >= 1, got " + greatest);
        }
    }

    @Override
    public int capacityAt(long nowNanos) {
        return hours.isOpen(nowNanos) ? greatest : 0;
    }

    @Override
    public long nextChange(long nowNanos) {
        int begun = hours.lastBegunAt(nowNanos);
        if (begun >= 0 && nowNanos < hours.end(begun)) {
            return hours.end(begun);
        }
        return begun + 1 < hours.count() ? hours.start(begun + 1) : Long.MAX_VALUE;
    }
}
