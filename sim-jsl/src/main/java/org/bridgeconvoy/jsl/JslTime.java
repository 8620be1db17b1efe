package org.bridgeconvoy.jsl;

/**
 * The bridge model's nanoseconds on JSL's clock, a {@code double} of some unit, rounded to the nearest.
 *
 * <p>Rounding keeps the order: a later instant is never earlier there. Two instants a nanosecond apart are two there as
 * long as doubles lie closer than a nanosecond: for 99.4 days if JSL counts milliseconds (its default), for 97 days in
 * seconds, 91 in minutes, 85 in hours and 64 in days. From then on neighbouring nanoseconds may fall together; in a year they
 * lie 3.7 ns apart (in seconds). The order of the bridge model's events is not taken from there and stays exact.
 *
 * @param millis the unit in milliseconds, as in JSL's {@code Model.setTimeUnit}
 */
record JslTime(double millis) {

    /** An instant in JSL's unit. */
    double of(long nanos) {
        return nanos / (millis * 1e6);
    }
}
