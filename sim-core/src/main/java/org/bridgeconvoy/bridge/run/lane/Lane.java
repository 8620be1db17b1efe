package org.bridgeconvoy.bridge.run.lane;

import java.util.Locale;
import org.bridgeconvoy.bridge.TruckState;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.StateTimes;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.plan.LanePlan;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/**
 * The bridge in one run: the two queues before it, who is on it, and the rules by which a truck may enter (headway,
 * clearance, limits, closures, breakdowns, and what the control gives).
 *
 * <p>Between the events that concern it the lane changes by its alarms alone: a headway is over, the hours begin, it is too late to
 * clear. What an alarm does is heard of by nobody before a truck that it lets in can leave the bridge. So the lane has a clock of
 * its own, which may be behind the run's: it makes up for the alarms that are past before anything else happens on it or is
 * looked at ({@link #catchUp}), and the engine fires an event for an alarm only if nothing else would come in time.
 */
public final class Lane implements LaneState {

    private static final long NEVER = LaneSide.NEVER;

    private final RunContext context;
    private final Phase phase;
    private final Recorder recorder;
    private final FastPaths fastPaths;
    private final Simulation sim;
    private final StateTimes states;
    private final LaneSide outbound;
    private final LaneSide inbound;
    private final Event wake = s -> awake();

    private LanePlan plan;
    private BridgeConfig config;
    private DirectionControl control;
    private OpeningsCursor closures;

    // What the rules ask for at every entry, out of the configuration.
    private boolean twoLanes;
    private boolean hasClosures;
    private boolean followsClockOnly;
    private long headway;
    private long maxMass;

    /** The most that one truck may weigh: its own limit, or what the lane bears at once. */
    private long maxTruckMass;

    /** Breakdowns tell where they are as a share of this. */
    private final double lengthAtStart;

    /** Where trucks come that leave without an event; null if none may. */
    private @Nullable Rest rest;

    private @Nullable Direction lastServed;
    private long emptiedAt = NEVER;

    /** How far the lane has come. */
    private long now;

    /** The next alarm. */
    private long wakeAt = Long.MAX_VALUE;

    /** When the next truck leaves that has no event for it. */
    private long nextExit = Long.MAX_VALUE;

    /** The event by which the lane makes up for its alarms at the latest. */
    private long wakeHandle;

    private long ringsAt = Long.MAX_VALUE;

    /** As observers know it. */
    private boolean closed;

    /** The lane of the world at the start; its phases are the turn of the control and the entry of a truck. */
    public Lane(RunContext context, Phase phase, Recorder recorder, Streams streams) {
        this.context = context;
        this.phase = phase;
        this.recorder = recorder;
        sim = context.sim();
        states = context.states();
        fastPaths = context.fastPaths();
        outbound = new LaneSide(this, context, recorder.waits(Stage.OUTBOUND), Stage.OUTBOUND, streams);
        inbound = new LaneSide(this, context, recorder.waits(Stage.RETURN), Stage.RETURN, streams);
        plan = context.world().plan().lane();
        config = plan.config();
        lengthAtStart = config.lengthMetres();
        control = plan.startControl();
        closures = new OpeningsCursor(plan.closures());
        takeOver();
        phase.looksAlways(this::update);
    }

    /** The next pass must look at the lane. */
    public void ask() {
        phase.ask();
    }

    /** Where trucks come that want to cross in a direction. */
    public Step entry(Direction direction) {
        return side(direction);
    }

    /** Names the step behind the lane in a direction. */
    public void leadTo(Direction direction, Step step) {
        side(direction).leadTo(step);
    }

    /** Before anything happens: all steps are named. */
    public void begin() {
        rest = inbound.next() instanceof Rest behind && behind.isNeverZero() ? behind : null;
        inbound.leaveUnheard = fastPaths.leavesUnheard(config, followsClockOnly, rest != null);
        observeClosure();
    }

    /** Draws the free-flow time over the bridge of the next truck in a direction. */
    private long drawCrossing(LaneSide side) {
        Distribution speed = side == outbound ? config.loadedSpeed() : config.emptySpeed();
        return Math.max(1, Nanos.delayOfSeconds(config.lengthMetres() / side.speeds.next(speed)));
    }

    /** Takes on another plan: another bridge from now on; a new control starts afresh. */
    public void apply(LanePlan next, boolean controlChanged) {
        catchUp();
        plan = next;
        config = plan.config();
        closures = new OpeningsCursor(plan.closures());
        if (controlChanged) {
            control = plan.startControl();
        }
        takeOver();
        weighFirst(outbound);
        weighFirst(inbound);
        observeClosure();
        phase.ask();
    }

