package org.bridgeconvoy.bridge.module;

import org.bridgeconvoy.bridge.control.ControlRule;

/**
 * A direction control that scenario files use by name:
 *
 * <pre>{@code
 * bridge:
 *   control:
 *     NAME: {KEY: VALUE, …}
 * }</pre>
 *
 * <p>Name the class in {@code META-INF/services/org.bridgeconvoy.bridge.module.ControlModule}, or in a {@code provides}
 * clause of the module that holds it.
 */
public non-sealed interface ControlModule extends ScenarioModule {

    /**
     * The rule with its settings, each of which is complete and within its range.
     *
     * <p>The rule should be equal to another with the same settings, as a record is: a change of the world that leaves the
     * control as it is must not start it afresh.
     *
     * @param settings what the file gives; call {@link Settings#refuse} for what does not fit together
     * @param lanes 1, or 2 for a lane of its own in each direction
     * @return the rule
     * @throws IllegalArgumentException if the settings do not fit together; its message is shown at the rule
     */
    ControlRule create(Settings settings, int lanes);
}
