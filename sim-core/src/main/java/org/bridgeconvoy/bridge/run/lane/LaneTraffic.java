package org.bridgeconvoy.bridge.run.lane;

import java.util.List;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.plan.LanePlan;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.jspecify.annotations.Nullable;

/**
 * The trucks and vehicles on the lane and in its queues in one run, at the lane's own time, which may lag behind the run's. This class
 * decides nothing and replays nothing; code outside the lane gets it from {@link LaneClock#caughtUp}.
 */
final class LaneTraffic implements LaneState {

    private static final long NEVER = LaneSide.NEVER;

    final LaneSide outbound;
    final LaneSide inbound;

    private LanePlan plan;
    private BridgeConfig config;
    private OpeningsCursor closures;
    private boolean twoLanes;
    private boolean hasClosures;
    private boolean followsClockOnly;

    /** The most that one truck may weigh: the limit per truck, or the limit for the whole lane if that is lower. */
    private long maxTruckMass;

    private @Nullable Direction lastServed;
    private long emptiedAt = NEVER;

    /** The lane's own time. */
    long now;

    LaneTraffic(LanePlan plan, LaneSide outbound, LaneSide inbound) {
        this.outbound = outbound;
        this.inbound = inbound;
        this.plan = plan;
        config = plan.config();
        closures = new OpeningsCursor(plan.closures());
    }

    /** Takes on a plan; {@code clockOnly} tells whether its control follows the clock alone. */
    void apply(LanePlan next, boolean clockOnly) {
        plan = next;
        config = plan.config();
        closures = new OpeningsCursor(plan.closures());
        twoLanes = config.lanes() == 2;
        hasClosures = !config.closures().isEmpty();
        followsClockOnly = clockOnly;
        maxTruckMass = Math.min(Mass.ofTonnes(config.maxMassTonnes()), Mass.ofTonnes(config.maxTruckMassTonnes()));
    }

    /** Measures and weighs the queues by the bridge of the moment: whoever waits crosses that. */
    void reviewQueues() {
        for (LaneSide side : List.of(outbound, inbound)) {
            for (RoadUser user = side.queue.first(); user != null; user = side.queue.behind(user)) {
                Crossings.measure(user, config);
            }
            weighFirst(side);
        }
    }

    LaneSide side(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }

    LaneSide opposite(LaneSide side) {
        return side == outbound ? inbound : outbound;
    }

    boolean isAnyoneWaiting() {
        return outbound.queue.length() + inbound.queue.length() > 0;
    }

    /** Whether the last truck that entered went the other way. */
    boolean hasServedOpposite(LaneSide side) {
        return lastServed == side.direction.opposite();
    }

    long maxTruckMass() {
        return maxTruckMass;
    }

    /** When a closure begins or ends next. */
    long nextClosureChange() {
        return hasClosures ? closures.nextChange(now) : Long.MAX_VALUE;
    }

    /** Adds a truck or vehicle at the end of a side's queue. Returns whether it is the first. */
    boolean join(LaneSide side, RoadUser user) {
        boolean isFirst = side.queue.length() == 0;
        side.queue.add(user);
        if (isFirst) {
            weighFirst(side);
        }
        return isFirst;
    }

    /** The first in line has changed: finds out whether it is too heavy for the bridge as it is now, or waits for the lane. */
    void weighFirst(LaneSide side) {
        RoadUser first = side.queue.first();
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

    /** Puts a truck or vehicle that has left its queue on the lane. */
    void enter(LaneSide side, RoadUser user) {
        weighFirst(side);
        user.grossMilligrams = user.grossMass(side.direction);
        side.mass += user.grossMilligrams;
        side.onLane++;
    }

    /** Completes an entry: later entries are measured from this one. */
    void entered(LaneSide side, RoadUser user) {
        side.lastEntry = now;
        side.lastConvoy = user.convoy;
        lastServed = side.direction;
    }

    /** Takes a truck or vehicle off the lane. */
    void leave(LaneSide side, RoadUser user) {
        side.onLane--;
        side.mass -= user.grossMilligrams;
        if (isEmpty()) {
            emptiedAt = now;
        }
    }

    /** Whether the first in some queue waits for others to leave the lane. */
    boolean isAnyoneHeldByTraffic() {
        return isHeldByTraffic(outbound) || isHeldByTraffic(inbound);
    }

    private static boolean isHeldByTraffic(LaneSide side) {
        return side.queue.length() > 0 && (side.reason == HoldReason.CLEARING || side.reason == HoldReason.LIMIT);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public boolean twoLanes() {
        return twoLanes;
    }

    @Override
    public int queueLength(Direction direction) {
        LaneSide side = side(direction);
        // A control that follows the clock alone never turns for it, but the reason that holds the first in line
        // changes.
        return side.tooHeavy && !followsClockOnly ? 0 : side.queue.length();
    }

    @Override
    public long waitingSince(Direction direction) {
        return side(direction).waitingSince;
    }

    @Override
    public long firstCrossingNanos(Direction direction) {
        RoadUser first = side(direction).queue.first();
        return first == null ? 0 : first.nextNanos;
    }

    @Override
    public boolean isConvoyEntering(Direction direction) {
        LaneSide side = side(direction);
        RoadUser first = side.queue.first();
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
