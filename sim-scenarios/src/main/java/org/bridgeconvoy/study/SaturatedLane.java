package org.bridgeconvoy.study;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.jspecify.annotations.Nullable;

/**
 * One deterministic run of a saturated lane: trucks always wait on both sides, all trucks of a direction are alike. The rules of the bridge
 * hold (clearance, headway, limits, closures, control); breakdowns, convoys and randomness are left out. The run needs nothing of a world
 * but the bridge, so it takes a small part of a replication's time.
 */
final class SaturatedLane implements LaneState {

    /** Length of each queue as the control sees it: more than any rule asks for, and small enough that the sum of two does not overflow. */
    private static final int QUEUE = 1_000_000;

    /** Instants after which the run gives up: a lane that changes more often would take longer than the study itself. */
    private static final long MOST_CHANGES = 200_000_000L;

    /** Time of something that has not happened yet. */
    private static final long NEVER = Long.MIN_VALUE;

    private final ConvoyConfig first;
    private final MeanTruck truck;
    private final Side outbound = new Side(Direction.OUTBOUND);
    private final Side inbound = new Side(Direction.RETURN);

    private BridgeConfig bridge;
    private DirectionControl control;
    private OpeningsCursor closures;
    private long now;
    private long emptiedAt = NEVER;
    private @Nullable Direction lastServed;

    /** One direction: its mean truck in the present world, and its trucks on the lane. */
    private static final class Side {

        final Direction direction;
        final LaneQueue lane = new LaneQueue();
        long crossing;
        long mass;
        int most;
        long lastEntry = NEVER;
        long lastExit = NEVER;
        long passed;

        Side(Direction direction) {
            this.direction = direction;
        }
    }

    private SaturatedLane(ConvoyConfig first, MeanTruck truck) {
        this.first = first;
        this.truck = truck;
        bridge = first.bridge();
        control = bridge.control()
                .plan(first.bridgeCalendar(), first.horizonNanos())
                .start();
        closures = closures(bridge);
        takeOver(first);
    }

    /**
     * Number of trucks that leave the lane in the measured window, outbound first.
     *
     * @return -1 for both if the lane changes too often, see {@link #MOST_CHANGES}
     */
    static long[] passed(ConvoyConfig config, MeanTruck truck) {
        SaturatedLane lane = new SaturatedLane(config, truck);
        return lane.run() ? new long[] {lane.outbound.passed, lane.inbound.passed} : new long[] {-1, -1};
    }

    /** Runs to the horizon; false if it gave up. */
    private boolean run() {
        long changes = 0;
        for (ConvoyConfig.Change change : first.changes()) {
            changes = runBefore(Math.min(change.atNanos(), first.horizonNanos()), changes);
            if (now < first.horizonNanos() && changes < MOST_CHANGES) {
                apply(change.world());
            }
        }
        return runBefore(first.horizonNanos(), changes) < MOST_CHANGES;
    }

    /** Handles every instant before {@code end}. Returns the number of instants so far, {@code before} included. */
    private long runBefore(long end, long before) {
        long changes = before;
        while (now < end && changes++ < MOST_CHANGES) {
            leave(outbound);
            leave(inbound);
            do {
                control.decide(this);
            } while (tryEnter(outbound) || tryEnter(inbound));
            now = Math.min(end, nextChange());
        }
        return changes;
    }

    /** Replaces the world. Trucks on the lane keep their exits, an unchanged control keeps its state. */
    private void apply(ConvoyConfig world) {
        boolean otherControl = !world.bridge().control().equals(bridge.control());
        bridge = world.bridge();
        if (otherControl) {
            control = bridge.control()
                    .plan(world.bridgeCalendar(), world.horizonNanos())
                    .start();
        }
        closures = closures(bridge);
        takeOver(world);
    }

    private void takeOver(ConvoyConfig world) {
        for (Side side : new Side[] {outbound, inbound}) {
            side.crossing = truck.crossingNanos(world, side.direction);
            side.mass = truck.massMilligrams(world, side.direction);
            side.most = truck.mostOnLane(world, side.direction);
        }
    }

