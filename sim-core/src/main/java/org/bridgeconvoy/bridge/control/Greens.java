package org.bridgeconvoy.bridge.control;

import org.bridgeconvoy.calendar.OpeningsCursor;

/**
 * The greens of {@link GreensControl}: the lane is with one direction; after a turn its green
 * begins once the bridge is empty and the clearance has passed; closing time or a closure ends it, and at the opening a
 * new one begins in the same direction.
 */
final class Greens {

    private final OpeningsCursor hours;
    private Direction direction = Direction.OUTBOUND;

    /** Waiting for the lane to clear after a turn. */
    private boolean clearing;

    /** The first green of the run began with the opening, also with one before the start. */
    private boolean isFirst = true;

    private boolean green;
    private long began;
    private int entries;

    Greens(OpeningsCursor hours) {
        this.hours = hours;
    }

    Direction direction() {
        return direction;
    }

    boolean isGreen() {
        return green;
    }

    long began() {
        return began;
    }

    /** Entries of the present green. */
    int entries() {
        return entries;
    }

    void entered() {
        entries++;
    }

    boolean gives(LaneState lane, Direction asked) {
        return asked == direction && hours.isOpen(lane.now());
    }

    /** Ends the green at closing time, begins one when its conditions hold. */
    void update(LaneState lane) {
        long now = lane.now();
        if (lane.isClosed() || !hours.isOpen(now)) {
            green = false;
            return;
        }
        if (!green && (!clearing || isCleared(lane))) {
            green = true;
            clearing = false;
            began = isFirst ? beginOfOpening(now) : now;
            isFirst = false;
            entries = 0;
        }
    }

    private long beginOfOpening(long now) {
        long opening = hours.opening(now);
        return now > 0 || opening == Long.MIN_VALUE ? now : opening;
    }

    void turn(LaneState lane) {
        direction = direction.opposite();
        green = false;
        clearing = !lane.twoLanes();
        update(lane);
    }

    /** The next time at which the hours change or the lane is clear. */
    long nextChange(LaneState lane) {
        long now = lane.now();
        long next = hours.nextChange(now);
        if (clearing && lane.isEmpty()) {
            long cleared = lane.emptiedAt() + lane.clearanceNanos();
            return cleared > now ? Math.min(next, cleared) : next;
        }
        return next;
    }

    private static boolean isCleared(LaneState lane) {
        return lane.isEmpty()
                && (lane.emptiedAt() == Long.MIN_VALUE || lane.now() - lane.emptiedAt() >= lane.clearanceNanos());
    }
}
