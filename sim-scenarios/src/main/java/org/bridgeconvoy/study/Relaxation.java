package org.bridgeconvoy.study;

import org.bridgeconvoy.bridge.config.ConvoyConfig;

/**
 * A constraint and how it is relaxed alone.
 *
 * @param constraint its place in a scenario file
 * @param name the same for people
 * @param change from what to what
 * @param world the relaxed world
 */
record Relaxation(String constraint, String name, String change, ConvoyConfig world) {}
