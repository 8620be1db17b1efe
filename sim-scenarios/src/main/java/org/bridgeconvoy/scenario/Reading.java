package org.bridgeconvoy.scenario;

import java.math.BigDecimal;
import org.bridgeconvoy.bridge.module.Modules;

/**
 * What the readers of one scenario share.
 *
 * @param problems where they report
 * @param files where the data files are that the scenario names
 * @param modules the controls, arrivals and profiles that it may name
 * @param shapes the table of its keys
 */
record Reading(Problems problems, ScenarioFiles files, Modules modules, Shapes shapes) {

    /** The longest duration that a file may give: 100 years of 365.25 days. */
    static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(36_525L * 86_400);

    /** The most trucks, servers or replications that a file may ask for. */
    static final int MAX_COUNT = 1_000_000;
}
