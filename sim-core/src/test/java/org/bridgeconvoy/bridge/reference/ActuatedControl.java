package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Direction;

/**
 * "The lane stays with a direction while its queue is not empty, at least min-green; it turns when that queue is empty, or when
 * max-green has passed since the green began or the other side began to wait, whichever is later."
 */
final class ActuatedControl extends GreensControl {

    private final Actuated rule;

    ActuatedControl(Actuated rule, WorldNow world, Lane lane) {
        super(rule.hours(), world, lane);
        this.rule = rule;
    }

    private long longestUntil() {
        return Time.after(Math.max(began, lane.waitingSince(direction.opposite())), rule.maxGreenNanos());
    }

    @Override
    boolean wantsToTurn(long now) {
        return now >= Time.after(began, rule.minGreenNanos()) && (isEmpty(direction, now) || now >= longestUntil());
    }

    /** "With extension: D a queue counts as empty only from D after the last entry from it into the lane." */
    private boolean isEmpty(Direction side, long now) {
        return !lane.isWaiting(side)
                && (!lane.hasEntered(side) || now >= Time.after(lane.lastEntry(side), rule.extensionNanos()));
    }

    @Override
    public long next(long now) {
        long next = super.next(now);
        long extended = lane.hasEntered(direction) ? Time.after(lane.lastEntry(direction), rule.extensionNanos()) : now;
        long longest = lane.isWaiting(direction.opposite()) ? longestUntil() : now;
        for (long at : new long[] {Time.after(began, rule.minGreenNanos()), longest, extended}) {
            next = at > now ? Math.min(next, at) : next;
        }
        return next;
    }
}
