package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * The bridge in one run: the two queues before it, who is on it, and the rules by which a truck may enter (headway,
 * clearance, limits, closures, breakdowns, and what the control gives).
 */
final class Lane implements LaneState {

    private static final long NEVER = Long.MIN_VALUE;

    private final BridgeRun run;
    private final Side outbound;
    private final Side inbound;
    private final Event wake = sim -> awake();

    private BridgeConfig config;
    private DirectionControl control;
    private OpeningsCursor closures;
    private long maxMass;

    private @Nullable Direction lastServed;
    private long emptiedAt = NEVER;
    private long wakeHandle;
    private long wakeAt = Long.MAX_VALUE;

    /** As observers know it. */
    private boolean closed;

    Lane(BridgeRun run, LanePlan plan, Streams streams) {
        this.run = run;
        outbound = new Side(Direction.OUTBOUND, Stage.OUTBOUND, streams);
        inbound = new Side(Direction.RETURN, Stage.RETURN, streams);
        config = plan.config();
        control = plan.control().start();
        closures = new OpeningsCursor(plan.closures());
        maxMass = Mass.ofTonnes(config.maxMassTonnes());
    }

    /** Takes on another plan: another bridge from now on; a new control starts afresh. */
    void apply(LanePlan plan, boolean controlChanged) {
        config = plan.config();
        closures = new OpeningsCursor(plan.closures());
        maxMass = Mass.ofTonnes(config.maxMassTonnes());
        if (controlChanged) {
            control = plan.control().start();
        }
        observeClosure();
        run.laneChanged();
    }

    /** One direction. */
    private final class Side {

        final Direction direction;
        final Stage stage;
        final TruckQueue queue = new TruckQueue();
        final RandomStream speeds;
        final RandomStream breakdowns;
        final TripTime queued;
        final TripTime enter;
        final TripTime exit;
        final TruckState crossing;

        Cause cause = Cause.CONTROL;
        long waitingSince = Long.MAX_VALUE;
        long lastEntry = NEVER;
        long lastExit = NEVER;
        int lastConvoy;
        int onLane;
        long mass;

        /** Trucks of this direction that stand broken down. */
        int standing;

        Side(Direction direction, Stage stage, Streams streams) {
            this.direction = direction;
            this.stage = stage;
            speeds = streams.stream("speed." + direction.label());
            breakdowns = streams.stream("breakdowns." + direction.label());
            queued = TripTime.valueOf(stage.name() + "_QUEUED");
            enter = TripTime.valueOf(stage.name() + "_ENTER");
            exit = TripTime.valueOf(stage.name() + "_EXIT");
            crossing = TruckState.valueOf(stage.name());
        }

        Distribution speed() {
            return direction == Direction.OUTBOUND ? config.loadedSpeed() : config.emptySpeed();
        }
    }

    private Side side(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }

    /** A truck joins the queue before the bridge; its speed is drawn. */
    void join(Direction direction, Truck truck) {
        Side side = side(direction);
        truck.joinedAt = run.now();
        truck.direction = direction;
        truck.crossingNanos =
                Math.max(1, Nanos.ofSeconds(config.lengthMetres() / side.speed().sample(side.speeds)));
        if (side.queue.length() == 0) {
            side.waitingSince = run.now();
        }
        side.queue.add(truck);
        run.states().enter(side.cause.state(direction));
        run.recorder().queue(side.stage, 1);
        run.reached(truck, side.queued);
        run.laneChanged();
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

    private boolean tryEnter(Side side) {
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
            run.states().move(side.cause.state(side.direction), cause.state(side.direction), side.queue.length());
            side.cause = cause;
        }
        return false;
    }

    /** What holds the first in line, the first that applies; null if it may enter now. */
    private @Nullable Cause blocker(Side side, Truck first) {
        long now = run.now();
        if (isClosed()) {
            return Cause.CLOSURE;
        }
        if (side.standing + (twoLanes() ? 0 : opposite(side).standing) > 0) {
            return Cause.BREAKDOWN;
        }
        if (!control.gives(this, side.direction, first.crossingNanos)) {
            return Cause.CONTROL;
        }
        if (!twoLanes() && lastServed == side.direction.opposite() && !isCleared(now)) {
            return Cause.CLEARING;
        }
        if (side.lastEntry != NEVER && now - side.lastEntry < config.headwayNanos()) {
            return Cause.HEADWAY;
        }
        return isWithinLimits(side, first) ? null : Cause.LIMIT;
    }

    private boolean isCleared(long now) {
        return isEmpty() && now - emptiedAt >= config.clearanceNanos();
    }

    private boolean isWithinLimits(Side side, Truck first) {
        int trucks = side.onLane + (twoLanes() ? 0 : opposite(side).onLane);
        if (trucks >= config.maxTrucks()) {
            return false;
        }
        long mass = side.mass + (twoLanes() ? 0 : opposite(side).mass);
        return maxMass == Mass.UNLIMITED || mass + run.grossMass(first, side.direction) <= maxMass;
    }

    private Side opposite(Side side) {
        return side == outbound ? inbound : outbound;
    }

