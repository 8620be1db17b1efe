package org.bridgeconvoy.scenario;

import org.bridgeconvoy.bridge.config.ConvoyConfig;

/**
 * Another world over the same window, which a scenario's answers compare it with.
 *
 * @param name its name in the scenario
 * @param config the world
 */
public record Variant(String name, ConvoyConfig config) {}
