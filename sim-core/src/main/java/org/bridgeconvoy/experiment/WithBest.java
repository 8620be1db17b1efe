package org.bridgeconvoy.experiment;

/**
 * A variant compared with the best of the others.
 *
 * @param variant its name
 * @param interval its mean minus the best of the others' means, extended to 0 as is usual; NaN where a difference has fewer than
 *     two pairs
 * @param standing what follows. It is decided before the interval is extended to 0 and cannot be read off its ends: an upper
 *     end of 0 may be that of a variant that equals another exactly
 */
public record WithBest(String variant, Interval interval, Standing standing) {}
