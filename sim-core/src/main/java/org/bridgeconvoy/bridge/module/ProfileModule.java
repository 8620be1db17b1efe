package org.bridgeconvoy.bridge.module;

import org.bridgeconvoy.bridge.demand.DayFactor;

/**
 * A profile of demand, a factor for each day, that scenario files use by name; the factors of all profiles of a stream are
 * multiplied together:
 *
 * <pre>{@code
 * demand:
 *   cement:
 *     profile: {NAME: {KEY: VALUE, …}}
 * }</pre>
 *
 * <p>Name the class in {@code META-INF/services/org.bridgeconvoy.bridge.module.ProfileModule}, or in a {@code provides}
 * clause of the module that holds it.
 */
public non-sealed interface ProfileModule extends ScenarioModule {

    /**
     * The factor with its settings, each of which is complete and within its range.
     *
     * @param settings what the file gives; call {@link Settings#refuse} for what does not fit together
     * @return the factor
     * @throws IllegalArgumentException if the settings do not fit together; its message is shown at the profile
     */
    DayFactor create(Settings settings);
}