    private void takeOver() {
        twoLanes = config.lanes() == 2;
        hasClosures = !config.closures().isEmpty();
        followsClockOnly = control.followsClockOnly();
        headway = config.headwayNanos();
        maxMass = Mass.ofTonnes(config.maxMassTonnes());
        maxTruckMass = Math.min(maxMass, Mass.ofTonnes(config.maxTruckMassTonnes()));
    }

    private LaneSide side(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }

    private LaneSide opposite(LaneSide side) {
        return side == outbound ? inbound : outbound;
    }

    private boolean isAnyoneWaiting() {
        return outbound.queue.length() + inbound.queue.length() > 0;
    }

    /** A truck joins the queue before the bridge; its speed is drawn. */
    void join(LaneSide side, Truck truck) {
        comeToPresent();
        truck.joinedAt = now;
        truck.nextNanos = drawCrossing(side);
        boolean isFirst = side.queue.length() == 0;
        side.queue.add(truck);
        if (isFirst) {
            weighFirst(side);
        }
        states.enter(side.held());
        side.record.joined();
        context.reached(truck, side.queued);
        if (isFirst || !followsClockOnly) {
            // Else the first in line stays held by what holds it.
            phase.ask();
        }
    }

    /** Somebody else is first in line: too heavy for the bridge as it is now, or waiting for the lane. */
    private void weighFirst(LaneSide side) {
        Truck first = side.queue.first();
        boolean before = side.tooHeavy;
        side.tooHeavy =
                first != null && maxTruckMass != Mass.UNLIMITED && first.grossMass(side.direction) > maxTruckMass;
        side.tooHeavySince = before ? side.tooHeavySince : now;
        if (first == null || side.tooHeavy) {
            side.waitingSince = Long.MAX_VALUE;
        } else if (side.waitingSince == Long.MAX_VALUE) {
            side.waitingSince = now;
        }
    }

    /** Makes up for what happened on the lane before the present instant; an alarm at the instant itself is for its pass. */
    public void catchUp() {
        long present = sim.now();
        if (nextChange() < present) {
            makeUp(present);
            setEvent();
        }
        now = present;
    }

    /** Likewise, and lets who leaves at the present instant leave. */
    private void comeToPresent() {
        catchUp();
        if (nextExit == now && leaveUnheard()) {
            phase.ask();
        }
    }

    private void makeUp(long present) {
        while (nextChange() < present) {
            now = nextChange();
            boolean changed = wakeAt == now;
            if (nextExit == now) {
                changed |= leaveUnheard();
            }
            while (changed) {
                // All that happened elsewhere at that instant was before.
                changed = turnOrEnter();
            }
        }
    }

    /** When the lane changes next without an event. */
    private long nextChange() {
        return Math.min(wakeAt, nextExit);
    }

    /**
     * Phases 7 and 8: the control turns, a truck enters. After an entry the instant goes on from the top, so that what ends or
     * arrives at the same instant comes before the control's next decision.
     */
    private void update(boolean asked) {
        if (!asked && nextChange() != sim.now()) {
            return;
        }
        comeToPresent();
        if (turnOrEnter()) {
            phase.ask();
        } else {
            setEvent();
        }
    }

    private boolean turnOrEnter() {
        control.decide(this);
        if (tryEnter(outbound) || tryEnter(inbound)) {
            return true;
        }
        sleep();
        return false;
    }

    private boolean tryEnter(LaneSide side) {
        Truck first = side.queue.first();
        if (first == null) {
            return false;
        }
        HoldReason reason = blocker(side, first);
        if (reason == null) {
            enter(side, side.queue.poll());
            return true;
        }
        if (reason != side.reason) {
            TruckState before = side.held();
            side.reason = reason;
            states.move(now, before, side.held(), side.queue.length());
        }
        return false;
    }

    /** What holds the first in line, the first that applies; null if it may enter now. */
    private @Nullable HoldReason blocker(LaneSide side, Truck first) {
        if (isClosed()) {
            return HoldReason.CLOSURE;
        }
        if (side.standing + (twoLanes ? 0 : opposite(side).standing) > 0) {
            return HoldReason.BREAKDOWN;
        }
        if (!control.gives(this, side.direction, first.nextNanos)) {
            return HoldReason.CONTROL;
        }
        if (!twoLanes && lastServed == side.direction.opposite() && !isCleared()) {
            return HoldReason.CLEARING;
        }
        if (side.lastEntry != NEVER && now - side.lastEntry < headway) {
            return HoldReason.HEADWAY;
        }
        return isWithinLimits(side, first) ? null : HoldReason.LIMIT;
    }

    private boolean isCleared() {
        return isEmpty() && now - emptiedAt >= config.clearanceNanos();
    }

