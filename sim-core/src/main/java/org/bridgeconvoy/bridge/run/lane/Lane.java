package org.bridgeconvoy.bridge.run.lane;

import java.util.Locale;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.StateTimes;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.plan.LanePlan;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/**
 * The bridge in one run, and the one door to it: each method lets the {@link LaneClock} catch up before it reads or changes anything, so
 * that nobody else has to. The {@link LaneTraffic} behind it says who is on the lane, the {@link LaneRules} why a truck may not enter.
 */
public final class Lane implements LaneClock.Changes {

    private static final long NEVER = LaneSide.NEVER;

    private final RunContext context;
    private final Phase phase;
    private final Recorder recorder;
    private final StateTimes states;
    private final LaneTraffic traffic;
    private final LaneRules rules;
    private final LaneClock clock;
    private final LaneView view;
    private final LaneEntry outboundEntry;
    private final LaneEntry returnEntry;
    private BridgeConfig config;
    private DirectionControl control;
    private boolean followsClockOnly;

    /** Breakdowns tell where they are as a share of this. */
    private final double lengthAtStart;

    /** Where trucks come that leave without an event; null if none may. */
    private @Nullable Rest rest;

    /** As observers know it. */
    private boolean closed;

    /** The lane of the world at the start; its phases are the turn of the control and the entry of a truck. */
    public Lane(RunContext context, Phase phase, Recorder recorder, Streams streams) {
        this.context = context;
        this.phase = phase;
        this.recorder = recorder;
        states = context.states();
        LanePlan plan = context.world().plan().lane();
        LaneSide outbound = new LaneSide(context, recorder.waits(Stage.OUTBOUND), Stage.OUTBOUND, streams);
        LaneSide inbound = new LaneSide(context, recorder.waits(Stage.RETURN), Stage.RETURN, streams);
        config = plan.config();
        lengthAtStart = config.lengthMetres();
        control = plan.startControl();
        traffic = new LaneTraffic(plan, outbound, inbound);
        rules = new LaneRules(traffic, config, control);
        clock = new LaneClock(context, traffic, this);
        view = new LaneView(clock);
        outboundEntry = new LaneEntry(this, outbound);
        returnEntry = new LaneEntry(this, inbound);
        outbound.entry = outboundEntry;
        inbound.entry = returnEntry;
        takeOver(plan);
        phase.looksAlways(this::update);
    }

    /** The next pass must look at the lane. */
    public void ask() {
        phase.ask();
    }

    /** Where trucks come that want to cross in a direction. */
    public Step entry(Direction direction) {
        return traffic.side(direction).entry;
    }

    /** Names the step behind the lane in a direction. */
    public void leadTo(Direction direction, Step step) {
        (direction == Direction.OUTBOUND ? outboundEntry : returnEntry).leadTo(step);
    }

    /** Before anything happens: all steps are named. */
    public void begin() {
        rest = returnEntry.next() instanceof Rest behind && behind.isNeverZero() ? behind : null;
        traffic.inbound.leaveUnheard = context.fastPaths().leavesUnheard(config, followsClockOnly, rest != null);
        observeClosure();
    }

    /** Draws the free-flow time over the bridge of a truck that joins a queue. */
    private long drawCrossing(LaneSide side, Truck truck) {
        Distribution speed = truck.isLoaded(side.direction) ? config.loadedSpeed() : config.emptySpeed();
        return Math.max(1, Nanos.delayOfSeconds(config.lengthMetres() / side.speeds.next(speed)));
    }

    /** Takes on another plan: another bridge from now on; a new control starts afresh. */
    public void apply(LanePlan next, boolean controlChanged) {
        clock.caughtUp();
        config = next.config();
        if (controlChanged) {
            control = next.startControl();
        }
        takeOver(next);
        traffic.weighFirst(traffic.outbound);
        traffic.weighFirst(traffic.inbound);
        observeClosure();
        phase.ask();
    }

    private void takeOver(LanePlan plan) {
        followsClockOnly = control.followsClockOnly();
        traffic.apply(plan, followsClockOnly);
        rules.apply(config, control);
        clock.apply(config);
    }

    /** A truck joins the queue before the bridge; its speed is drawn. */
    void join(LaneSide side, Truck truck) {
        comeToPresent();
        truck.joinedAt = traffic.now;
        truck.nextNanos = drawCrossing(side, truck);
        boolean isFirst = traffic.join(side, truck);
        states.enter(side.held());
        side.record.joined();
        context.reached(truck, side.queued);
        if (isFirst || !followsClockOnly) {
            // Else the first in line stays held by what holds it.
            phase.ask();
        }
    }

    /** Replays what the lane has put off before the present instant; a change at the instant itself is for its pass. */
    public void catchUp() {
        clock.caughtUp();
    }

    /** Catches up, and lets a truck that leaves at the present instant leave. */
    private void comeToPresent() {
        clock.caughtUp();
        if (clock.isExitDue() && leaveUnheard()) {
            phase.ask();
        }
    }

