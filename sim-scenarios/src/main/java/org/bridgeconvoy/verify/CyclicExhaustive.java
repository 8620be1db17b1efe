package org.bridgeconvoy.verify;

import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * A control for the lane that theory knows: a side is served until its queue is empty, keeps the lane for a while after its last
 * entry, and then the lane turns, also when nobody waits anywhere. This is cyclic polling with exhaustive service.
 *
 * @param holdNanos how long the lane is kept after an entry, the service time of polling
 * @param turnNanos from the end of a service to the other side's green, the switch-over time of polling
 */
record CyclicExhaustive(long holdNanos, long turnNanos) implements ControlRule {

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        return Plan.anytime(() -> new Control(this));
    }

    private static final class Control implements DirectionControl {

        private final CyclicExhaustive rule;
        private Direction direction = Direction.OUTBOUND;

        /** When the green began, or will. */
        private long green;

        /** Until when the last entry of this green keeps the lane. */
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
