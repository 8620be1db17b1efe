package org.bridgeconvoy.scenario.key;

import java.math.BigDecimal;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;

/**
 * Context that all readers of one scenario share.
 *
 * @param problems collects what is wrong
 * @param files reads the data files that the scenario names
 * @param modules controls, arrivals and profiles that the scenario may use
 * @param shapes the table of keys
 * @param tables what the scenario says of its data files
 * @param hasSets whether {@code --set} changed values, so that a value that no longer fits may be no error of the file
 */
public record ReadingContext(
        Problems problems, ScenarioFiles files, Modules modules, Shapes shapes, TableWords tables, boolean hasSets) {

    /** Longest duration that a file may give, in seconds: 100 years of 365.25 days. */
    public static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(36_525L * 86_400);

    /** A copy that collects problems elsewhere. */
    public ReadingContext with(Problems others) {
        return new ReadingContext(others, files, modules, shapes, tables, hasSets);
    }

    /** Largest number of trucks, servers or replications that a file may give. */
    public static final int MAX_COUNT = 1_000_000;
}
