package org.bridgeconvoy.experiment;

/**
 * A variant compared with the best of the others.
 *
 * @param variant name of the variant
 * @param interval interval of its mean minus the best of the others' means, extended to 0 as is usual; NaN if a difference has fewer than
 *     two pairs
 * @param standing conclusion. It is drawn before the interval is extended to 0 and cannot be read off its ends: an upper end of 0 may
 *     belong to a variant that equals another exactly
 */
public record WithBest(String variant, Interval interval, Standing standing) {}
