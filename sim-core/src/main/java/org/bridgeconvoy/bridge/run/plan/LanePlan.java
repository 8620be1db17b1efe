package org.bridgeconvoy.bridge.run.plan;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.calendar.Openings;

/**
 * The bridge laid on the dates of a run.
 *
 * @param closures the times at which the bridge is closed
 * @param outboundExclusive whether the trucks of an outbound convoy enter with nothing between them
 * @param returnExclusive whether the trucks of a return convoy enter with nothing between them
 * @param shortestHeadwayNanos the shortest headway of all trucks and vehicles
 */
public record LanePlan(
        BridgeConfig config,
        ControlRule.Plan control,
        Openings closures,
        boolean outboundExclusive,
        boolean returnExclusive,
        long shortestHeadwayNanos) {

    @SuppressWarnings("ConstantValue") // A modeler's own rule may give null all the same.
    public LanePlan {
        if (control == null) {
            throw new IllegalStateException("control " + config.control() + ": plan gave null");
        }
    }

    /** A new control for one run, in its initial state. */
    @SuppressWarnings("ConstantValue")
    public DirectionControl startControl() {
        DirectionControl started = control.start();
        if (started == null) {
            throw new IllegalStateException("control " + config.control() + ": start of its plan gave null");
        }
        return started;
    }

    /** Whether the trucks of a convoy enter with nothing between them, in a direction. */
    public boolean isExclusive(Direction direction) {
        return direction == Direction.OUTBOUND ? outboundExclusive : returnExclusive;
    }
}
