package org.bridgeconvoy.study;

import org.bridgeconvoy.bridge.config.ConvoyConfig;

/**
 * A constraint relaxed alone.
 *
 * @param constraint key of the constraint in a scenario file, such as {@code fleet.trucks}
 * @param name name of the constraint for people, such as {@code trucks}
 * @param change from what to what, such as {@code 110 to 121}
 * @param world the relaxed world
 */
record Relaxation(String constraint, String name, String change, ConvoyConfig world) {}
