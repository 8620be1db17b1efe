package org.bridgeconvoy.verify;

import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * Control of the lane as cyclic polling with exhaustive service, a queueing system whose mean wait is known. The green side is served until
 * its queue is empty. Then the lane turns, even if no truck waits on either side: the server of a polling system never stops.
 *
 * @param holdNanos how long one entry keeps the lane, ns: the service time of the polling system
 * @param turnNanos from the end of a service to the other side's green, ns: the switch-over time of the polling system
 */
record CyclicExhaustive(long holdNanos, long turnNanos) implements ControlRule {

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        return Plan.anytime(() -> new Control(this));
    }

    /** State of the control in one run: whose green it is, and until when the lane is in use. */
    private static final class Control implements DirectionControl {

        private final CyclicExhaustive rule;
        private Direction direction = Direction.OUTBOUND;

        /** Start of the present green; in the future while the lane turns. */
        private long green;

        /** End of the last service in this green; the start of the green before the first entry. */
        private long heldUntil;

        Control(CyclicExhaustive rule) {
            this.rule = rule;
        }

        @Override
        public void decide(LaneState lane) {
            long now = lane.now();
            if (now >= green && now >= heldUntil && lane.queueLength(direction) == 0) {
                direction = direction.opposite();
                green = now + rule.turnNanos();
                heldUntil = green;
            }
        }

        @Override
        public boolean gives(LaneState lane, Direction asked, long crossingNanos) {
            return asked == direction && lane.now() >= green;
        }

        @Override
        public long nextChange(LaneState lane) {
            if (lane.now() < green) {
                return green;
            }
            return heldUntil > lane.now() ? heldUntil : Long.MAX_VALUE;
        }

        @Override
        public void entered(LaneState lane, Direction entering) {
            heldUntil = lane.now() + rule.holdNanos();
        }
    }
}
