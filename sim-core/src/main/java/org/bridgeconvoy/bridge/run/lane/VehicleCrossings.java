package org.bridgeconvoy.bridge.run.lane;

import java.util.ArrayDeque;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.run.plan.TrafficPlan;
import org.bridgeconvoy.bridge.run.record.ControlRecord;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.record.TrafficRecord;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.jspecify.annotations.Nullable;

/** The vehicles of one name: they join the queue of their direction, cross, and are gone. */
public final class VehicleCrossings extends Crossings {

    private final RunContext context;
    private final Recorder recorder;
    private final Lane lane;
    private final int index;
    private final TrafficRecord record;
    private final @Nullable ControlRecord controls;
    private final Draws masses;
    private final ArrayDeque<Vehicle> gone = new ArrayDeque<>();
    private TrafficPlan plan;

    /** Number of vehicles on the lane with a pending event. */
    private int moving;

    VehicleCrossings(RunContext context, Recorder recorder, Lane lane, LaneSide side, int index, Streams streams) {
        super(
                side,
                new Draws(context.fastPaths().drawsAhead(), streams.stream(planOf(context, index).stream("speed"))),
                streams.stream(planOf(context, index).stream("breakdowns")));
        this.context = context;
        this.recorder = recorder;
        this.lane = lane;
        this.index = index;
        plan = planOf(context, index);
        record = recorder.traffic(index);
        controls = recorder.controls();
        masses = new Draws(context.fastPaths().drawsAhead(), streams.stream(plan.stream("mass")));
    }

    private static TrafficPlan planOf(RunContext context, int index) {
        return context.world().plan().traffic().get(index);
    }

    /** Takes on another speed, mass and headway. */
    public void apply(TrafficPlan next) {
        plan = next;
    }

    String name() {
        return plan.config().name();
    }

    long headwayNanos() {
        return plan.headwayNanos();
    }

    /** Phase 3: a vehicle appears and joins the queue; {@code number} counts vehicles of all names from 1. */
    public void appear(int number) {
        if (controls != null) {
            controls.vehicleAppeared(index, context.now());
        }
        Vehicle vehicle = gone.isEmpty() ? new Vehicle(this) : gone.pop();
        vehicle.become(number, Mass.ofTonnes(masses.next(plan.config().massTonnes())));
        lane.join(this, vehicle);
    }

    /** Phase 1: an activity of a vehicle on the lane has ended. */
    void ended(Vehicle vehicle) {
        moving--;
        lane.ended(this, vehicle);
        context.settle();
    }

    /** Whether the activity of some vehicle on the lane ends at some time. */
    boolean isAnyMoving() {
        return moving > 0;
    }

    @Override
    Distribution speed(RoadUser user, BridgeConfig bridge) {
        return plan.config().speedOver(bridge);
    }

    @Override
    void joined(RoadUser user) {
        record.joined(context.now());
        TrafficTable.Builder table = context.vehicles();
        if (table != null) {
            table.add(index);
        }
        reached(user, TrafficTime.QUEUED, context.now());
    }

    @Override
    void entered(RoadUser user, boolean turned, long now) {
        record.entered(user.joinedAt, now);
        recorder.vehicleEntered(side.direction, side.onLane, turned, now);
    }

    @Override
    void reachedEntry(RoadUser user, long now) {
        reached(user, TrafficTime.ENTER, now);
    }

    @Override
    void left(RoadUser user, long now) {
        record.left(now);
        recorder.vehicleLeft(side.direction, side.onLane, now);
        reached(user, TrafficTime.EXIT, now);
        gone.push((Vehicle) user);
    }

    private void reached(RoadUser user, TrafficTime time, long now) {
        TrafficTable.Builder table = context.vehicles();
        if (table != null) {
            table.reached(user.number() - 1, time, now);
        }
        context.observers().reached(time, (Vehicle) user);
    }

    @Override
    void scheduleEnd(RoadUser user, long time) {
        context.scheduleEndAt(user, time);
        if (time < Long.MAX_VALUE) {
            moving++;
        }
    }

    @Override
    void stopped(RoadUser user, Breakdown breakdown, double share) {
        TrafficTable.Builder table = context.vehicles();
        if (table != null) {
            table.brokeDown(new TrafficTable.Breakdown(user.number() - 1, context.now(), breakdown.endNanos, share));
        }
        context.observers().stopped((Vehicle) user, breakdown.metres);
    }

    @Override
    void droveOn(RoadUser user, Breakdown breakdown) {
        context.observers().droveOn((Vehicle) user, breakdown.metres);
    }
}
