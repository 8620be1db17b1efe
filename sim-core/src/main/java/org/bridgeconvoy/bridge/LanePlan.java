package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.calendar.Openings;

/** The bridge laid on the dates of a run; {@code closures} are the times at which it is closed. */
record LanePlan(BridgeConfig config, ControlRule.Plan control, Openings closures) {

    @SuppressWarnings("ConstantValue") // A modeler's own may give null all the same.
    LanePlan {
        if (control == null) {
            throw new IllegalStateException("control " + config.control() + ": plan gave null");
        }
    }

    @SuppressWarnings("ConstantValue")
    DirectionControl startControl() {
        DirectionControl started = control.start();
        if (started == null) {
            throw new IllegalStateException("control " + config.control() + ": start of its plan gave null");
        }
        return started;
    }
}
