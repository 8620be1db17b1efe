package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.result.DailyColumn;

/**
 * A goal for each day. The share of the whole open days of the window that reach the goal is a metric, {@code share_of_open_days.NAME}.
 *
 * @param name its name
 * @param column the day's count
 * @param relation how the count must compare to the bound
 * @param bound a finite number in the column's unit
 */
public record DayGoal(String name, DailyColumn column, Relation relation, double bound) {

    /** Checks the bound. */
    public DayGoal {
        Checks.require(Double.isFinite(bound), "the bound of a goal must be a number, got " + bound);
    }

    /** How a count compares to a bound. */
    public enum Relation {
        /** {@code >=}. */
        AT_LEAST(">="),
        /** {@code <=}. */
        AT_MOST("<="),
        /** {@code >}. */
        MORE_THAN(">"),
        /** {@code <}. */
        LESS_THAN("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /**
         * As written in files.
         *
         * @return one or two signs
         */
        public String sign() {
            return sign;
        }
    }

    /**
     * Whether a day reaches the goal.
     *
     * @param value the day's count
     * @return true if the count compares to the bound as required
     */
    public boolean isMetBy(double value) {
        return switch (relation) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case MORE_THAN -> value > bound;
            case LESS_THAN -> value < bound;
        };
    }

    /**
     * As written in files.
     *
     * @return {@code outbound_trucks >= 150}
     */
    public String text() {
        String number = bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
        return column.label() + " " + relation.sign() + " " + number;
    }
}
