package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.control.Direction;

/** What holds the first truck of a bridge queue, in the order in which causes are looked for. */
enum Cause {
    CLOSURE(TruckState.OUTBOUND_CLOSURE, TruckState.RETURN_CLOSURE),
    BREAKDOWN(TruckState.OUTBOUND_BREAKDOWN, TruckState.RETURN_BREAKDOWN),
    CONTROL(TruckState.OUTBOUND_CONTROL, TruckState.RETURN_CONTROL),
    CLEARING(TruckState.OUTBOUND_CLEARING, TruckState.RETURN_CLEARING),
    HEADWAY(TruckState.OUTBOUND_HEADWAY, TruckState.RETURN_HEADWAY),
    LIMIT(TruckState.OUTBOUND_LIMIT, TruckState.RETURN_LIMIT);

    private final TruckState outbound;
    private final TruckState inbound;

    Cause(TruckState outbound, TruckState inbound) {
        this.outbound = outbound;
        this.inbound = inbound;
    }

    TruckState state(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }
}