    /**
     * Phases 7 and 8: the control turns, a truck enters. After an entry the instant goes on from the top, so that what ends or
     * arrives at the same instant comes before the control's next decision.
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
        Truck first = side.queue.first();
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
            states.move(traffic.now, before, side.held(), side.queue.length());
        }
        return false;
    }

    private void enter(LaneSide side, Truck truck) {
        long now = traffic.now;
        traffic.enter(side, truck);
        states.move(now, side.held(), side.crossing, 1);
        side.record.began(truck.joinedAt, now);
        boolean turned = traffic.hasServedOpposite(side);
        recorder.entered(side.direction, side.onLane, turned, now);
        if (turned && !traffic.twoLanes()) {
            context.observers().turned(side.direction);
        }
        context.reached(truck, side.enter, now);
        traffic.entered(side, truck);
        scheduleCrossing(side, truck);
        control.entered(traffic, side.direction);
    }

    private void scheduleCrossing(LaneSide side, Truck truck) {
        long free = truck.nextNanos;
        truck.nextNanos = -1;
        Breakdowns rule = config.breakdowns();
        long standing = 0;
        if (rule != null && side.breakdowns.nextDouble() < rule.probability()) {
            long stopAfter = (long) Math.floor(side.breakdowns.nextDouble() * free + 0.5);
            standing = Nanos.delayOfSeconds(rule.repairSeconds().sample(side.breakdowns));
            truck.breakdown = new Breakdown(
                    config.lengthMetres() * stopAfter / free,
                    Nanos.after(Nanos.after(traffic.now, stopAfter), standing));
            context.scheduleEndAt(truck, side.entry, Nanos.after(traffic.now, stopAfter));
        }
        long exit = Nanos.after(Nanos.after(traffic.now, free), standing);
        if (side.lastExit != NEVER) {
            exit = Math.max(exit, Nanos.after(side.lastExit, config.headwayNanos()));
        }
        side.lastExit = exit;
        truck.dueNanos = exit;
        Rest behind = rest;
        if (side.leaveUnheard && behind != null) {
            clock.expectExit(exit);
            side.leaving.add(truck);
            behind.expect(truck, exit);
        } else if (truck.breakdown == null) {
            context.scheduleEndAt(truck, side.entry, exit);
        }
    }

    /** Phase 1: a truck breaks down on the lane. */
    void stopped(LaneSide side, Truck truck, Breakdown breakdown) {
        clock.caughtUp();
        side.standing++;
        breakdown.begun = true;
        context.brokeDown(truck, side.direction, breakdown, breakdown.metres / lengthAtStart);
        context.scheduleEndAt(truck, side.entry, breakdown.endNanos);
        phase.ask();
    }

    /** Phase 1: it drives on. */
    void droveOn(LaneSide side, Truck truck, Breakdown breakdown) {
        clock.caughtUp();
        side.standing--;
        truck.breakdown = null;
        context.observers().droveOn(truck, side.direction, breakdown.metres);
        context.scheduleEndAt(truck, side.entry, truck.dueNanos);
        phase.ask();
    }

    /** Phase 1: a truck leaves the bridge. */
    void left(LaneSide side, Truck truck) {
        comeToPresent();
        states.leave(side.crossing);
        leave(side, truck);
        if (!followsClockOnly || traffic.isAnyoneHeldByTraffic()) {
            phase.ask();
        } else if (side.onLane == 0) {
            clock.setEvent();
        }
    }

    @Override
    public boolean leaveUnheard() {
        LaneSide inbound = traffic.inbound;
        Truck truck = inbound.leaving.poll();
        Truck next = inbound.leaving.first();
        clock.nextExitIs(next == null ? Long.MAX_VALUE : next.dueNanos);
        states.move(traffic.now, inbound.crossing, TruckState.REST, 1);
        leave(inbound, truck);
        return traffic.isAnyoneHeldByTraffic();
    }

    private void leave(LaneSide side, Truck truck) {
        traffic.leave(side, truck);
        recorder.left(side.direction, side.onLane, traffic.now);
        context.reached(truck, side.exit, traffic.now);
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
        context.settle();
    }

    private void observeClosure() {
        if (closed != traffic.isClosed()) {
            closed = !closed;
            context.observers().closureChanged(closed);
        }
    }

    /** The lane and its queues; each look catches up. */
    public LaneState state() {
        return view;
    }

    /** How many trucks are in each state, all that the lane has put off included. */
    public StateTimes states() {
        clock.caughtUp();
        return states;
    }

    /** The record of the run, all that the lane has put off included. */
    public Recorder recorder() {
        clock.caughtUp();
        return recorder;
    }

    /** Trucks that wait to enter in a direction, whatever they weigh. */
    public int waiting(Direction direction) {
        return clock.caughtUp().side(direction).queue.length();
    }

    /** Whether a truck on the lane leaves at some time without an event of its own. */
    public boolean isAnyoneLeaving() {
        clock.caughtUp();
        return clock.isAnyoneLeaving();
    }

    /** Whether the first in line may enter at some time, if no truck moves any more and the world stays as it is. */
    public boolean mayEnterLater(Direction direction) {
        return rules.mayEnterLater(clock.caughtUp().side(direction), clock.wakes());
    }

    /** What holds a queue, in words. */
    public String heldBy(Direction direction) {
        LaneSide side = clock.caughtUp().side(direction);
        Truck first = side.queue.first();
        if (side.tooHeavy && first != null) {
            return "the first weighs " + Mass.toTonnes(first.grossMass(direction)) + " t, the bridge bears "
                    + Mass.toTonnes(traffic.maxTruckMass()) + " t";
        }
        return switch (side.reason) {
            case CONTROL -> "the control does not give them the lane";
            case BREAKDOWN -> "a truck that does not drive on stands on it";
            case CLEARING, LIMIT -> "a crossing does not end";
            default -> "held by " + side.reason.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Since when all wait that wait now, and for what they wait now. */
    public long heldSince(Direction direction) {
        LaneSide side = clock.caughtUp().side(direction);
        return Math.max(side.queue.lastJoinedAt(), side.tooHeavy ? side.tooHeavySince : 0);
    }
}
