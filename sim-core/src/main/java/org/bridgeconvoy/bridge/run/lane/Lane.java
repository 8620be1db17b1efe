package org.bridgeconvoy.bridge.run.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.StateTimes;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.plan.LanePlan;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/**
 * The bridge in one run, and its only entrance: each method lets the {@link LaneClock} catch up before it reads or changes anything, so
 * that no caller has to. {@link LaneTraffic} keeps the trucks and vehicles on the lane, {@link LaneRules} tells why a truck may not enter.
 */
public final class Lane implements LaneClock.Changes {

    private final RunContext context;
    private final Phase phase;
    private final Recorder recorder;
    private final Streams streams;
    private final StateTimes states;
    private final LaneTraffic traffic;
    private final LaneRules rules;
    private final LaneClock clock;
    private final LaneView view;
    private final LaneExits exits;
    private final TruckCrossings outboundTrucks;
    private final TruckCrossings returnTrucks;
    private final List<VehicleCrossings> vehicles = new ArrayList<>();
    private final LaneEntry outboundEntry;
    private final LaneEntry returnEntry;
    private BridgeConfig config;
    private DirectionControl control;
    private boolean followsClockOnly;

    /** Breakdowns give their position as a share of this length. */
    private final double lengthAtStart;

    /** Whether the bridge is closed, as last reported to observers. */
    private boolean closed;

    /** The lane of the world at the start; its phases are the turn of the control and the entry of a truck. */
    public Lane(RunContext context, Phase phase, Recorder recorder, Streams streams) {
        this.context = context;
        this.phase = phase;
        this.recorder = recorder;
        states = context.states();
        LanePlan plan = context.world().plan().lane();
        this.streams = streams;
        LaneSide outbound = new LaneSide(Direction.OUTBOUND);
        LaneSide inbound = new LaneSide(Direction.RETURN);
        outboundTrucks = new TruckCrossings(context, recorder, outbound, Stage.OUTBOUND, streams);
        returnTrucks = new TruckCrossings(context, recorder, inbound, Stage.RETURN, streams);
        config = plan.config();
        lengthAtStart = config.lengthMetres();
        control = plan.startControl();
        traffic = new LaneTraffic(plan, outbound, inbound);
        rules = new LaneRules(traffic, config, control);
        clock = new LaneClock(context, traffic, this);
        exits = new LaneExits(context, traffic, clock, config);
        view = new LaneView(clock);
        outboundEntry = new LaneEntry(this, outboundTrucks);
        returnEntry = new LaneEntry(this, returnTrucks);
        outbound.entry = outboundEntry;
        inbound.entry = returnEntry;
        takeOver(plan);
        phase.looksAlways(this::update);
    }

    /** Makes the next pass look at the lane. */
    public void ask() {
        phase.ask();
    }

    /** The step of trucks that want to cross in a direction. */
    public Step entry(Direction direction) {
        return traffic.side(direction).entry;
    }

    /** Names the step behind the lane in a direction. */
    public void leadTo(Direction direction, Step step) {
        (direction == Direction.OUTBOUND ? outboundEntry : returnEntry).leadTo(step);
    }

    /** Runs before anything happens, once all steps are named. */
    public void begin() {
        FastPaths fastPaths = context.fastPaths();
        boolean leadsToRest = returnEntry.next() instanceof Rest behind && behind.isNeverZero();
        if (fastPaths.leavesUnheard(config, followsClockOnly, leadsToRest)) {
            returnTrucks.leaveUnheard((Rest) returnEntry.next());
        }
        vehicles.forEach(crossings -> crossings.leaveUnheard = fastPaths.vehiclesLeaveUnheard(config));
        observeClosure();
    }

    /** Takes on another plan, perhaps with another bridge; a new control starts in its initial state. */
    public void apply(LanePlan next, boolean controlChanged) {
        clock.caughtUp();
        config = next.config();
        if (controlChanged) {
            control = next.startControl();
        }
        takeOver(next);
        traffic.reviewQueues();
        observeClosure();
        phase.ask();
    }

