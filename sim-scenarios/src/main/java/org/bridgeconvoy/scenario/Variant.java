package org.bridgeconvoy.scenario;

import org.bridgeconvoy.bridge.config.ConvoyConfig;

/**
 * Another configuration over the same window, with which answers compare the scenario.
 *
 * @param name name of the variant in the scenario file
 * @param config its configuration
 */
public record Variant(String name, ConvoyConfig config) {}
