package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.jspecify.annotations.Nullable;

/**
 * The rules of entry to the lane: why the first in line may not enter, and when that may change without an event. Reading them changes
 * nothing.
 */
final class LaneRules {

    private static final long NEVER = LaneSide.NEVER;

    private final LaneTraffic traffic;
    private BridgeConfig config;
    private DirectionControl control;
    private boolean twoLanes;
    private long headway;
    private long maxMass;

    LaneRules(LaneTraffic traffic, BridgeConfig config, DirectionControl control) {
        this.traffic = traffic;
        this.config = config;
        this.control = control;
        apply(config, control);
    }

    void apply(BridgeConfig changed, DirectionControl asked) {
        config = changed;
        control = asked;
        twoLanes = config.lanes() == 2;
        headway = config.headwayNanos();
        maxMass = Mass.ofTonnes(config.maxMassTonnes());
    }

    /** The first reason that holds the first in line; null if it may enter now. */
    @Nullable
    HoldReason blocker(LaneSide side, RoadUser first) {
        if (traffic.isClosed()) {
            return HoldReason.CLOSURE;
        }
        if (side.standing + (twoLanes ? 0 : traffic.opposite(side).standing) > 0) {
            return HoldReason.BREAKDOWN;
        }
        if (!control.gives(traffic, side.direction, first.nextNanos)) {
            return HoldReason.CONTROL;
        }
        if (!twoLanes && !isClearFor(side)) {
            return HoldReason.CLEARING;
        }
        if (side.lastEntry != NEVER && traffic.now - side.lastEntry < first.headwayNanos(headway)) {
            return HoldReason.HEADWAY;
        }
        return isWithinLimits(side, first) ? null : HoldReason.LIMIT;
    }

    /** Where two lanes have become one, the other direction may be on the lane though this one entered last. */
    private boolean isClearFor(LaneSide side) {
        return traffic.opposite(side).onLane == 0 && (!traffic.hasServedOpposite(side) || isCleared());
    }

    private boolean isCleared() {
        return traffic.isEmpty() && traffic.now - traffic.emptiedAt() >= config.clearanceNanos();
    }

    private boolean isWithinLimits(LaneSide side, RoadUser first) {
        if (side.tooHeavy) {
            return false;
        }
        int onLane = side.onLane + (twoLanes ? 0 : traffic.opposite(side).onLane);
        if (onLane >= config.maxTrucks()) {
            return false;
        }
        long mass = side.mass + (twoLanes ? 0 : traffic.opposite(side).mass);
        return maxMass == Mass.UNLIMITED || mass + first.grossMass(side.direction) <= maxMass;
    }

    /** Time of the next change without an event: the lane's next wake-up, at the latest. */
    long nextChange() {
        long next = Long.MAX_VALUE;
        if (traffic.isAnyoneWaiting()) {
            next = Math.min(nextFor(traffic.outbound), nextFor(traffic.inbound));
        }
        next = Math.min(next, control.nextChange(traffic));
        long now = traffic.now;
        if (next <= now) {
            throw new IllegalStateException(
                    "the control's next change must come after " + now + " ns, got " + next + " ns from " + control);
        }
        return Math.min(next, traffic.nextClosureChange());
    }

    private long nextFor(LaneSide side) {
        RoadUser first = side.queue.first();
        if (first == null) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE;
        if (side.lastEntry != NEVER) {
            long passed = side.lastEntry + first.headwayNanos(headway);
            next = passed > traffic.now ? passed : next;
        }
        if (!twoLanes && traffic.hasServedOpposite(side) && traffic.isEmpty()) {
            long cleared = traffic.emptiedAt() + config.clearanceNanos();
            if (cleared > traffic.now) {
                next = Math.min(next, cleared);
            }
        }
        return next;
    }

    /** Whether the first in line may enter at some time if nothing else moves and the world stays as it is. */
    boolean mayEnterLater(LaneSide side, boolean wakes) {
        if (side.tooHeavy) {
            return false;
        }
        if (side.reason == HoldReason.CONTROL && side.lastEntry == NEVER && isOwnControl()) {
            return false;
        }
        return side.reason != HoldReason.BREAKDOWN && side.reason != HoldReason.LIMIT && wakes;
    }

    private boolean isOwnControl() {
        return !config.control().getClass().getName().startsWith("org.bridgeconvoy.bridge.control.");
    }
}