    private void takeOver(LanePlan plan) {
        followsClockOnly = control.followsClockOnly();
        traffic.apply(plan, followsClockOnly);
        rules.apply(config, control);
        exits.apply(config);
        clock.apply(config, plan.shortestHeadwayNanos());
    }

    /** Adds the next stream of through traffic; call it before anything happens, in the order of the traffic. */
    public VehicleCrossings addVehicles(Direction direction) {
        VehicleCrossings added =
                new VehicleCrossings(context, recorder, this, traffic.side(direction), vehicles.size(), streams);
        vehicles.add(added);
        return added;
    }

    /** Joins the queue before the bridge, behind all others, and draws its speed. */
    void join(Crossings kind, RoadUser user) {
        comeToPresent();
        user.joinedAt = traffic.now;
        kind.drawSpeed(user, config);
        boolean isFirst = traffic.join(kind.side, user);
        kind.joined(user);
        if (isFirst || !followsClockOnly) {
            // Otherwise the reason that holds the first in line still holds.
            phase.ask();
        } else if (kind.side.trucksWaiting == 1) {
            // The first truck behind vehicles, whose entry nothing outside the lane would have noticed.
            clock.setEvent();
        }
    }

    /** Replays missed changes before the present instant; the pass of the instant handles a change at the instant itself. */
    public void catchUp() {
        clock.caughtUp();
    }

    /** Catches up, and lets a truck whose exit falls on the present instant leave. */
    private void comeToPresent() {
        clock.caughtUp();
        if (clock.isExitDue() && leaveUnheard()) {
            phase.ask();
        }
    }

    /**
     * Phases 7 and 8: the control turns, a truck enters. After an entry the instant begins again from the first phase, so that ends and
     * arrivals at the same instant come before the control's next decision.
     */
    private void update(boolean asked) {
        if (!asked && !clock.isChangeDue()) {
            return;
        }
        comeToPresent();
        if (turnOrEnter()) {
            phase.ask();
        } else {
            clock.setEvent();
        }
    }

    @Override
    public boolean turnOrEnter() {
        control.decide(traffic);
        if (tryEnter(traffic.outbound) || tryEnter(traffic.inbound)) {
            return true;
        }
        clock.sleepUntil(rules.nextChange());
        return false;
    }

    private boolean tryEnter(LaneSide side) {
        RoadUser first = side.queue.first();
        if (first == null) {
            return false;
        }
        HoldReason reason = rules.blocker(side, first);
        if (reason == null) {
            enter(side, side.queue.poll());
            return true;
        }
        if (reason != side.reason) {
            TruckState before = side.held();
            side.reason = reason;
            states.move(traffic.now, before, side.held(), side.trucksWaiting);
        }
        return false;
    }

    private void enter(LaneSide side, RoadUser user) {
        long now = traffic.now;
        Crossings kind = kind(side, user);
        traffic.enter(side, user);
        boolean turned = traffic.hasServedOpposite(side) && !traffic.twoLanes();
        kind.entered(user, turned, now);
        if (turned) {
            context.observers().turned(side.direction);
        }
        kind.reachedEntry(user, now);
        traffic.entered(side, user);
        exits.schedule(kind, user);
        control.entered(traffic, side.direction);
    }

    private Crossings kind(LaneSide side, RoadUser user) {
        if (user instanceof Vehicle vehicle) {
            return vehicle.crossings;
        }
        return side == traffic.outbound ? outboundTrucks : returnTrucks;
    }

    /**
     * Phase 1: an activity on the lane has ended. Returns whether the truck or vehicle leaves the bridge, rather than stopping or driving
     * on.
     */
    boolean ended(Crossings kind, RoadUser user) {
        Breakdown breakdown = user.breakdown;
        if (breakdown == null) {
            left(kind, user);
            return true;
        }
        clock.caughtUp();
        if (breakdown.begun) {
            kind.side.standing--;
            user.breakdown = null;
            kind.droveOn(user, breakdown);
            kind.scheduleEnd(user, user.dueNanos);
        } else {
            kind.side.standing++;
            breakdown.begun = true;
            kind.stopped(user, breakdown, breakdown.metres / lengthAtStart);
            kind.scheduleEnd(user, breakdown.endNanos);
        }
        phase.ask();
        return false;
    }

