package org.bridgeconvoy.bridge.control;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LongerHours;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * Each direction has its own hours.
 *
 * @param outbound hours in which outbound trucks may enter, on the origin's clock
 * @param inbound hours in which return trucks may enter, on the origin's clock
 * @param lastEntry the meaning of the end of the hours
 */
public record Timetable(Hours outbound, Hours inbound, LastEntry lastEntry) implements ControlRule {

    /**
     * Hours for each direction; entry is allowed until they end.
     *
     * @param outbound hours in which outbound trucks may enter, on the origin's clock
     * @param inbound hours in which return trucks may enter, on the origin's clock
     */
    public Timetable(Hours outbound, Hours inbound) {
        this(outbound, inbound, LastEntry.ENTER);
    }

    /**
     * The hours of a direction.
     *
     * @param direction which
     * @return on the origin's clock
     */
    public Hours hours(Direction direction) {
        return direction == Direction.OUTBOUND ? outbound : inbound;
    }

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        Openings out = calendar.openings(outbound, horizonNanos);
        Openings in = calendar.openings(inbound, horizonNanos);
        return new TimetablePlan(out, in, lastEntry);
    }

    @Override
    public List<Relaxed> relaxed(Step step) {
        List<Relaxed> ways = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            Hours mine = step.longer(hours(direction));
            if (!mine.equals(hours(direction))) {
                ways.add(new Relaxed(
                        "timetable." + direction.label(),
                        direction.label() + " hours",
                        step.hoursText(),
                        withHours(direction, mine, step.lanes())));
            }
        }
        return ways;
    }

    /** On one lane the other direction loses what this one gains. */
    private Timetable withHours(Direction direction, Hours mine, int lanes) {
        Hours other = hours(direction.opposite());
        if (lanes == 1 && LongerHours.overlap(mine, other)) {
            other = LongerHours.without(other, mine);
        }
        return direction == Direction.OUTBOUND
                ? new Timetable(mine, other, lastEntry)
                : new Timetable(other, mine, lastEntry);
    }

    private record TimetablePlan(Openings outbound, Openings inbound, LastEntry lastEntry) implements Plan {

        @Override
        public DirectionControl start() {
            return new Control(new OpeningsCursor(outbound), new OpeningsCursor(inbound), lastEntry == LastEntry.CLEAR);
        }

        @Override
        public long givenNanos(Direction direction, long from, long to, long crossing) {
            Openings openings = direction == Direction.OUTBOUND ? outbound : inbound;
            if (lastEntry == LastEntry.ENTER) {
                return openings.openNanos(from, to);
            }
            long sum = 0;
            for (int i = Math.max(0, openings.lastBegunAt(from)); i < openings.count() && openings.start(i) < to; i++) {
                // Add one nanosecond: the last instant at which a truck can still clear counts.
                long end = openings.end(i) == Long.MAX_VALUE ? Long.MAX_VALUE : openings.end(i) - crossing + 1;
                sum += Math.max(0, Math.min(to, end) - Math.max(from, openings.start(i)));
            }
            return sum;
        }
    }

    private static final class Control implements DirectionControl {

        private final OpeningsCursor outbound;
        private final OpeningsCursor inbound;
        private final boolean clear;

        Control(OpeningsCursor outbound, OpeningsCursor inbound, boolean clear) {
            this.outbound = outbound;
            this.inbound = inbound;
            this.clear = clear;
        }

        @Override
        public void decide(LaneState lane) {
            // Hours alone decide.
        }

        @Override
        public boolean gives(LaneState lane, Direction direction, long crossingNanos) {
            OpeningsCursor hours = hours(direction);
            long now = lane.now();
            return hours.isOpen(now) && (!clear || crossingNanos <= hours.closing(now) - now);
        }

        @Override
        public boolean followsClockOnly() {
            return true;
        }

        @Override
        public long nextChange(LaneState lane) {
            return Math.min(nextChange(lane, Direction.OUTBOUND), nextChange(lane, Direction.RETURN));
        }

        private long nextChange(LaneState lane, Direction direction) {
            if (lane.queueLength(direction) == 0) {
                return Long.MAX_VALUE;
            }
            OpeningsCursor hours = hours(direction);
            long now = lane.now();
            long next = hours.nextChange(now);
            if (clear && next != Long.MAX_VALUE && hours.isOpen(now)) {
                // The first instant at which it is too late for the first in line to clear.
                long tooLate = hours.closing(now) - lane.firstCrossingNanos(direction) + 1;
                return tooLate > now ? Math.min(next, tooLate) : next;
            }
            return next;
        }

        private OpeningsCursor hours(Direction direction) {
            return direction == Direction.OUTBOUND ? outbound : inbound;
        }
    }
}
