package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.record.WaitRecord;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/** The trucks that cross in one direction: reports their states, queue and trips. */
final class TruckCrossings extends Crossings {

    private final RunContext context;
    private final Recorder recorder;
    private final WaitRecord record;
    private final TripTime queued;
    private final TripTime enter;
    private final TripTime exit;

    /** Where trucks go that leave without an event of their own; null if none does. */
    private @Nullable Rest rest;

    TruckCrossings(RunContext context, Recorder recorder, LaneSide side, Stage stage, Streams streams) {
        super(
                side,
                new Draws(
                        context.fastPaths().drawsAhead() && isOneSpeed(context, side.direction),
                        streams.stream("speed." + side.direction.label())),
                streams.stream("breakdowns." + side.direction.label()));
        this.context = context;
        this.recorder = recorder;
        record = recorder.waits(stage);
        queued = TripTime.joins(stage, false);
        enter = TripTime.begins(stage);
        exit = TripTime.ends(stage);
    }

    /** Whether all trucks in the direction draw from one speed distribution; loaded and empty trucks on the way back may draw from two. */
    private static boolean isOneSpeed(RunContext context, Direction direction) {
        return direction == Direction.OUTBOUND
                || !context.world().plan().config().hasReturnLoads();
    }

    /** Lets trucks leave for a rest without an event of their own. */
    void leaveUnheard(Rest behind) {
        leaveUnheard = true;
        rest = behind;
    }

    @Override
    void willLeave(RoadUser user, long time) {
        Rest behind = rest;
        if (behind != null) {
            behind.expect((Truck) user, time);
        }
    }

    @Override
    void leavesUnheard(long now) {
        context.states().move(now, side.crossing, TruckState.REST, 1);
    }

    @Override
    Distribution speed(RoadUser user, BridgeConfig bridge) {
        return ((Truck) user).isLoaded(side.direction) ? bridge.loadedSpeed() : bridge.emptySpeed();
    }

    @Override
    void joined(RoadUser user) {
        side.trucksWaiting++;
        context.states().enter(side.held());
        record.joined();
        context.reached((Truck) user, queued);
    }

    @Override
    void entered(RoadUser user, boolean turned, long now) {
        side.trucksWaiting--;
        context.states().move(now, side.held(), side.crossing, 1);
        record.began(user.joinedAt, now);
        recorder.entered(side.direction, side.onLane, turned, now);
    }

    @Override
    void reachedEntry(RoadUser user, long now) {
        context.reached((Truck) user, enter, now);
    }

    @Override
    void leaves() {
        context.states().leave(side.crossing);
    }

    @Override
    void left(RoadUser user, long now) {
        Truck truck = (Truck) user;
        recorder.left(side.direction, side.onLane, now);
        if (truck.isReturnLoad) {
            recorder.leftLoaded();
        }
        context.reached(truck, exit, now);
    }

    @Override
    void scheduleEnd(RoadUser user, long time) {
        context.scheduleEndAt((Truck) user, side.entry, time);
    }

    @Override
    void stopped(RoadUser user, Breakdown breakdown, double share) {
        context.brokeDown((Truck) user, side.direction, breakdown, share);
    }

    @Override
    void droveOn(RoadUser user, Breakdown breakdown) {
        context.observers().droveOn((Truck) user, side.direction, breakdown.metres);
    }
}