    private void left(Crossings kind, RoadUser user) {
        comeToPresent();
        LaneSide side = kind.side;
        kind.leaves();
        leave(kind, user);
        if (!followsClockOnly || traffic.isAnyoneHeldByTraffic()) {
            phase.ask();
        } else if (!side.isAnyExitHeard()) {
            clock.setEvent();
        }
    }

    @Override
    public boolean leaveUnheard() {
        leaveUnheard(traffic.outbound);
        leaveUnheard(traffic.inbound);
        clock.nextExitIs(Math.min(traffic.outbound.nextExit(), traffic.inbound.nextExit()));
        return !followsClockOnly || traffic.isAnyoneHeldByTraffic();
    }

    private void leaveUnheard(LaneSide side) {
        while (side.nextExit() == traffic.now) {
            RoadUser user = side.leaving.poll();
            Crossings kind = kind(side, user);
            kind.leavesUnheard(traffic.now);
            leave(kind, user);
        }
    }

    private void leave(Crossings kind, RoadUser user) {
        traffic.leave(kind.side, user);
        kind.left(user, traffic.now);
    }

    @Override
    public void awake() {
        comeToPresent();
        if (clock.isWakeUpDue()) {
            observeClosure();
            phase.ask();
        } else {
            clock.setEvent();
        }
    }

    private void observeClosure() {
        if (closed != traffic.isClosed()) {
            closed = !closed;
            context.observers().closureChanged(closed);
        }
    }

    /** The lane and its queues; each look makes the lane catch up. */
    public LaneState state() {
        return view;
    }

    /** Number of trucks in each state, after a catch-up. */
    public StateTimes states() {
        clock.caughtUp();
        return states;
    }

    /** The record of the run, after a catch-up. */
    public Recorder recorder() {
        clock.caughtUp();
        return recorder;
    }

    /** Trucks waiting to enter in a direction, whatever they weigh. */
    public int waiting(Direction direction) {
        return clock.caughtUp().side(direction).trucksWaiting;
    }

    /** Vehicles waiting to enter in a direction. */
    public int vehiclesWaiting(Direction direction) {
        LaneSide side = clock.caughtUp().side(direction);
        return side.queue.length() - side.trucksWaiting;
    }

    /** Whether a truck on the lane leaves at some time without an event of its own, or a vehicle's activity there ends. */
    public boolean isAnyoneLeaving() {
        clock.caughtUp();
        return clock.isAnyoneLeaving() || vehicles.stream().anyMatch(VehicleCrossings::isAnyMoving);
    }

    /** Whether the first in line may enter at some time if nothing else moves and the world stays as it is. */
    public boolean mayEnterLater(Direction direction) {
        return rules.mayEnterLater(clock.caughtUp().side(direction), clock.wakes());
    }

    /** The reason that holds a queue, in words. */
    public String heldBy(Direction direction) {
        LaneSide side = clock.caughtUp().side(direction);
        RoadUser first = side.queue.first();
        if (side.tooHeavy && first != null) {
            return "the first weighs " + Mass.toTonnes(first.grossMass(direction)) + " t, the bridge bears "
                    + Mass.toTonnes(traffic.maxTruckMass()) + " t";
        }
        return switch (side.reason) {
            case CONTROL -> "the control does not give them the lane";
            case BREAKDOWN -> (vehicles.isEmpty() ? "a truck" : "one") + " that does not drive on stands on it";
            case CLEARING, LIMIT -> "a crossing does not end";
            default -> "held by " + side.reason.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Since when the whole present queue has waited, and for its present reason. */
    public long heldSince(Direction direction) {
        LaneSide side = clock.caughtUp().side(direction);
        return Math.max(side.queue.lastJoinedAt(), side.tooHeavy ? side.tooHeavySince : 0);
    }
}
