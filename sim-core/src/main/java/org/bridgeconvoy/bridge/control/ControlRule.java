package org.bridgeconvoy.bridge.control;

import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * A rule by which the lane is given to the directions: immutable, shared by all replications; {@link #plan} lays it on
 * the dates of a run. Implement it, {@link Plan} and {@link DirectionControl} for a control of your own.
 */
public interface ControlRule {

    /** The rule on the dates of a run, made once for all replications. */
    Plan plan(WorkCalendar calendar, long horizonNanos);

    /** A rule laid on dates. Immutable. */
    interface Plan {

        /** The control of one run, at its start. */
        DirectionControl start();

        /**
         * For how long in {@code [fromNanos, toNanos)} the rule can give the lane to a direction; above 0 exactly if
         * it can at some instant.
         *
         * @param crossingNanos the free-flow crossing time of the truck asked about
         */
        long givenNanos(Direction direction, long fromNanos, long toNanos, long crossingNanos);
    }
}
