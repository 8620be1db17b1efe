package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RoadUserQueue;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.TruckQueue;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/** One direction of the lane: its queue, what holds the first in it, and who is on the lane. */
final class LaneSide {

    /** In place of a time at which nothing has happened yet. */
    static final long NEVER = Long.MIN_VALUE;

    final Direction direction;
    final RoadUserQueue<RoadUser> queue = new RoadUserQueue<>();

    /** How many of the queue are trucks. */
    int trucksWaiting;

    final TruckState crossing;

    /** The step of a trip that trucks are in while they wait or cross. */
    Step entry = Step.nowhere();

    HoldReason reason = HoldReason.CONTROL;
    long waitingSince = Long.MAX_VALUE;

    /** Whether the first in line may not enter because of its mass, however empty the lane is. */
    boolean tooHeavy;

    /** When it became so. */
    long tooHeavySince;

    long lastEntry = NEVER;
    long lastExit = NEVER;
    int lastConvoy;
    int onLane;
    long mass;

    /** Whether trucks leave without an event of their own. */
    boolean leaveUnheard;

    /** Those that will, in the order in which they leave. */
    final TruckQueue leaving = new TruckQueue();

    /** Trucks and vehicles of this direction that stand broken down. */
    int standing;

    LaneSide(Direction direction) {
        this.direction = direction;
        crossing = TruckState.of(direction == Direction.OUTBOUND ? Stage.OUTBOUND : Stage.RETURN, Activity.SERVED);
    }

    /** The state of the trucks in the queue. */
    TruckState held() {
        return reason.state(direction);
    }
}
