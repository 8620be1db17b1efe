package org.bridgeconvoy.experiment.selection;

/** On which side of a bound a value must lie. */
public enum Relation {
    /** The bound or more. */
    AT_LEAST,
    /** The bound or less. */
    AT_MOST,
    /** More than the bound. */
    ABOVE,
    /** Less than the bound. */
    BELOW;

    /**
     * Whether a value meets a bound.
     *
     * @param value any number
     * @param bound the bound
     * @return false for NaN
     */
    public boolean isMet(double value, double bound) {
        return switch (this) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case ABOVE -> value > bound;
            case BELOW -> value < bound;
        };
    }

    /** 1 if large values meet the bound, −1 if small ones do. */
    double sign() {
        return this == AT_LEAST || this == ABOVE ? 1 : -1;
    }
}
