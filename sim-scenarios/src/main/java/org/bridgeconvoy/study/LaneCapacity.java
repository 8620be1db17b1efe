package org.bridgeconvoy.study;

import java.util.function.DoubleUnaryOperator;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;

/**
 * What the lane could pass in one direction if trucks entered as soon as headway and limits allow while the direction has
 * it. An opening of length W takes ceil(W / h) entries, or, if a truck must also clear within it, floor((W − c) / h) + 1,
 * with the crossing c = L/v at the mean speed v. Where only n trucks may be on the lane at once ({@link LaneLimit}), each
 * enters no earlier than c after the n-th before it: every whole c in the opening takes at most n, the rest no more than
 * n. Breakdowns and the time to clear the lane are not deducted: it is a bound.
 */
final class LaneCapacity {

    private final ConvoyConfig config;
    private final Direction direction;
    private final double crossing;
    private final double atOnce;

    private LaneCapacity(ConvoyConfig config, Direction direction) {
        this.config = config;
        this.direction = direction;
        BridgeConfig bridge = config.bridge();
        double speed = (direction == Direction.OUTBOUND ? bridge.loadedSpeed() : bridge.emptySpeed()).mean();
        crossing = Math.floor(bridge.lengthMetres() / speed * Nanos.SECOND + 0.5);
        atOnce = LaneLimit.trucksAtOnce(config, direction);
    }

    /** Trucks a day over the measured window; infinite without a headway and a limit, NaN if the lane is never given then. */
    static double perDay(ConvoyConfig config, Direction direction) {
        double entries = 0;
        long from = config.warmUpNanos();
        ConvoyConfig world = config;
        for (ConvoyConfig.Change change : config.changes()) {
            long to = Math.min(change.atNanos(), config.horizonNanos());
            entries += from < to ? new LaneCapacity(world, direction).entries(from, to) : 0;
            from = Math.max(from, change.atNanos());
            world = change.world();
        }
        entries += from < config.horizonNanos()
                ? new LaneCapacity(world, direction).entries(from, config.horizonNanos())
                : 0;
        return entries * Nanos.DAY / (config.horizonNanos() - config.warmUpNanos());
    }

    /** How it was reckoned, for people. */
    static String basis(ConvoyConfig config, Direction direction) {
        boolean limited = Double.isFinite(new LaneCapacity(config, direction).atOnce);
        if (config.bridge().headwayNanos() == 0) {
            return limited
                    ? "as many trucks on the lane at once as its limits allow, " + when(config)
                    : "without a headway or a limit of the trucks on the lane there is no such bound";
        }
        return "a truck at every headway" + (limited ? " that the limits of the lane allow " : " ") + when(config);
    }

    private static String when(ConvoyConfig config) {
        ControlRule control = config.bridge().control();
        if (control instanceof Timetable timetable) {
            return timetable.lastEntry() == LastEntry.CLEAR
                    ? "in the direction's hours, the last one still in time to clear"
                    : "in the direction's hours";
        }
        if (control instanceof Alternate) {
            return "of each green; the time to clear the lane is not deducted";
        }
        return control instanceof Actuated || control instanceof Batches
                ? "in the bridge's hours, with the lane to itself"
                : "while the control can give the lane to the direction";
    }

    private double entries(long from, long to) {
        BridgeConfig bridge = config.bridge();
        if (bridge.control() instanceof Timetable timetable) {
            double lost = timetable.lastEntry() == LastEntry.CLEAR ? crossing : Double.NaN;
            return inOpenings(openings(timetable.hours(direction)), from, to, lost);
        }
        if (bridge.control() instanceof Alternate alternate) {
            return inGreens(alternate, from, to);
        }
        if (bridge.control() instanceof Actuated actuated) {
            return inOpenings(openings(actuated.hours()), from, to, Double.NaN);
        }
        if (bridge.control() instanceof Batches batches) {
            return inOpenings(openings(batches.hours()), from, to, Double.NaN);
        }
        return inGivenTime(from, to);
    }

    /** For a control of the modeler's own, of which only the time is known in which it can give the lane. */
    private double inGivenTime(long from, long to) {
        BridgeConfig bridge = config.bridge();
        ControlRule.Plan plan = bridge.control().plan(config.bridgeCalendar(), config.horizonNanos());
        Openings open = openings(Hours.always());
        double given = 0;
        for (int i = Math.max(0, open.lastBegunAt(from)); i < open.count() && open.start(i) < to; i++) {
            long begin = Math.max(from, open.start(i));
            long end = Math.min(to, open.end(i));
            if (begin < end) {
                given += plan.givenNanos(direction, begin, end, (long) crossing);
            }
        }
        return given / Math.max(bridge.headwayNanos(), crossing / atOnce);
    }

    private Openings openings(Hours hours) {
        Openings open = config.bridgeCalendar().openings(hours, config.horizonNanos());
        long[] starts = config.bridge().closures().stream()
                .mapToLong(Closure::fromNanos)
                .toArray();
        long[] ends =
                config.bridge().closures().stream().mapToLong(Closure::toNanos).toArray();
        return starts.length == 0 ? open : open.and(Openings.of(starts, ends).complement());
    }

    /** Entries in the openings; {@code clearing} is what must be left of one at the last entry, NaN if nothing must. */
    private double inOpenings(Openings openings, long from, long to, double clearing) {
        double sum = 0;
        for (int i = Math.max(0, openings.lastBegunAt(from)); i < openings.count() && openings.start(i) < to; i++) {
            long length = Math.min(to, openings.end(i)) - Math.max(from, openings.start(i));
            if (length > 0) {
                sum += Double.isNaN(clearing) ? untilTheEnd(length) : untilClear(length - clearing);
            }
        }
        return sum;
    }

    private double untilTheEnd(double length) {
        long headway = config.bridge().headwayNanos();
        return length > 0 ? limited(length, rest -> rest > 0 ? Math.ceil(rest / headway) : 0) : 0;
    }

    private double untilClear(double length) {
        // A crossing that fills the hours to the last instant counts, so rounding must not lose it.
        double slack = length + 1;
        long headway = config.bridge().headwayNanos();
        return slack < 0
                ? 0
                : limited(
                        Math.max(0, slack),
                        rest -> headway == 0 ? Double.POSITIVE_INFINITY : Math.floor(rest / headway) + 1);
    }

    /** The entries that the headway leaves, no more than {@link #atOnce} of them within any crossing. */
    private double limited(double length, DoubleUnaryOperator byHeadway) {
        double free = byHeadway.applyAsDouble(length);
        if (Double.isInfinite(atOnce)) {
            return free;
        }
        double whole = Math.floor(length / crossing);
        return Math.min(free, whole * atOnce + Math.min(atOnce, byHeadway.applyAsDouble(length - whole * crossing)));
    }

    private double inGreens(Alternate alternate, long from, long to) {
        Openings openings = openings(alternate.hours());
        long cycle = alternate.outboundNanos() + alternate.inboundNanos();
        long green = direction == Direction.OUTBOUND ? alternate.outboundNanos() : alternate.inboundNanos();
        long begins = direction == alternate.first() ? 0 : cycle - green;
        double sum = 0;
        for (int i = Math.max(0, openings.lastBegunAt(from)); i < openings.count() && openings.start(i) < to; i++) {
            long length = Math.min(to, openings.end(i)) - Math.max(from, openings.start(i));
            if (length > 0) {
                long cycles = length / cycle;
                sum += cycles * untilTheEnd(green) + untilTheEnd(Math.min(green, length % cycle - begins));
            }
        }
        return sum;
    }
}
