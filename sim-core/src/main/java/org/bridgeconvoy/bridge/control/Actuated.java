package org.bridgeconvoy.bridge.control;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * The lane stays with a direction while its queue is not empty, at least {@code minGreenNanos}; it turns when that queue
 * is empty, or when {@code maxGreenNanos} has passed since the green began or the other side began to wait, whichever is
 * later; and only if the other has someone waiting. The first green is outbound's.
 *
 * @param minGreenNanos the least length of a green, at least 0
 * @param maxGreenNanos the greatest while the other side waits, at least {@link #SHORTEST_GREEN_NANOS} and not below the least
 * @param hours when trucks may enter, on the origin's clock
 */
public record Actuated(long minGreenNanos, long maxGreenNanos, Hours hours) implements ControlRule {

    /** Checks the range. */
    public Actuated {
        if (minGreenNanos < 0 || maxGreenNanos < SHORTEST_GREEN_NANOS || maxGreenNanos < minGreenNanos) {
            throw new IllegalArgumentException("greens need 0 <= min-green <= max-green and max-green >= 1 s, got "
                    + minGreenNanos + " ns and " + maxGreenNanos + " ns");
        }
    }

    /**
     * The rule at all hours.
     *
     * @param minGreenNanos the least length of a green, at least 0
     * @param maxGreenNanos the greatest while the other side waits, at least {@link #SHORTEST_GREEN_NANOS} and not below the least
     */
    public Actuated(long minGreenNanos, long maxGreenNanos) {
        this(minGreenNanos, maxGreenNanos, Hours.always());
    }

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        Openings openings = calendar.openings(hours, horizonNanos);
        return Plan.during(openings, () -> new Control(new Greens(new OpeningsCursor(openings)), this));
    }

    @Override
    public List<Relaxed> relaxed(Step step) {
        List<Relaxed> ways = new ArrayList<>();
        long longest = step.longerGreen(maxGreenNanos);
        ways.add(new Relaxed(
                "actuated.max-green",
                "longest green",
                Step.text(maxGreenNanos, longest),
                new Actuated(minGreenNanos, longest, hours)));
        if (minGreenNanos > 0) {
            long least = minGreenNanos - Math.round(minGreenNanos * step.share());
            ways.add(new Relaxed(
                    "actuated.min-green",
                    "shortest green",
                    Step.text(minGreenNanos, least),
                    new Actuated(least, maxGreenNanos, hours)));
        }
        Hours longer = step.longer(hours);
        if (!longer.equals(hours)) {
            ways.add(new Relaxed(
                    "actuated.hours",
                    "bridge hours",
                    step.hoursText(),
                    new Actuated(minGreenNanos, maxGreenNanos, longer)));
        }
        return ways;
    }

    private static final class Control implements DirectionControl {

        private final Greens greens;
        private final Actuated rule;

        Control(Greens greens, Actuated rule) {
            this.greens = greens;
            this.rule = rule;
        }

        @Override
        public void decide(LaneState lane) {
            greens.update(lane);
            if (greens.isGreen() && isTurnDue(lane)) {
                greens.turn(lane);
            }
        }

        private boolean isTurnDue(LaneState lane) {
            Direction mine = greens.direction();
            if (lane.queueLength(mine.opposite()) == 0
                    || lane.isConvoyEntering(mine)
                    || lane.now() - greens.began() < rule.minGreenNanos()) {
                return false;
            }
            return lane.queueLength(mine) == 0 || lane.now() >= greatestEnd(lane);
        }

        /** When the green ends although its queue is not empty; someone waits on the other side. */
        private long greatestEnd(LaneState lane) {
            long since = Math.max(
                    greens.began(), lane.waitingSince(greens.direction().opposite()));
            return Nanos.after(since, rule.maxGreenNanos());
        }

        @Override
        public boolean gives(LaneState lane, Direction direction, long crossingNanos) {
            return greens.gives(lane, direction);
        }

        @Override
        public long nextChange(LaneState lane) {
            long next = greens.nextChange(lane);
            if (!greens.isGreen() || lane.queueLength(greens.direction().opposite()) == 0) {
                return next;
            }
            long now = lane.now();
            long least = greens.began() + rule.minGreenNanos();
            long greatest = greatestEnd(lane);
            if (least > now) {
                next = Math.min(next, least);
            }
            return greatest > now ? Math.min(next, greatest) : next;
        }
    }
}
