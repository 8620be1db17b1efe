package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.TruckQueue;
import org.bridgeconvoy.bridge.run.record.WaitRecord;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** One direction of the lane: its queue, what holds the first in it, and who is on the lane. */
final class LaneSide {

    /** In place of a time at which nothing has happened yet. */
    static final long NEVER = Long.MIN_VALUE;

    final Direction direction;
    final WaitRecord record;
    final TruckQueue queue = new TruckQueue();
    final Draws speeds;
    final RandomStream breakdowns;
    final TripTime queued;
    final TripTime enter;
    final TripTime exit;
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

    /** Trucks of this direction that stand broken down. */
    int standing;

    LaneSide(RunContext context, WaitRecord record, Stage stage, Streams streams) {
        this.record = record;
        direction = stage == Stage.OUTBOUND ? Direction.OUTBOUND : Direction.RETURN;
        // Where some come back loaded and others empty there are two distributions.
        boolean isOneSpeed = direction == Direction.OUTBOUND
                || !context.world().plan().config().hasReturnLoads();
        speeds =
                new Draws(context.fastPaths().drawsAhead() && isOneSpeed, streams.stream("speed." + direction.label()));
        breakdowns = streams.stream("breakdowns." + direction.label());
        queued = TripTime.valueOf(stage.name() + "_QUEUED");
        enter = TripTime.valueOf(stage.name() + "_ENTER");
        exit = TripTime.valueOf(stage.name() + "_EXIT");
        crossing = TruckState.of(stage, Activity.SERVED);
    }

    /** The state of the trucks in the queue. */
    TruckState held() {
        return reason.state(direction);
    }
}
