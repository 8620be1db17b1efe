package org.bridgeconvoy.bridge.module;

import org.bridgeconvoy.bridge.demand.ArrivalPattern;

/**
 * A pattern of arrivals that scenario files use by name:
 *
 * <pre>{@code
 * demand:
 *   cement:
 *     arrivals: {NAME: {KEY: VALUE, …}}    # or only NAME if it needs no settings
 * }</pre>
 *
 * <p>Name the class in {@code META-INF/services/org.bridgeconvoy.bridge.module.ArrivalModule}, or in a {@code provides}
 * clause of the module that holds it.
 */
public non-sealed interface ArrivalModule extends ScenarioModule {

    /**
     * The pattern with its settings, each of which is complete and within its range.
     *
     * @param settings what the file gives; call {@link Settings#refuse} for what does not fit together
     * @return the pattern
     * @throws IllegalArgumentException if the settings do not fit together; its message is shown at the pattern
     */
    ArrivalPattern create(Settings settings);
}
