package org.bridgeconvoy.bridge.control;

import org.bridgeconvoy.calendar.OpeningsCursor;

/**
 * The greens of {@link GreensControl}. The lane is with one direction. After a turn the new direction's green begins once the bridge is
 * empty and the clearance has passed. Closing time or a closure ends the green; the next opening begins a new green in the same direction.
 */
final class Greens {

    private final OpeningsCursor hours;
    private Direction direction = Direction.OUTBOUND;

    /** Whether the lane is still clearing after a turn. */
    private boolean clearing;

    /** Whether the run has had no green yet: the first one counts from the opening, even from an opening before the start. */
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

    /** Ends the green at closing time; begins one once its conditions hold. */
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
        return lane.twoLanes()
                || lane.isEmpty()
                        && (lane.emptiedAt() == Long.MIN_VALUE
                                || lane.now() - lane.emptiedAt() >= lane.clearanceNanos());
    }
}
