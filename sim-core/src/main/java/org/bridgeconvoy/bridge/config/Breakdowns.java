package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.random.Distribution;

/**
 * Breakdowns on the bridge: each crossing fails with a probability. The truck or vehicle then stands at a uniformly drawn fraction of its
 * free-flow time after entry until the repair ends, and drives on.
 *
 * @param probability in [0, 1]
 * @param repairSeconds distribution of the repair in seconds, never below 0
 */
public record Breakdowns(double probability, Distribution repairSeconds) {

    /** Checks the ranges. */
    public Breakdowns {
        Checks.require(
                probability >= 0 && probability <= 1, "breakdowns.probability must be in 0..1, got " + probability);
        Checks.atLeastZero("breakdowns.repair", repairSeconds, "s");
    }
}
