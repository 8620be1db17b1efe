package org.bridgeconvoy.bridge.control;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * The lane stays with a direction for at least {@code minGreenNanos}, and while its queue is not empty. It turns only if the other side
 * waits: when the queue is empty, or when {@code maxGreenNanos} has passed since the later of the beginning of the green and the beginning
 * of the other side's wait. The first green is outbound. A queue counts as empty only {@code extensionNanos} after the last entry from it,
 * so that a truck close behind may still follow.
 *
 * @param minGreenNanos the least length of a green, at least 0
 * @param maxGreenNanos the greatest while the other side waits, at least {@link #SHORTEST_GREEN_NANOS} and not below the least
 * @param extensionNanos how long after the last entry its queue does not yet count as empty, at least 0
 * @param hours when trucks may enter, on the origin's clock
 */
public record Actuated(long minGreenNanos, long maxGreenNanos, long extensionNanos, Hours hours)
        implements ControlRule {

    /** Checks the range. */
    public Actuated {
        if (minGreenNanos < 0 || maxGreenNanos < SHORTEST_GREEN_NANOS || maxGreenNanos < minGreenNanos) {
            throw new IllegalArgumentException("greens need 0 <= min-green <= max-green and max-green >= 1 s, got "
                    + minGreenNanos + " ns and " + maxGreenNanos + " ns");
        }
        if (extensionNanos < 0) {
            throw new IllegalArgumentException("extension must be at least 0 s, got " + extensionNanos + " ns");
        }
    }

    /**
     * The rule without an extension.
     *
     * @param minGreenNanos the least length of a green, at least 0
     * @param maxGreenNanos the greatest while the other side waits, at least {@link #SHORTEST_GREEN_NANOS} and not below the least
     * @param hours when trucks may enter, on the origin's clock
     */
    public Actuated(long minGreenNanos, long maxGreenNanos, Hours hours) {
        this(minGreenNanos, maxGreenNanos, 0, hours);
    }

    /**
     * The rule at all hours, without an extension.
     *
     * @param minGreenNanos the least length of a green, at least 0
     * @param maxGreenNanos the greatest while the other side waits, at least {@link #SHORTEST_GREEN_NANOS} and not below the least
     */
    public Actuated(long minGreenNanos, long maxGreenNanos) {
        this(minGreenNanos, maxGreenNanos, Hours.always());
    }

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        return GreensControl.plan(
                hours, calendar, horizonNanos, new Turn(minGreenNanos, maxGreenNanos, extensionNanos));
    }

    /**
     * The rule with another extension.
     *
     * @param changed how long after the last entry its queue does not yet count as empty, at least 0
     * @return a changed copy
     */
    public Actuated withExtension(long changed) {
        return new Actuated(minGreenNanos, maxGreenNanos, changed, hours);
    }

    @Override
    public List<Relaxed> relaxed(Step step) {
        List<Relaxed> ways = new ArrayList<>();
        long longest = step.longerGreen(maxGreenNanos);
        ways.add(new Relaxed(
                "actuated.max-green",
                "longest green",
                Step.text(maxGreenNanos, longest),
                new Actuated(minGreenNanos, longest, extensionNanos, hours)));
        if (minGreenNanos > 0) {
            long least = step.shorter(minGreenNanos);
            ways.add(new Relaxed(
                    "actuated.min-green",
                    "shortest green",
                    Step.text(minGreenNanos, least),
                    new Actuated(least, maxGreenNanos, extensionNanos, hours)));
        }
        if (extensionNanos > 0) {
            long less = step.shorter(extensionNanos);
            ways.add(new Relaxed(
                    "actuated.extension",
                    "extension of a green",
                    Step.text(extensionNanos, less),
                    withExtension(less)));
        }
        Hours longer = step.longer(hours);
        if (!longer.equals(hours)) {
            ways.add(new Relaxed(
                    "actuated.hours",
                    "bridge hours",
                    step.hoursText(),
                    new Actuated(minGreenNanos, maxGreenNanos, extensionNanos, longer)));
        }
        return ways;
    }

    /** When the lane turns. */
    private record Turn(long minGreenNanos, long maxGreenNanos, long extensionNanos) implements TurnRule {

        @Override
        public boolean isDue(LaneState lane, Greens greens) {
            return lane.now() - greens.began() >= minGreenNanos
                    && (countsAsEmpty(lane, greens.direction()) || lane.now() >= greatestEnd(lane, greens));
        }

        private boolean countsAsEmpty(LaneState lane, Direction mine) {
            return lane.queueLength(mine) == 0 && lane.now() >= extendedTo(lane, mine);
        }

        /** Until when the last entry keeps the queue from counting as empty. */
        private long extendedTo(LaneState lane, Direction mine) {
            long entry = lane.lastEntry(mine);
            return entry == Long.MIN_VALUE ? entry : Nanos.after(entry, extensionNanos);
        }

        /** When the green ends although its queue is not empty; someone waits on the other side. */
        private long greatestEnd(LaneState lane, Greens greens) {
            long since = Math.max(
                    greens.began(), lane.waitingSince(greens.direction().opposite()));
            return Nanos.after(since, maxGreenNanos);
        }

        @Override
        public long nextChange(LaneState lane, Greens greens) {
            long now = lane.now();
            long least = greens.began() + minGreenNanos;
            long greatest = greatestEnd(lane, greens);
            long extended = extendedTo(lane, greens.direction());
            long next = least > now ? least : Long.MAX_VALUE;
            if (greatest > now) {
                next = Math.min(next, greatest);
            }
            return extended > now ? Math.min(next, extended) : next;
        }
    }
}
