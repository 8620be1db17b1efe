package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.reference.OpenHours.Opening;

/** "Entry is allowed within the direction's hours; with clear, only if its free-flow crossing also ends within them." */
final class TimetableControl implements Control {

    private final Timetable rule;
    private final OpenHours outbound;
    private final OpenHours inbound;
    private final Lane lane;

    TimetableControl(Timetable rule, WorldNow world, Lane lane) {
        this.rule = rule;
        this.lane = lane;
        outbound = world.bridgeHours(rule.outbound());
        inbound = world.bridgeHours(rule.inbound());
    }

    private OpenHours hours(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }

    @Override
    public boolean turn(long now) {
        return false;
    }

    @Override
    public boolean gives(Direction direction, long crossing, long now) {
        OpenHours hours = hours(direction);
        if (!hours.isOpen(now)) {
            return false;
        }
        Opening opening = hours.at(now);
        return rule.lastEntry() == LastEntry.ENTER || Time.after(now, crossing) <= opening.to();
    }

    @Override
    public long next(long now) {
        long next = Math.min(outbound.nextChange(now), inbound.nextChange(now));
        for (Direction direction : Direction.values()) {
            // The first instant at which the first in line is too late to clear.
            OpenHours hours = hours(direction);
            if (hours.isOpen(now) && lane.hasQueue(direction)) {
                long tooLate = hours.at(now).to() - lane.freeFlow(lane.first(direction)) + 1;
                next = tooLate > now ? Math.min(next, tooLate) : next;
            }
        }
        return next;
    }

    @Override
    public void entered(Direction direction) {
        // The clock alone decides.
    }

    @Override
    public void change(WorldNow world) {
        // Closures are no part of the hours of a timetable.
    }
}
