package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.result.TruckState;

/** Why the first truck of a bridge queue may not enter, in the order in which the rules are checked. */
public enum HoldReason {
    CLOSURE(TruckState.OUTBOUND_CLOSURE, TruckState.RETURN_CLOSURE),
    BREAKDOWN(TruckState.OUTBOUND_BREAKDOWN, TruckState.RETURN_BREAKDOWN),
    CONTROL(TruckState.OUTBOUND_CONTROL, TruckState.RETURN_CONTROL),
    CLEARING(TruckState.OUTBOUND_CLEARING, TruckState.RETURN_CLEARING),
    HEADWAY(TruckState.OUTBOUND_HEADWAY, TruckState.RETURN_HEADWAY),
    LIMIT(TruckState.OUTBOUND_LIMIT, TruckState.RETURN_LIMIT);

    private final TruckState outbound;
    private final TruckState inbound;

    HoldReason(TruckState outbound, TruckState inbound) {
        this.outbound = outbound;
        this.inbound = inbound;
    }

    /** The state of the trucks in a queue held for this reason. */
    public TruckState state(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }
}
