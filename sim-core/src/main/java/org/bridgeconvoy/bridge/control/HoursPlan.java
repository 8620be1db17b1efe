package org.bridgeconvoy.bridge.control;

import java.util.function.Supplier;
import org.bridgeconvoy.calendar.Openings;

/** The plan of a control that may give the lane to either direction at any time within its hours. */
record HoursPlan(Openings openings, Supplier<DirectionControl> controls) implements ControlRule.Plan {

    @Override
    public DirectionControl start() {
        return controls.get();
    }

    @Override
    public long givenNanos(Direction direction, long fromNanos, long toNanos, long crossingNanos) {
        return openings.openNanos(fromNanos, toNanos);
    }
}
