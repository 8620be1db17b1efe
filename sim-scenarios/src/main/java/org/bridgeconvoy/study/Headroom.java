package org.bridgeconvoy.study;

import org.jspecify.annotations.Nullable;

/**
 * Headroom of demand: the factor by which all demand could grow before demand no longer limits. Factors are multiples of {@value #STEP}
 * from 1 to {@value #MOST}. The interval holds on each side with 95%.
 *
 * @param factor the largest factor at which demand still limits; 1 if the smallest step already passes the bound
 * @param isAtLeast whether the search ended at {@code factor} with demand still the limit: at {@link #MOST}, or earlier where a larger
 *     factor makes a world that cannot work
 * @param low the largest factor at which demand limits beyond doubt; 1 if there is none
 * @param high the smallest factor at which demand does not limit beyond doubt; NaN if there is none within the range
 * @param refused why a world with more demand than at the end of the search cannot work; empty if the search went to {@link #MOST}
 * @param thenAt the factor at which {@code then} was found, {@value #BEYOND} times {@code factor} where the world allows it; NaN without
 *     {@code then}
 * @param then what limits at a demand beyond the headroom; null if the search did not get there
 */
public record Headroom(
        double factor,
        boolean isAtLeast,
        double low,
        double high,
        String refused,
        double thenAt,
        @Nullable WhatLimits then) {

    /** Difference of two neighbouring factors: 1% of the demand as it is. */
    public static final double STEP = 0.01;

    /** Steps to which the ends of the interval are found; both are rounded away from the factor. */
    public static final int END_STEPS = 5;

    /** The largest factor that is looked at. */
    public static final double MOST = 4;

    /**
     * Demand at which {@code then} is found, in multiples of {@code factor}. At {@code factor} itself no relaxation can gain: nothing is
     * left undelivered. With a tenth more demand a constraint relaxed by a tenth can show its full gain.
     */
    public static final double BEYOND = 1.1;
}
