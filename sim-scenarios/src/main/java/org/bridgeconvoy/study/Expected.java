package org.bridgeconvoy.study;

import java.math.BigDecimal;

/**
 * What the asker of a question hopes an answer to be, and whether it is.
 *
 * @param relation on which side of the bound the answer should lie
 * @param bound a finite number in the answer's unit
 * @param outcome whether it does
 */
public record Expected(Relation relation, double bound, Outcome outcome) {

    /** How a number compares to a bound. */
    public enum Relation {
        /** The bound or more. */
        AT_LEAST(">=", "at least"),
        /** The bound or less. */
        AT_MOST("<=", "at most"),
        /** More than the bound. */
        MORE_THAN(">", "more than"),
        /** Less than the bound. */
        LESS_THAN("<", "less than");

        private final String sign;
        private final String words;

        Relation(String sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        /** As written in files: one or two signs. */
        public String sign() {
            return sign;
        }

        /** As said to people: {@code at least}. */
        public String words() {
            return words;
        }

        private boolean holds(double value, double bound) {
            return switch (this) {
                case AT_LEAST -> value >= bound;
                case AT_MOST -> value <= bound;
                case MORE_THAN -> value > bound;
                case LESS_THAN -> value < bound;
            };
        }
    }

    /** Whether an answer is what was hoped. */
    public enum Outcome {
        /** The whole 95% interval is. */
        YES("yes"),
        /** No part of the 95% interval is. */
        NO("no"),
        /** A part of the 95% interval is, or there is no interval. */
        CANNOT_BE_TOLD("cannot be told");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The words in files and reports. */
        public String label() {
            return label;
        }
    }

    /**
     * Judges a 95% interval.
     *
     * @param low its lower end; negative infinity if it is open below, NaN if there is no interval
     * @param high its upper end; infinity if it is open above, NaN if there is no interval
     */
    static Expected of(Relation relation, double bound, double low, double high) {
        boolean isLowIn = relation.holds(low, bound);
        boolean isHighIn = relation.holds(high, bound);
        Outcome outcome = Outcome.CANNOT_BE_TOLD;
        if (!Double.isNaN(low) && !Double.isNaN(high) && isLowIn == isHighIn) {
            outcome = isLowIn ? Outcome.YES : Outcome.NO;
        }
        return new Expected(relation, bound, outcome);
    }

    /** As written in files: {@code >= 100}. */
    public String text() {
        String number = BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
        return relation.sign() + " " + (bound == 0 ? "0" : number);
    }
}
