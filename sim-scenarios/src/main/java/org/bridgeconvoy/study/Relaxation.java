package org.bridgeconvoy.study;

import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.ConvoyConfig;

/**
 * A constraint and how it is relaxed alone.
 *
 * @param constraint its place in a scenario file
 * @param name the same for people
 * @param change from what to what
 * @param world the relaxed world
 */
record Relaxation(String constraint, String name, String change, ConvoyConfig world) {

    /** Relaxes a world and every world that later replaces it. */
    static ConvoyConfig everywhere(ConvoyConfig config, UnaryOperator<ConvoyConfig> relax) {
        return relax.apply(config)
                .withChanges(config.changes().stream()
                        .map(c -> new ConvoyConfig.Change(c.atNanos(), relax.apply(c.world())))
                        .toList());
    }
}
