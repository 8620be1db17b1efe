package org.bridgeconvoy.bridge.run.plan;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.calendar.Openings;

/**
 * The bridge laid on the dates of a run.
 *
 * @param closures the times at which it is closed
 * @param outboundExclusive whether nothing may come between the trucks of an outbound convoy as they enter
 * @param returnExclusive the same of return convoys
 * @param shortestHeadwayNanos the shortest headway of all who cross
 */
public record LanePlan(
        BridgeConfig config,
        ControlRule.Plan control,
        Openings closures,
        boolean outboundExclusive,
        boolean returnExclusive,
        long shortestHeadwayNanos) {

    @SuppressWarnings("ConstantValue") // A modeler's own may give null all the same.
    public LanePlan {
        if (control == null) {
            throw new IllegalStateException("control " + config.control() + ": plan gave null");
        }
    }

    /** A control of the run's own, at its start. */
    @SuppressWarnings("ConstantValue")
    public DirectionControl startControl() {
        DirectionControl started = control.start();
        if (started == null) {
            throw new IllegalStateException("control " + config.control() + ": start of its plan gave null");
        }
        return started;
    }

    /** Whether nothing may come between the trucks of a convoy as they enter in a direction. */
    public boolean isExclusive(Direction direction) {
        return direction == Direction.OUTBOUND ? outboundExclusive : returnExclusive;
    }
}
