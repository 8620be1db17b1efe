package org.bridgeconvoy.bridge.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LongerHours;
import org.bridgeconvoy.calendar.Nanos;
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
     * The shortest green of a fixed cycle, and the least {@code max-green}: one second. While trucks wait, the lane is checked after each
     * green, so a run with much shorter greens would hardly come to an end.
     */
    long SHORTEST_GREEN_NANOS = Nanos.SECOND;

    /**
     * Lays the rule on the dates of a run; called once for all replications.
     *
     * @param calendar the bridge's: the origin's clock, without closed dates
     * @param horizonNanos the length of the run, above 0
     * @return the plan
     */
    Plan plan(WorkCalendar calendar, long horizonNanos);

    /**
     * Ways in which the rule itself could be less of a constraint: longer hours, longer greens, larger batches. A study of bottlenecks
     * tries each alone; it does not try a way that the rule does not name.
     *
     * @param step by how much
     * @return empty unless overridden
     */
    default List<Relaxed> relaxed(Step step) {
        return List.of();
    }

    /**
     * The rule relaxed in one way.
     *
     * @param setting key of the relaxed setting, as under {@code bridge.control} in a scenario file: {@code alternate.outbound}. Keys of
     *     one rule must differ; a rule that replaces this one later should use the same key for the same setting
     * @param name the setting's name for readers: {@code outbound green}
     * @param change old and new value: {@code 90 s to 99 s}
     * @param rule the relaxed rule
     */
    record Relaxed(String setting, String name, String change, ControlRule rule) {}

    /**
     * By how much a rule is to be relaxed, and the properties of the lane that matter for it. A change must be large enough to matter: a
     * count changes by at least one, a green by at least a headway, so that one more truck can enter in it.
     *
     * @param share the share by which a setting changes: 0.1 for a tenth
     * @param hoursNanos how much earlier hours begin and later they end, above 0
     * @param headwayNanos the least time between two entries in the same direction, at least 0
     * @param lanes 1, or 2 for a lane of its own in each direction
     */
    record Step(double share, long hoursNanos, long headwayNanos, int lanes) {

        /**
         * A larger count.
         *
         * @param count at least 0
         * @return at least one more
         */
        public int more(int count) {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(count + 1L, Math.round(count * (1 + share))));
        }

        /**
         * A longer green.
         *
         * @param nanos above 0
         * @return at least a headway longer
         */
        public long longerGreen(long nanos) {
            long more = Math.max(Math.round(nanos * share), headwayNanos);
            return nanos > Long.MAX_VALUE - more ? Long.MAX_VALUE : nanos + more;
        }

        /**
         * A shorter time.
         *
         * @param nanos at least 0
         * @return less by the share
         */
        public long shorter(long nanos) {
            return nanos - Math.round(nanos * share);
        }

        /**
         * Hours that begin earlier and end later; hours that are always or never open stay as they are.
         *
         * @param hours any
         * @return the longer hours
         */
        public Hours longer(Hours hours) {
            return hours.isAlways() || hours.isNever() ? hours : LongerHours.extended(hours, hoursNanos);
        }

        /**
         * The change of hours in words.
         *
         * @return such as {@code half an hour more at each end}
         */
        public String hoursText() {
            String time = hoursNanos == Nanos.HOUR / 2 ? "half an hour" : seconds(hoursNanos);
            return time + " more at each end";
        }

        /**
         * The change of a time in words.
         *
         * @param from nanoseconds
         * @param to nanoseconds
         * @return such as {@code 90 s to 99 s}
         */
        public static String text(long from, long to) {
            return seconds(from) + " to " + seconds(to);
        }

        private static String seconds(long nanos) {
            return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
        }
    }

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
         * @param hours hours in which either direction may have the lane
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
         * How long the rule can give the lane to a direction; above 0 exactly if there is an instant at which it can.
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
