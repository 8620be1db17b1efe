package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Hours;

/**
 * What {@code actuated} and {@code batches} share. "The first green is outbound's. After a turn, the green begins once the lane is
 * empty and clearance has passed; closing time or a closure of the bridge ends it, and at the opening a new one begins in the same
 * direction."
 */
abstract class GreensControl implements Control {

    final Lane lane;
    private final Hours hours;
    private OpenHours openings;

    Direction direction = Direction.OUTBOUND;

    /** Whether the green has begun and has not been ended by closing time or a closure. */
    private boolean isGreen;

    /** The lane has turned and its green has not begun yet. */
    private boolean isTurning;

    /** When the green began. */
    long began;

    /** Entries of this green. */
    int entries;

    GreensControl(Hours hours, WorldNow world, Lane lane) {
        this.hours = hours;
        this.lane = lane;
        openings = open(world);
    }

    /** "Openings of actuated and batches: hours minus closures." (The guide, 16) */
    private OpenHours open(WorldNow world) {
        return world.bridgeHours(hours).without(world.bridge().closures());
    }

    /** Whether the rule wants the lane to turn, the other side having someone waiting. */
    abstract boolean wantsToTurn(long now);

    @Override
    public boolean turn(long now) {
        if (!openings.isOpen(now)) {
            boolean ended = isGreen;
            isGreen = false;
            return ended;
        }
        boolean changed = beginGreen(now);
        // "only if the other has someone waiting"; exclusive: "does not turn between the entries of one convoy"
        if (isGreen && lane.isWaiting(direction.opposite()) && !lane.isConvoyEntering(direction) && wantsToTurn(now)) {
            direction = direction.opposite();
            isGreen = false;
            isTurning = true;
            beginGreen(now);
            return true;
        }
        return changed;
    }

    private boolean beginGreen(long now) {
        if (isGreen || (isTurning && !lane.isClear(now))) {
            return false;
        }
        isGreen = true;
        isTurning = false;
        entries = 0;
        began = now;
        if (now == 0) {
            // "Hours that began before the start count from their own opening; what has always been open counts from
            // the start."
            long opening = openings.at(now).from();
            began = opening == Long.MIN_VALUE ? 0 : opening;
        }
        return true;
    }

    /** "Between turn and green the lane is given to the new direction." (The guide, 23) */
    @Override
    public boolean gives(Direction asked, long crossing, long now) {
        return openings.isOpen(now) && asked == direction;
    }

    @Override
    public boolean mayGive(Direction asked, long crossing, long now) {
        return openings.isOpen(now);
    }

    @Override
    public long next(long now) {
        return openings.nextChange(now);
    }

    @Override
    public void entered(Direction entered) {
        entries++;
    }

    @Override
    public void change(WorldNow world) {
        openings = open(world);
    }
}
