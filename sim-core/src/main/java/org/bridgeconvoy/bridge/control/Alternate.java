package org.bridgeconvoy.bridge.control;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * A fixed cycle of two greens, each followed by a red for both directions. The cycle starts over with a green at each opening of the hours;
 * hours that are always open start it at the start of the run. If clearing the lane takes longer than the red, the rest counts in the green
 * that follows.
 *
 * @param outboundNanos the green of the outbound direction, at least {@link #SHORTEST_GREEN_NANOS}
 * @param inboundNanos the green of the return direction, at least {@link #SHORTEST_GREEN_NANOS}
 * @param first the direction whose green comes first
 * @param redNanos time after each green in which neither direction enters, at least 0; part of the cycle
 * @param hours when the cycle runs, on the origin's clock
 */
public record Alternate(long outboundNanos, long inboundNanos, Direction first, long redNanos, Hours hours)
        implements ControlRule {

    /** Checks the range. */
    public Alternate {
        if (Math.min(outboundNanos, inboundNanos) < SHORTEST_GREEN_NANOS) {
            throw new IllegalArgumentException(
                    "greens must be at least 1 s, got " + outboundNanos + " ns and " + inboundNanos + " ns");
        }
        if (redNanos < 0) {
            throw new IllegalArgumentException("red must be at least 0 s, got " + redNanos + " ns");
        }
    }

    /**
     * The cycle without a red.
     *
     * @param outboundNanos the green of the outbound direction, at least {@link #SHORTEST_GREEN_NANOS}
     * @param inboundNanos the green of the return direction, at least {@link #SHORTEST_GREEN_NANOS}
     * @param first the direction whose green comes first
     * @param hours when the cycle runs, on the origin's clock
     */
    public Alternate(long outboundNanos, long inboundNanos, Direction first, Hours hours) {
        this(outboundNanos, inboundNanos, first, 0, hours);
    }

    /**
     * The cycle at all hours, from an outbound green on, without a red.
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

    /**
     * The cycle with another red.
     *
     * @param changed time after each green in which neither direction enters, at least 0
     * @return a changed copy
     */
    public Alternate withRed(long changed) {
        return new Alternate(outboundNanos, inboundNanos, first, changed, hours);
    }

    /**
     * Relaxes greens, of each direction alone and of both together (because the same trucks go out and come back, one alone may gain
     * nothing), then the red and the hours.
     */
    @Override
    public List<Relaxed> relaxed(Step step) {
        long out = step.longerGreen(outboundNanos);
        long in = step.longerGreen(inboundNanos);
        String outbound = Step.text(outboundNanos, out);
        String inbound = Step.text(inboundNanos, in);
        String both = outbound.equals(inbound) ? outbound : outbound + ", " + inbound;
        List<Relaxed> ways = new ArrayList<>();
        ways.add(new Relaxed("alternate.outbound", "outbound green", outbound, withGreens(out, inboundNanos)));
        ways.add(new Relaxed("alternate.return", "return green", inbound, withGreens(outboundNanos, in)));
        ways.add(new Relaxed("alternate", "both greens", both, withGreens(out, in)));
        if (redNanos > 0) {
            long red = step.shorter(redNanos);
            ways.add(new Relaxed("alternate.red", "red after each green", Step.text(redNanos, red), withRed(red)));
        }
        Hours longer = step.longer(hours);
        if (!longer.equals(hours)) {
            ways.add(new Relaxed(
                    "alternate.hours",
                    "bridge hours",
                    step.hoursText(),
                    new Alternate(outboundNanos, inboundNanos, first, redNanos, longer)));
        }
        return ways;
    }

    private Alternate withGreens(long outbound, long inbound) {
        return new Alternate(outbound, inbound, first, redNanos, hours);
    }

    private long firstGreen() {
        return first == Direction.OUTBOUND ? outboundNanos : inboundNanos;
    }

    private long secondGreen() {
        return first == Direction.OUTBOUND ? inboundNanos : outboundNanos;
    }

    /** Time of the second green from the beginning of the cycle. */
    private long secondBegins() {
        return Nanos.after(firstGreen(), redNanos);
    }

    private long secondEnds() {
        return Nanos.after(secondBegins(), secondGreen());
    }

    private long cycle() {
        return Nanos.after(secondEnds(), redNanos);
    }

    /** Time since the cycle that holds {@code now} began. */
    private long phase(long now, long opening) {
        return Math.floorMod(now - origin(opening), cycle());
    }

    private static long origin(long opening) {
        return opening == Long.MIN_VALUE ? 0 : opening;
    }

    /** Whether a direction has its green at a phase of the cycle. */
    private boolean isGreen(Direction direction, long phase) {
        return direction == first ? phase < firstGreen() : phase >= secondBegins() && phase < secondEnds();
    }

    /** The first instant after a phase of the cycle at which a green begins or ends. */
    private long changeAfter(long phase) {
        if (phase < firstGreen()) {
            return firstGreen();
        }
        if (phase < secondBegins()) {
            return secondBegins();
        }
        return phase < secondEnds() ? secondEnds() : cycle();
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
            return direction == rule.first()
                    ? cycles * rule.firstGreen() + Math.min(rest, rule.firstGreen())
                    : cycles * rule.secondGreen()
                            + Math.min(Math.max(0, rest - rule.secondBegins()), rule.secondGreen());
        }
    }

    private static final class Control implements DirectionControl {

        private final OpeningsCursor hours;
        private final Alternate rule;

        /** The cycle that held the last time asked about: its opening, beginning and end. */
        private long cycleOpening;

        private long cycleBegan;
        private long cycleEnds = Long.MIN_VALUE;

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
            return hours.isOpen(now) && rule.isGreen(direction, phase(now));
        }

        /** Time since the present cycle began; a division only when the cycle is another than at the last call. */
        private long phase(long now) {
            long opening = hours.opening(now);
            if (now >= cycleEnds || opening != cycleOpening) {
                long phase = rule.phase(now, opening);
                cycleOpening = opening;
                cycleBegan = now - phase;
                cycleEnds = Nanos.after(cycleBegan, rule.cycle());
            }
            return now - cycleBegan;
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
                long phase = phase(now);
                return Math.min(next, Nanos.after(now, rule.changeAfter(phase) - phase));
            }
            return next;
        }
    }
}
