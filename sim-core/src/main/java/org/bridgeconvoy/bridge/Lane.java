package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The bridge in one run: the two queues before it, who is on it, and the rules by which a truck may enter (headway,
 * clearance, limits, closures, breakdowns, and what the control gives).
 */
final class Lane implements LaneState {

    private static final long NEVER = LaneSide.NEVER;

    private final BridgeRun run;
    private final Simulation sim;
    private final StateTimes states;
    private final LaneSide outbound;
    private final LaneSide inbound;
    private final Event wake = s -> awake();

    private BridgeConfig config;
    private DirectionControl control;
    private OpeningsCursor closures;

    // What the rules ask for at every entry, out of the configuration.
    private boolean twoLanes;
    private boolean hasClosures;
    private boolean followsClockOnly;
    private long headway;
    private long maxMass;

    private @Nullable Direction lastServed;
    private long emptiedAt = NEVER;
    private long wakeHandle;
    private long wakeAt = Long.MAX_VALUE;

    /** As observers know it. */
    private boolean closed;

    Lane(BridgeRun run, LanePlan plan, LaneSide outbound, LaneSide inbound) {
        this.run = run;
        sim = run.sim();
        states = run.states();
        this.outbound = outbound;
        this.inbound = inbound;
        config = plan.config();
        control = plan.control().start();
        closures = new OpeningsCursor(plan.closures());
        takeOver();
    }

    /** Draws the free-flow time over the bridge of the next truck in a direction. */
    long drawCrossing(LaneSide side) {
        Distribution speed = side == outbound ? config.loadedSpeed() : config.emptySpeed();
        return Math.max(1, Nanos.ofSeconds(config.lengthMetres() / speed.sample(side.speeds)));
    }

    /** Takes on another plan: another bridge from now on; a new control starts afresh. */
    void apply(LanePlan plan, boolean controlChanged) {
        config = plan.config();
        closures = new OpeningsCursor(plan.closures());
        if (controlChanged) {
            control = plan.control().start();
        }
        takeOver();
        observeClosure();
        run.laneChanged();
    }

    private void takeOver() {
        twoLanes = config.lanes() == 2;
        hasClosures = !config.closures().isEmpty();
        followsClockOnly = control.followsClockOnly();
        headway = config.headwayNanos();
        maxMass = Mass.ofTonnes(config.maxMassTonnes());
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
        truck.joinedAt = sim.now();
        truck.nextNanos = side.crossings.next();
        boolean isFirst = side.queue.length() == 0;
        if (isFirst) {
            side.waitingSince = sim.now();
        }
        side.queue.add(truck);
        states.enter(side.held());
        side.record.joined();
        run.reached(truck, side.queued);
        if (isFirst || !followsClockOnly) {
            // Else the first in line stays held by what holds it.
            run.laneChanged();
        }
    }

    /**
     * Phases 7 and 8: the control turns, a truck enters. After an entry the instant goes on from the top, so that what ends or
     * arrives at the same instant comes before the control's next decision.
     *
     * @return whether a truck entered
     */
    boolean update() {
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
        Cause cause = blocker(side, first);
        if (cause == null) {
            enter(side, side.queue.poll());
            return true;
        }
        if (cause != side.cause) {
            TruckState before = side.held();
            side.cause = cause;
            states.move(before, side.held(), side.queue.length());
        }
        return false;
    }

    /** What holds the first in line, the first that applies; null if it may enter now. */
    private @Nullable Cause blocker(LaneSide side, Truck first) {
        long now = sim.now();
        if (isClosed()) {
            return Cause.CLOSURE;
        }
        if (side.standing + (twoLanes ? 0 : opposite(side).standing) > 0) {
            return Cause.BREAKDOWN;
        }
        if (!control.gives(this, side.direction, first.nextNanos)) {
            return Cause.CONTROL;
        }
        if (!twoLanes && lastServed == side.direction.opposite() && !isCleared(now)) {
            return Cause.CLEARING;
        }
        if (side.lastEntry != NEVER && now - side.lastEntry < headway) {
            return Cause.HEADWAY;
        }
        return isWithinLimits(side, first) ? null : Cause.LIMIT;
    }

    private boolean isCleared(long now) {
        return isEmpty() && now - emptiedAt >= config.clearanceNanos();
    }

    private boolean isWithinLimits(LaneSide side, Truck first) {
        int trucks = side.onLane + (twoLanes ? 0 : opposite(side).onLane);
        if (trucks >= config.maxTrucks()) {
            return false;
        }
        long mass = side.mass + (twoLanes ? 0 : opposite(side).mass);
        return maxMass == Mass.UNLIMITED || mass + run.fleet().grossMass(first, side.direction) <= maxMass;
    }

