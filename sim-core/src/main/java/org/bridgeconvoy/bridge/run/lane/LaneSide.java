package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RoadUserQueue;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/** One direction of the lane: its queue, the reason that holds it, and the trucks and vehicles on the lane. */
final class LaneSide {

    /** Stands for a time at which nothing has happened yet. */
    static final long NEVER = Long.MIN_VALUE;

    final Direction direction;
    final RoadUserQueue<RoadUser> queue = new RoadUserQueue<>();

    /** Number of trucks in the queue. */
    int trucksWaiting;

    final TruckState crossing;

    /** The trucks' step of the trip while they wait or cross. */
    Step entry = Step.nowhere();

    HoldReason reason = HoldReason.CONTROL;
    long waitingSince = Long.MAX_VALUE;

    /** Whether the mass of the first in line forbids its entry, however empty the lane is. */
    boolean tooHeavy;

    /** Since when the first in line has been too heavy. */
    long tooHeavySince;

    long lastEntry = NEVER;
    long lastExit = NEVER;
    int lastConvoy;
    int onLane;
    long mass;

    /** Those on the lane who will leave without an event of their own, in the order of leaving. */
    final RoadUserQueue<RoadUser> leaving = new RoadUserQueue<>();

    /** Number of broken-down trucks and vehicles of this direction. */
    int standing;

    LaneSide(Direction direction) {
        this.direction = direction;
        crossing = TruckState.of(direction == Direction.OUTBOUND ? Stage.OUTBOUND : Stage.RETURN, Activity.SERVED);
    }

    /** When the next vehicle leaves without an event of its own; {@link Long#MAX_VALUE} if none does. */
    long nextExit() {
        RoadUser next = leaving.first();
        return next == null ? Long.MAX_VALUE : next.dueNanos;
    }

    /** Whether anyone on the lane leaves by an event of its own. */
    boolean isAnyExitHeard() {
        return onLane > leaving.length();
    }

    /** The state of the trucks in the queue. */
    TruckState held() {
        return reason.state(direction);
    }
}
