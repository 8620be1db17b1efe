package org.bridgeconvoy.bridge.control;

import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;

/** Gives the lane by greens; a turn rule ends a green if the other side waits. */
final class GreensControl implements DirectionControl {

    private final Greens greens;
    private final TurnRule rule;

    private GreensControl(Greens greens, TurnRule rule) {
        this.greens = greens;
        this.rule = rule;
    }

    /** The plan that all runs of a world share: a control by greens while the hours are open. */
    static ControlRule.Plan plan(Hours hours, WorkCalendar calendar, long horizonNanos, TurnRule rule) {
        Openings openings = calendar.openings(hours, horizonNanos);
        return ControlRule.Plan.during(
                openings, () -> new GreensControl(new Greens(new OpeningsCursor(openings)), rule));
    }

    @Override
    public void decide(LaneState lane) {
        greens.update(lane);
        if (isAwaited(lane) && !lane.isConvoyEntering(greens.direction()) && rule.isDue(lane, greens)) {
            greens.turn(lane);
        }
    }

    /** Whether there is a green and the other side waits. */
    private boolean isAwaited(LaneState lane) {
        return greens.isGreen() && lane.queueLength(greens.direction().opposite()) > 0;
    }

    @Override
    public boolean gives(LaneState lane, Direction direction, long crossingNanos) {
        return greens.gives(lane, direction);
    }

    @Override
    public long nextChange(LaneState lane) {
        long next = greens.nextChange(lane);
        return isAwaited(lane) ? Math.min(next, rule.nextChange(lane, greens)) : next;
    }

    @Override
    public void entered(LaneState lane, Direction direction) {
        greens.entered();
    }
}