    private void enter(LaneSide side, Truck truck) {
        side.waitingSince = side.queue.length() == 0 ? Long.MAX_VALUE : side.waitingSince;
        side.mass += run.fleet().grossMass(truck, side.direction);
        side.onLane++;
        states.move(side.held(), side.crossing);
        side.record.began(truck.joinedAt);
        boolean turned = lastServed == side.direction.opposite();
        run.recorder().entered(side.direction, side.onLane, turned);
        if (turned && !twoLanes) {
            run.observers().turned(side.direction);
        }
        run.reached(truck, side.enter);
        side.lastEntry = sim.now();
        side.lastConvoy = truck.convoy;
        lastServed = side.direction;
        scheduleCrossing(side, truck);
        control.entered(this, side.direction);
    }

    private void scheduleCrossing(LaneSide side, Truck truck) {
        long now = sim.now();
        long free = truck.nextNanos;
        truck.nextNanos = -1;
        Breakdowns rule = config.breakdowns();
        long standing = 0;
        if (rule != null && side.breakdowns.nextDouble() < rule.probability()) {
            long stopAfter = (long) Math.floor(side.breakdowns.nextDouble() * free + 0.5);
            standing = Nanos.ofSeconds(rule.repairSeconds().sample(side.breakdowns));
            truck.stop = new Stop(config.lengthMetres() * stopAfter / free, now + stopAfter + standing);
            run.scheduleEnd(truck, side, stopAfter);
        }
        long exit = now + free + standing;
        if (side.lastExit != NEVER) {
            exit = Math.max(exit, side.lastExit + headway);
        }
        side.lastExit = exit;
        truck.dueNanos = exit;
        if (truck.stop == null) {
            run.scheduleEnd(truck, side, exit - now);
        }
    }

    /** Phase 1: a truck breaks down on the lane. */
    void stopped(LaneSide side, Truck truck, Stop stop) {
        side.standing++;
        stop.begun = true;
        run.brokeDown(side.direction, truck, stop);
        run.scheduleEnd(truck, side, stop.endNanos - sim.now());
        run.laneChanged();
    }

    /** Phase 1: it drives on. */
    void droveOn(LaneSide side, Truck truck, Stop stop) {
        side.standing--;
        truck.stop = null;
        run.observers().droveOn(truck, side.direction, stop.metres);
        run.scheduleEnd(truck, side, truck.dueNanos - sim.now());
        run.laneChanged();
    }

    /** Phase 1: a truck leaves the bridge. */
    void left(LaneSide side, Truck truck) {
        side.onLane--;
        side.mass -= run.fleet().grossMass(truck, side.direction);
        if (isEmpty()) {
            emptiedAt = sim.now();
        }
        states.leave(side.crossing);
        run.recorder().left(side.direction, side.onLane);
        run.reached(truck, side.exit);
        if (!followsClockOnly || isHeldByTraffic(outbound) || isHeldByTraffic(inbound)) {
            run.laneChanged();
        }
    }

    /** Whether somebody waits for others to leave the lane. */
    private static boolean isHeldByTraffic(LaneSide side) {
        return side.queue.length() > 0 && (side.cause == Cause.CLEARING || side.cause == Cause.LIMIT);
    }

    /** Sets the alarm to the next instant at which something changes by itself. */
    private void sleep() {
        long now = sim.now();
        long next = Long.MAX_VALUE;
        if (isAnyoneWaiting()) {
            next = Math.min(nextFor(outbound, now), nextFor(inbound, now));
        }
        next = Math.min(next, control.nextChange(this));
        if (next <= now) {
            throw new IllegalStateException(
                    "the control's next change must come after " + now + " ns, got " + next + " ns");
        }
        wakeAt(hasClosures ? Math.min(next, closures.nextChange(now)) : next);
    }

    private long nextFor(LaneSide side, long now) {
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

    private void wakeAt(long time) {
        if (time == wakeAt) {
            return;
        }
        wakeAt = time;
        if (time == Long.MAX_VALUE) {
            sim.cancel(wakeHandle);
            wakeHandle = 0;
        } else if (!sim.rescheduleAt(wakeHandle, time)) {
            wakeHandle = sim.scheduleAt(time, Priorities.WAKE, wake);
        }
    }

    private void awake() {
        wakeHandle = 0;
        wakeAt = Long.MAX_VALUE;
        observeClosure();
        run.laneChanged();
        run.settle();
    }

    /** Before anything happens. */
    void begin() {
        observeClosure();
    }

    private void observeClosure() {
        if (closed != isClosed()) {
            closed = !closed;
            run.observers().closureChanged(closed);
        }
    }

    @Override
    public long now() {
        return sim.now();
    }

    @Override
    public boolean twoLanes() {
        return twoLanes;
    }

    @Override
    public int queueLength(Direction direction) {
        return side(direction).queue.length();
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
                && first.convoy != 0
                && first.convoy == side.lastConvoy
                && run.yard(direction).isExclusive();
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
        return hasClosures && closures.isOpen(sim.now());
    }
}
