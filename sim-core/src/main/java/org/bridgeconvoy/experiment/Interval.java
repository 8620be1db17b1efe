package org.bridgeconvoy.experiment;

/**
 * A closed interval; NaN where there is no data for it.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

    /**
     * Whether a value lies in it, ends included.
     *
     * @param value any number
     * @return false if an end is NaN
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
