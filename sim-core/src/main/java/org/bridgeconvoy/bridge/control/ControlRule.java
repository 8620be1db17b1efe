package org.bridgeconvoy.bridge.control;

import java.util.function.Supplier;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * A rule by which the lane is given to the directions: immutable, shared by all replications; {@link #plan} lays it on
 * the dates of a run. For a control of your own, implement it and {@link DirectionControl}:
 *
 * <pre>{@code
 * record MyRule(long lostNanos) implements ControlRule {
 *     public Plan plan(WorkCalendar calendar, long horizonNanos) {
 *         return Plan.anytime(() -> new MyControl(lostNanos));
 *     }
 * }
 * }</pre>
 */
public interface ControlRule {

    /**
     * Lays the rule on the dates of a run; called once for all replications.
     *
     * @param calendar the bridge's: the origin's clock, without closed dates
     * @param horizonNanos the length of the run, above 0
     * @return the plan
     */
    Plan plan(WorkCalendar calendar, long horizonNanos);

    /** A rule laid on dates. Immutable. */
    interface Plan {

        /**
         * A plan that may give the lane to either direction at any time.
         *
         * @param control makes the control of each run
         * @return the plan
         */
        static Plan anytime(Supplier<DirectionControl> control) {
            return during(Openings.always(), control);
        }

        /**
         * A plan that may give the lane to either direction at any time within hours; the control itself keeps them.
         *
         * @param hours when the lane may be given to anybody
         * @param control makes the control of each run
         * @return the plan
         */
        static Plan during(Openings hours, Supplier<DirectionControl> control) {
            return new HoursPlan(hours, control);
        }

        /**
         * The control of one run, at its start.
         *
         * @return a new one for each call
         */
        DirectionControl start();

        /**
         * For how long the rule can give the lane to a direction; above 0 exactly if it can at some instant.
         *
         * @param direction which
         * @param fromNanos the first instant asked about
         * @param toNanos the end, exclusive
         * @param crossingNanos the free-flow crossing time of the truck asked about
         * @return nanoseconds, at least 0
         */
        long givenNanos(Direction direction, long fromNanos, long toNanos, long crossingNanos);
    }
}
