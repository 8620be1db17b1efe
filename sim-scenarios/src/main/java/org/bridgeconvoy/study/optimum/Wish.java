package org.bridgeconvoy.study.optimum;

/**
 * A metric of which the best has most or least.
 *
 * @param metric its name
 * @param most whether more is better
 */
public record Wish(String metric, boolean most) {}
