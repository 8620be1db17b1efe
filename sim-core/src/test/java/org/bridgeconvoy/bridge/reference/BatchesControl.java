package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.Direction;

/** "It turns after N entries of a green, or when its queue is empty, if the other has someone waiting." */
final class BatchesControl extends GreensControl {

    private final Batches rule;

    BatchesControl(Batches rule, WorldNow world, Lane lane) {
        super(rule.hours(), world, lane);
        this.rule = rule;
    }

    @Override
    boolean wantsToTurn(long now) {
        int batch = direction == Direction.OUTBOUND ? rule.outboundTrucks() : rule.inboundTrucks();
        return entries >= batch || !lane.isWaiting(direction);
    }
}