    private boolean isWithinLimits(LaneSide side, Truck first) {
        if (side.tooHeavy) {
            return false;
        }
        int trucks = side.onLane + (twoLanes ? 0 : opposite(side).onLane);
        if (trucks >= config.maxTrucks()) {
            return false;
        }
        long mass = side.mass + (twoLanes ? 0 : opposite(side).mass);
        return maxMass == Mass.UNLIMITED || mass + first.grossMass(side.direction) <= maxMass;
    }

    private void enter(LaneSide side, Truck truck) {
        weighFirst(side);
        truck.grossMilligrams = truck.grossMass(side.direction);
        side.mass += truck.grossMilligrams;
        side.onLane++;
        states.move(now, side.held(), side.crossing, 1);
        side.record.began(truck.joinedAt, now);
        boolean turned = lastServed == side.direction.opposite();
        recorder.entered(side.direction, side.onLane, turned, now);
        if (turned && !twoLanes) {
            context.observers().turned(side.direction);
        }
        context.reached(truck, side.enter, now);
        side.lastEntry = now;
        side.lastConvoy = truck.convoy;
        lastServed = side.direction;
        scheduleCrossing(side, truck);
        control.entered(this, side.direction);
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
                    config.lengthMetres() * stopAfter / free, Nanos.after(Nanos.after(now, stopAfter), standing));
            context.scheduleEndAt(truck, side, Nanos.after(now, stopAfter));
        }
        long exit = Nanos.after(Nanos.after(now, free), standing);
        if (side.lastExit != NEVER) {
            exit = Math.max(exit, Nanos.after(side.lastExit, headway));
        }
        side.lastExit = exit;
        truck.dueNanos = exit;
        Rest behind = rest;
        if (side.leaveUnheard && behind != null) {
            nextExit = Math.min(nextExit, exit);
            side.leaving.add(truck);
            behind.expect(truck, exit);
        } else if (truck.breakdown == null) {
            context.scheduleEndAt(truck, side, exit);
        }
    }

    /** Phase 1: a truck breaks down on the lane. */
    void stopped(LaneSide side, Truck truck, Breakdown breakdown) {
        catchUp();
        side.standing++;
        breakdown.begun = true;
        context.brokeDown(truck, side.direction, breakdown, breakdown.metres / lengthAtStart);
        context.scheduleEndAt(truck, side, breakdown.endNanos);
        phase.ask();
    }

    /** Phase 1: it drives on. */
    void droveOn(LaneSide side, Truck truck, Breakdown breakdown) {
        catchUp();
        side.standing--;
        truck.breakdown = null;
        context.observers().droveOn(truck, side.direction, breakdown.metres);
        context.scheduleEndAt(truck, side, truck.dueNanos);
        phase.ask();
    }

    /** Phase 1: a truck leaves the bridge. */
    void left(LaneSide side, Truck truck) {
        comeToPresent();
        states.leave(side.crossing);
        leave(side, truck);
        if (!followsClockOnly || isAnyoneHeldByTraffic()) {
            phase.ask();
        } else if (side.onLane == 0) {
            setEvent();
        }
    }

    /** The next of those that leave without an event does so; whether somebody waited for that. */
    private boolean leaveUnheard() {
        Truck truck = inbound.leaving.poll();
        Truck next = inbound.leaving.first();
        nextExit = next == null ? Long.MAX_VALUE : next.dueNanos;
        states.move(now, inbound.crossing, TruckState.REST, 1);
        leave(inbound, truck);
        return isAnyoneHeldByTraffic();
    }

    private void leave(LaneSide side, Truck truck) {
        side.onLane--;
        side.mass -= truck.grossMilligrams;
        if (isEmpty()) {
            emptiedAt = now;
        }
        recorder.left(side.direction, side.onLane, now);
        context.reached(truck, side.exit, now);
    }

    private boolean isAnyoneHeldByTraffic() {
        return isHeldByTraffic(outbound) || isHeldByTraffic(inbound);
    }

    /** Whether somebody waits for others to leave the lane. */
    private static boolean isHeldByTraffic(LaneSide side) {
        return side.queue.length() > 0 && (side.reason == HoldReason.CLEARING || side.reason == HoldReason.LIMIT);
    }

    /** Sets the alarm to the next instant at which something changes by itself. */
    private void sleep() {
        long next = Long.MAX_VALUE;
        if (isAnyoneWaiting()) {
            next = Math.min(nextFor(outbound), nextFor(inbound));
        }
        next = Math.min(next, control.nextChange(this));
        if (next <= now) {
            throw new IllegalStateException(
                    "the control's next change must come after " + now + " ns, got " + next + " ns from " + control);
        }
        wakeAt = hasClosures ? Math.min(next, closures.nextChange(now)) : next;
    }

    private long nextFor(LaneSide side) {
        if (side.queue.length() == 0) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE;
        if (side.lastEntry != NEVER && side.lastEntry + headway > now) {
            next = side.lastEntry + headway;
        }
        if (!twoLanes && lastServed == side.direction.opposite() && isEmpty()) {
            long cleared = emptiedAt + config.clearanceNanos();
            if (cleared > now) {
                next = Math.min(next, cleared);
            }
        }
        return next;
    }

    /** Sees to it that the engine fires an event in time for the alarm; one that comes too early does no harm. */
    private void setEvent() {
        long change = nextChange();
        long latest = Math.min(latestFor(outbound, change), latestFor(inbound, change));
        if (latest >= ringsAt) {
            return;
        }
        ringsAt = latest;
        if (!sim.rescheduleAt(wakeHandle, latest)) {
            wakeHandle = sim.scheduleAt(latest, Priorities.WAKE, wake);
        }
    }

    /** By when the lane must have made up for a change, so that a truck of this side that may then enter leaves in its turn. */
    private long latestFor(LaneSide side, long change) {
        if (!fastPaths.lane() || config.breakdowns() != null) {
            return change;
        }
        Truck first = side.queue.first();
        if (first == null || side.onLane > 0 && headway > 0 && !side.leaveUnheard) {
            // Nobody who could enter, or somebody who leaves before and is heard.
            return Long.MAX_VALUE;
        }
        return Math.max(change, Nanos.after(change, first.nextNanos) - 1);
    }

    private void awake() {
        wakeHandle = 0;
        ringsAt = Long.MAX_VALUE;
        comeToPresent();
        if (wakeAt == now) {
            observeClosure();
            phase.ask();
        } else {
            setEvent();
        }
        context.settle();
    }

    private void observeClosure() {
        if (closed != isClosed()) {
            closed = !closed;
            context.observers().closureChanged(closed);
        }
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public boolean twoLanes() {
        return twoLanes;
    }

    /** Trucks that wait to enter in a direction, whatever they weigh. */
    public int waiting(Direction direction) {
        return side(direction).queue.length();
    }

    /** Whether a truck on the lane leaves at some time without an event of its own. */
    public boolean isAnyoneLeaving() {
        return nextExit < Long.MAX_VALUE;
    }

    /** Whether the first in line may enter at some time, if no truck moves any more and the world stays as it is. */
    public boolean mayEnterLater(Direction direction) {
        LaneSide side = side(direction);
        if (side.tooHeavy) {
            return false;
        }
        if (side.reason == HoldReason.CONTROL && side.lastEntry == NEVER && isOwnControl()) {
            return false;
        }
        return side.reason != HoldReason.BREAKDOWN && side.reason != HoldReason.LIMIT && wakeAt < Long.MAX_VALUE;
    }

    private boolean isOwnControl() {
        return !config.control().getClass().getPackageName().equals(Direction.class.getPackageName());
    }

    /** What holds a queue, in words. */
    public String heldBy(Direction direction) {
        LaneSide side = side(direction);
        Truck first = side.queue.first();
        if (side.tooHeavy && first != null) {
            return "the first weighs " + Mass.toTonnes(first.grossMass(direction)) + " t, the bridge bears "
                    + Mass.toTonnes(maxTruckMass) + " t";
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
        LaneSide side = side(direction);
        return Math.max(side.queue.lastJoinedAt(), side.tooHeavy ? side.tooHeavySince : 0);
    }

    @Override
    public int queueLength(Direction direction) {
        LaneSide side = side(direction);
        // By the clock nothing turns, but what holds the first in line changes.
        return side.tooHeavy && !followsClockOnly ? 0 : side.queue.length();
    }

    @Override
    public long waitingSince(Direction direction) {
        return side(direction).waitingSince;
    }

    @Override
    public long firstCrossingNanos(Direction direction) {
        Truck first = side(direction).queue.first();
        return first == null ? 0 : first.nextNanos;
    }

    @Override
    public boolean isConvoyEntering(Direction direction) {
        LaneSide side = side(direction);
        Truck first = side.queue.first();
        return first != null
                && !side.tooHeavy
                && first.convoy != 0
                && first.convoy == side.lastConvoy
                && plan.isExclusive(direction);
    }

    @Override
    public int trucksOnLane(Direction direction) {
        return side(direction).onLane;
    }

    @Override
    public boolean isEmpty() {
        return outbound.onLane + inbound.onLane == 0;
    }

    @Override
    public long emptiedAt() {
        return emptiedAt;
    }

    @Override
    public long lastEntry(Direction direction) {
        return side(direction).lastEntry;
    }

    @Override
    public long clearanceNanos() {
        return config.clearanceNanos();
    }

    @Override
    public long headwayNanos() {
        return config.headwayNanos();
    }

    @Override
    public boolean isClosed() {
        return hasClosures && closures.isOpen(now);
    }
}