    private static OpeningsCursor closures(BridgeConfig bridge) {
        return new OpeningsCursor(Openings.of(
                bridge.closures().stream().mapToLong(Closure::fromNanos).toArray(),
                bridge.closures().stream().mapToLong(Closure::toNanos).toArray()));
    }

    /** Lets the trucks leave whose exit is due. */
    private void leave(Side side) {
        while (side.lane.count() > 0 && side.lane.firstExit() == now) {
            side.lane.poll();
            side.passed += now >= first.warmUpNanos() ? 1 : 0;
            if (isEmpty()) {
                emptiedAt = now;
            }
        }
    }

    /** Lets a truck enter if it may. It leaves no sooner than a headway behind the truck in front. */
    private boolean tryEnter(Side side) {
        if (!mayEnter(side)) {
            return false;
        }
        long exit = now + side.crossing;
        if (side.lastExit != NEVER) {
            exit = Math.max(exit, side.lastExit + bridge.headwayNanos());
        }
        side.lastExit = exit;
        side.lastEntry = now;
        lastServed = side.direction;
        side.lane.add(exit, side.mass);
        control.entered(this, side.direction);
        return true;
    }

    private boolean mayEnter(Side side) {
        return !isClosed()
                && control.gives(this, side.direction, side.crossing)
                && (twoLanes() || lastServed != side.direction.opposite() || isCleared())
                && (side.lastEntry == NEVER || now - side.lastEntry >= bridge.headwayNanos())
                && isWithinLimits(side);
    }

    private boolean isCleared() {
        return isEmpty() && now - emptiedAt >= bridge.clearanceNanos();
    }

    private boolean isWithinLimits(Side side) {
        int count = twoLanes() ? side.lane.count() : outbound.lane.count() + inbound.lane.count();
        long mass = twoLanes() ? side.lane.mass() : outbound.lane.mass() + inbound.lane.mass();
        return count < bridge.maxTrucks()
                && side.lane.count() < side.most
                && mass + side.mass <= MeanTruck.milligrams(bridge.maxMassTonnes());
    }

    /** The next instant at which anything can change. */
    private long nextChange() {
        long next = Math.min(control.nextChange(this), closures.nextChange(now));
        next = Math.min(next, Math.min(nextFor(outbound), nextFor(inbound)));
        if (!twoLanes() && isEmpty() && emptiedAt != NEVER && emptiedAt + bridge.clearanceNanos() > now) {
            next = Math.min(next, emptiedAt + bridge.clearanceNanos());
        }
        if (next <= now) {
            throw new IllegalStateException(
                    "the control's next change must come after " + now + " ns, got " + next + " ns");
        }
        return next;
    }

    /** The next exit of a side, or the end of its headway if that comes first. */
    private long nextFor(Side side) {
        long next = side.lane.count() > 0 ? side.lane.firstExit() : Long.MAX_VALUE;
        long headway = side.lastEntry == NEVER ? NEVER : side.lastEntry + bridge.headwayNanos();
        return headway > now ? Math.min(next, headway) : next;
    }

    private Side side(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public boolean twoLanes() {
        return bridge.lanes() == 2;
    }

    @Override
    public int queueLength(Direction direction) {
        return QUEUE;
    }

    @Override
    public long waitingSince(Direction direction) {
        return 0;
    }

    @Override
    public long firstCrossingNanos(Direction direction) {
        return side(direction).crossing;
    }

    @Override
    public boolean isConvoyEntering(Direction direction) {
        return false;
    }

    @Override
    public int trucksOnLane(Direction direction) {
        return side(direction).lane.count();
    }

    @Override
    public boolean isEmpty() {
        return outbound.lane.count() + inbound.lane.count() == 0;
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
        return bridge.clearanceNanos();
    }

    @Override
    public long headwayNanos() {
        return bridge.headwayNanos();
    }

    @Override
    public boolean isClosed() {
        return closures.isOpen(now);
    }
}
