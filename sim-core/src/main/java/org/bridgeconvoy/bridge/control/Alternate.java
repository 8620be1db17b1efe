package org.bridgeconvoy.bridge.control;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * A fixed cycle of two greens that starts over at each opening of the hours (at the start of the run if they never
 * open because they always are). The time to clear the lane counts in the green that begins.
 *
 * @param outboundNanos the green of the outbound direction, at least {@link #SHORTEST_GREEN_NANOS}
 * @param inboundNanos the green of the return direction, at least {@link #SHORTEST_GREEN_NANOS}
 * @param first the direction whose green comes first
 * @param hours when the cycle runs, on the origin's clock
 */
public record Alternate(long outboundNanos, long inboundNanos, Direction first, Hours hours) implements ControlRule {

    /** Checks the range. */
    public Alternate {
        if (Math.min(outboundNanos, inboundNanos) < SHORTEST_GREEN_NANOS) {
            throw new IllegalArgumentException(
                    "greens must be at least 1 s, got " + outboundNanos + " ns and " + inboundNanos + " ns");
        }
    }

    /**
     * The cycle at all hours, from an outbound green on.
     *
     * @param outboundNanos the green of the outbound direction, at least {@link #SHORTEST_GREEN_NANOS}
     * @param inboundNanos the green of the return direction, at least {@link #SHORTEST_GREEN_NANOS}
     */
    public Alternate(long outboundNanos, long inboundNanos) {
        this(outboundNanos, inboundNanos, Direction.OUTBOUND, Hours.always());
    }

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        return new CyclePlan(calendar.openings(hours, horizonNanos), this);
    }

    /** Greens, of each direction alone and of both: where trucks go out and come back, one alone may gain nothing. */
    @Override
    public List<Relaxed> relaxed(Step step) {
        long out = step.longerGreen(outboundNanos);
        long in = step.longerGreen(inboundNanos);
        String outbound = Step.text(outboundNanos, out);
        String inbound = Step.text(inboundNanos, in);
        String both = outbound.equals(inbound) ? outbound : outbound + ", " + inbound;
        List<Relaxed> ways = new ArrayList<>();
        ways.add(new Relaxed(
                "alternate.outbound", "outbound green", outbound, new Alternate(out, inboundNanos, first, hours)));
        ways.add(new Relaxed(
                "alternate.return", "return green", inbound, new Alternate(outboundNanos, in, first, hours)));
        ways.add(new Relaxed("alternate", "both greens", both, new Alternate(out, in, first, hours)));
        Hours longer = step.longer(hours);
        if (!longer.equals(hours)) {
            ways.add(new Relaxed(
                    "alternate.hours",
                    "bridge hours",
                    step.hoursText(),
                    new Alternate(outboundNanos, inboundNanos, first, longer)));
        }
        return ways;
    }

    private long firstGreen() {
        return first == Direction.OUTBOUND ? outboundNanos : inboundNanos;
    }

    private long cycle() {
        return outboundNanos + inboundNanos;
    }

    /** Time since the cycle that holds {@code now} began. */
    private long phase(long now, long opening) {
        return Math.floorMod(now - origin(opening), cycle());
    }

    private static long origin(long opening) {
        return opening == Long.MIN_VALUE ? 0 : opening;
    }

    private record CyclePlan(Openings openings, Alternate rule) implements Plan {

        @Override
        public DirectionControl start() {
            return new Control(new OpeningsCursor(openings), rule);
        }

        @Override
        public long givenNanos(Direction direction, long from, long to, long crossing) {
            long sum = 0;
            for (int i = Math.max(0, openings.lastBegunAt(from)); i < openings.count() && openings.start(i) < to; i++) {
                long begin = Math.max(from, openings.start(i));
                long end = Math.min(to, openings.end(i));
                if (begin < end) {
                    long origin = origin(openings.start(i));
                    sum += greenBefore(direction, end - origin) - greenBefore(direction, begin - origin);
                }
            }
            return sum;
        }

        /** Green time of a direction in the first {@code time} of the cycle. */
        private long greenBefore(Direction direction, long time) {
            long cycles = Math.floorDiv(time, rule.cycle());
            long rest = Math.floorMod(time, rule.cycle());
            long firstGreen = rule.firstGreen();
            return direction == rule.first()
                    ? cycles * firstGreen + Math.min(rest, firstGreen)
                    : cycles * (rule.cycle() - firstGreen) + Math.max(0, rest - firstGreen);
        }
    }

    private static final class Control implements DirectionControl {

        private final OpeningsCursor hours;
        private final Alternate rule;

        Control(OpeningsCursor hours, Alternate rule) {
            this.hours = hours;
            this.rule = rule;
        }

        @Override
        public void decide(LaneState lane) {
            // The clock alone decides.
        }

        @Override
        public boolean gives(LaneState lane, Direction direction, long crossingNanos) {
            long now = lane.now();
            if (!hours.isOpen(now)) {
                return false;
            }
            boolean firstGreen = rule.phase(now, hours.opening(now)) < rule.firstGreen();
            return (direction == rule.first()) == firstGreen;
        }

        @Override
        public boolean followsClockOnly() {
            return true;
        }

        @Override
        public long nextChange(LaneState lane) {
            if (lane.queueLength(Direction.OUTBOUND) + lane.queueLength(Direction.RETURN) == 0) {
                return Long.MAX_VALUE;
            }
            long now = lane.now();
            long next = hours.nextChange(now);
            if (hours.isOpen(now)) {
                long phase = rule.phase(now, hours.opening(now));
                long left = (phase < rule.firstGreen() ? rule.firstGreen() : rule.cycle()) - phase;
                return Math.min(next, now + left);
            }
            return next;
        }
    }
}
