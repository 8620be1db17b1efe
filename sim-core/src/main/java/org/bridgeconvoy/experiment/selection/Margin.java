package org.bridgeconvoy.experiment.selection;

/**
 * How much of a number does not matter: an amount, or a share of the number's size.
 *
 * @param size 0 or more, finite
 * @param isRelative whether the size is a share: 0.01 is 1%
 */
public record Margin(double size, boolean isRelative) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is negative, infinite or NaN
     */
    public Margin {
        if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a margin must be >= 0 and finite, got " + size);
        }
    }

    /**
     * An amount in the unit of the number.
     *
     * @param amount 0 or more
     * @return the margin
     */
    public static Margin ofAmount(double amount) {
        return new Margin(amount, false);
    }

    /**
     * A share of the number's absolute value.
     *
     * @param share 0 or more; 0.01 is 1%
     * @return the margin
     */
    public static Margin ofShare(double share) {
        return new Margin(share, true);
    }

    /**
     * The margin of a number.
     *
     * @param value any number
     * @return 0 or more, in the unit of the number
     */
    public double of(double value) {
        return isRelative ? size * Math.abs(value) : size;
    }
}