    private void enter(Side side, Truck truck) {
        long now = run.now();
        side.waitingSince = side.queue.length() == 0 ? Long.MAX_VALUE : side.waitingSince;
        side.mass += run.grossMass(truck, side.direction);
        side.onLane++;
        run.states().move(side.cause.state(side.direction), side.crossing);
        run.recorder().queue(side.stage, -1);
        run.recorder().began(side.stage, truck.joinedAt);
        boolean turned = lastServed == side.direction.opposite();
        run.recorder().entered(side.direction, side.onLane, turned);
        if (turned && !twoLanes()) {
            run.observeTurn(side.direction);
        }
        run.reached(truck, side.enter);
        side.lastEntry = now;
        side.lastConvoy = truck.convoy;
        lastServed = side.direction;
        scheduleCrossing(side, truck);
        control.entered(this, side.direction);
    }

    private void scheduleCrossing(Side side, Truck truck) {
        long now = run.now();
        long free = truck.crossingNanos;
        Breakdowns rule = config.breakdowns();
        long standing = 0;
        if (rule != null && side.breakdowns.nextDouble() < rule.probability()) {
            long stopAfter = (long) Math.floor(side.breakdowns.nextDouble() * free + 0.5);
            standing = Nanos.ofSeconds(rule.repairSeconds().sample(side.breakdowns));
            truck.activity = Truck.Activity.CROSSING_UNTIL_STOP;
            truck.driveOnAt = now + stopAfter + standing;
            truck.stopMetres = config.lengthMetres() * stopAfter / free;
            run.scheduleEnd(truck, stopAfter);
        }
        long exit = now + free + standing;
        if (side.lastExit != NEVER) {
            exit = Math.max(exit, side.lastExit + config.headwayNanos());
        }
        side.lastExit = exit;
        truck.dueNanos = exit;
        if (truck.activity != Truck.Activity.CROSSING_UNTIL_STOP) {
            truck.activity = Truck.Activity.CROSSING;
            run.scheduleEnd(truck, exit - now);
        }
    }

    /** Phase 1: a truck breaks down on the lane. */
    void stopped(Direction direction, Truck truck) {
        side(direction).standing++;
        run.brokeDown(direction, truck);
        truck.activity = Truck.Activity.STANDING;
        run.observeBreakdown(truck, direction, truck.stopMetres, true);
        run.scheduleEnd(truck, truck.driveOnAt - run.now());
        run.laneChanged();
    }

    /** Phase 1: it drives on. */
    void droveOn(Direction direction, Truck truck) {
        side(direction).standing--;
        truck.activity = Truck.Activity.CROSSING;
        run.observeBreakdown(truck, direction, truck.stopMetres, false);
        run.scheduleEnd(truck, truck.dueNanos - run.now());
        run.laneChanged();
    }

    /** Phase 1: a truck leaves the bridge. */
    void left(Direction direction, Truck truck) {
        Side side = side(direction);
        side.onLane--;
        side.mass -= run.grossMass(truck, direction);
        if (isEmpty()) {
            emptiedAt = run.now();
        }
        run.states().leave(side.crossing);
        run.recorder().left(direction, side.onLane);
        run.reached(truck, side.exit);
        if (outbound.queue.length() + inbound.queue.length() > 0 || !control.followsClockOnly()) {
            run.laneChanged();
        }
    }

    /** Sets the alarm to the next instant at which something changes by itself. */
    private void sleep() {
        long now = run.now();
        long next = Long.MAX_VALUE;
        if (outbound.queue.length() + inbound.queue.length() > 0) {
            next = Math.min(nextFor(outbound, now), nextFor(inbound, now));
        }
        next = Math.min(next, control.nextChange(this));
        if (next <= now) {
            throw new IllegalStateException(
                    "the control's next change must come after " + now + " ns, got " + next + " ns");
        }
        wakeAt(config.closures().isEmpty() ? next : Math.min(next, closures.nextChange(now)));
    }

    private long nextFor(Side side, long now) {
        if (side.queue.length() == 0) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE;
        if (side.lastEntry != NEVER && side.lastEntry + config.headwayNanos() > now) {
            next = side.lastEntry + config.headwayNanos();
        }
        if (!twoLanes() && lastServed == side.direction.opposite() && isEmpty()) {
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
            run.cancel(wakeHandle);
            wakeHandle = 0;
        } else if (!run.sim().rescheduleAt(wakeHandle, time)) {
            wakeHandle = run.sim().scheduleAt(time, Priorities.WAKE, wake);
        }
    }

    private void awake() {
        wakeHandle = 0;
        wakeAt = Long.MAX_VALUE;
        observeClosure();
        run.laneChanged();
    }

    /** Before anything happens. */
    void begin() {
        observeClosure();
    }

    private void observeClosure() {
        if (closed != isClosed()) {
            closed = !closed;
            run.observeClosure(closed);
        }
    }

    @Override
    public long now() {
        return run.now();
    }

    @Override
    public boolean twoLanes() {
        return config.lanes() == 2;
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
        return first == null ? 0 : first.crossingNanos;
    }

    @Override
    public boolean isConvoyEntering(Direction direction) {
        Side side = side(direction);
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
        return !config.closures().isEmpty() && closures.isOpen(run.now());
    }
}
