package org.bridgeconvoy.experiment.sensitivity;

import org.bridgeconvoy.experiment.Interval;

/**
 * An estimate with its interval.
 *
 * @param value the estimate; NaN if there is none
 * @param interval95 its 95% interval; NaN ends if there is none
 */
public record IntervalEstimate(double value, Interval interval95) {

    /** Nothing is known. */
    public static final IntervalEstimate NONE = new IntervalEstimate(Double.NaN, new Interval(Double.NaN, Double.NaN));
}
