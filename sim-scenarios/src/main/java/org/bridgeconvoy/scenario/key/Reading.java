package org.bridgeconvoy.scenario.key;

import java.math.BigDecimal;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;

/**
 * What the readers of one scenario share.
 *
 * @param problems where they report
 * @param files where the data files are that the scenario names
 * @param modules the controls, arrivals and profiles that it may name
 * @param shapes the table of its keys
 * @param hasSets whether values were set besides what the files say
 */
public record Reading(Problems problems, ScenarioFiles files, Modules modules, Shapes shapes, boolean hasSets) {

    /** The longest duration that a file may give: 100 years of 365.25 days. */
    public static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(36_525L * 86_400);

    /** A copy with problems of its own. */
    public Reading with(Problems others) {
        return new Reading(others, files, modules, shapes, hasSets);
    }

    /** The most trucks, servers or replications that a file may ask for. */
    public static final int MAX_COUNT = 1_000_000;
}
