package org.bridgeconvoy.scenario;

import java.math.BigDecimal;

/**
 * What the readers of one scenario share.
 *
 * @param problems where they report
 * @param files where the data files are that the scenario names
 */
record Reading(Problems problems, ScenarioFiles files) {

    /** The longest duration that a file may give: 100 years of 365.25 days. */
    static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(36_525L * 86_400);

    /** The most trucks, servers or replications that a file may ask for. */
    static final int MAX_COUNT = 1_000_000;
}
