package org.bridgeconvoy.bridge.control;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.WorkCalendar;

/**
 * The lane turns after a number of entries of a green, or when its queue is empty, if the other side waits. The first green is outbound.
 *
 * @param outboundTrucks entries of an outbound green, at least 1
 * @param inboundTrucks entries of a return green, at least 1
 * @param hours when trucks may enter, on the origin's clock
 */
public record Batches(int outboundTrucks, int inboundTrucks, Hours hours) implements ControlRule {

    /** Checks the range. */
    public Batches {
        if (outboundTrucks < 1 || inboundTrucks < 1) {
            throw new IllegalArgumentException(
                    "a batch must be at least 1 truck, got " + outboundTrucks + " and " + inboundTrucks);
        }
    }

    /**
     * The rule at all hours.
     *
     * @param outboundTrucks entries of an outbound green, at least 1
     * @param inboundTrucks entries of a return green, at least 1
     */
    public Batches(int outboundTrucks, int inboundTrucks) {
        this(outboundTrucks, inboundTrucks, Hours.always());
    }

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        return GreensControl.plan(hours, calendar, horizonNanos, new Turn(outboundTrucks, inboundTrucks));
    }

    /**
     * Relaxes batches, of each direction alone and of both together: because the same trucks go out and come back, one alone may gain
     * nothing.
     */
    @Override
    public List<Relaxed> relaxed(Step step) {
        int out = step.more(outboundTrucks);
        int in = step.more(inboundTrucks);
        String outbound = outboundTrucks + " to " + out;
        String inbound = inboundTrucks + " to " + in;
        String both = outbound.equals(inbound) ? outbound : outbound + ", " + inbound;
        List<Relaxed> ways = new ArrayList<>();
        ways.add(new Relaxed("batches.outbound", "outbound batches", outbound, new Batches(out, inboundTrucks, hours)));
        ways.add(new Relaxed("batches.return", "return batches", inbound, new Batches(outboundTrucks, in, hours)));
        ways.add(new Relaxed("batches", "both batches", both, new Batches(out, in, hours)));
        Hours longer = step.longer(hours);
        if (!longer.equals(hours)) {
            ways.add(new Relaxed(
                    "batches.hours",
                    "bridge hours",
                    step.hoursText(),
                    new Batches(outboundTrucks, inboundTrucks, longer)));
        }
        return ways;
    }

    /** When the lane turns. */
    private record Turn(int outboundTrucks, int inboundTrucks) implements TurnRule {

        @Override
        public boolean isDue(LaneState lane, Greens greens) {
            Direction mine = greens.direction();
            int batch = mine == Direction.OUTBOUND ? outboundTrucks : inboundTrucks;
            return lane.queueLength(mine) == 0 || greens.entries() >= batch;
        }
    }
}
