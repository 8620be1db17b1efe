package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.result.DailyColumn;

/**
 * What a day should reach; the share of the whole open days of the window that reach it is a metric, {@code
 * share_of_open_days.NAME}.
 *
 * @param name what it is called
 * @param column what is counted on a day
 * @param relation how the count must lie to the bound
 * @param bound a finite number in the column's unit
 */
public record DayGoal(String name, DailyColumn column, Relation relation, double bound) {

    /** Checks the bound. */
    public DayGoal {
        Checks.require(Double.isFinite(bound), "the bound of a goal must be a number, got " + bound);
    }

    /** How a count lies to a bound. */
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
     * Whether a day reaches it.
     *
     * @param value what was counted
     * @return whether it lies as it should
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
