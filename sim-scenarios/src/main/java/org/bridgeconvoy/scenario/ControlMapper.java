package org.bridgeconvoy.scenario;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.jspecify.annotations.Nullable;

/** Reads the control of the bridge. */
final class ControlMapper {

    private static final long WEEK = 7 * Nanos.DAY;

    private final int lanes;

    ControlMapper(int lanes) {
        this.lanes = lanes;
    }

    /** The control; null if something in it is wrong. */
    @Nullable
    ControlRule control(Place place) {
        if (!place.isPresent() || !place.checkKeys()) {
            return null;
        }
        List<String> given = Shape.known(Shapes.CONTROL).stream()
                .filter(name -> place.get(name).isPresent())
                .toList();
        if (given.size() != 1) {
            place.problem("must be exactly one of " + String.join(", ", Shape.known(Shapes.CONTROL)) + ", got "
                    + (given.isEmpty()
                            ? "none"
                            : String.join(" and ", given)
                                    + " (set one to null to remove what a file it extends gives)"));
            return null;
        }
        String name = given.get(0);
        Place rule = place.get(name);
        if (!rule.checkKeys()) {
            return null;
        }
        return switch (name) {
            case "timetable" -> timetable(rule);
            case "alternate" -> alternate(rule);
            case "actuated" -> actuated(rule);
            default -> batches(rule);
        };
    }

    private @Nullable ControlRule timetable(Place place) {
        int before = place.reading().problems().count();
        Hours outbound = HoursReader.read(place.get("outbound"));
        Hours inbound = HoursReader.read(place.get("return"));
        LastEntry lastEntry =
                place.get("last-entry").choice("enter").equals("clear") ? LastEntry.CLEAR : LastEntry.ENTER;
        boolean complete =
                place.get("outbound").isPresent() && place.get("return").isPresent();
        if (lanes == 1 && complete && place.reading().problems().count() == before) {
            checkOverlap(place, outbound, inbound);
        }
        return place.make(before, () -> new Timetable(outbound, inbound, lastEntry));
    }

    private static void checkOverlap(Place place, Hours outbound, Hours inbound) {
        for (Span out : spans(outbound)) {
            for (Span in : spans(inbound)) {
                if (out.overlaps(in)) {
                    place.get("return")
                            .problem("overlaps " + place.get("outbound").path() + " (line "
                                    + place.get("outbound").mark().line() + ") on the one lane: return " + in
                                    + ", outbound " + out);
                    return;
                }
            }
        }
    }

    /** An interval on the circle of the week. */
    private record Span(DayOfWeek day, DayInterval interval) {

        boolean overlaps(Span other) {
            long from = begin();
            long otherFrom = other.begin();
            return Math.floorMod(otherFrom - from, WEEK) < interval.lengthNanos()
                    || Math.floorMod(from - otherFrom, WEEK) < other.interval.lengthNanos();
        }

        private long begin() {
            return (day.getValue() - 1) * Nanos.DAY + interval.fromNanos();
        }

        @Override
        public String toString() {
            return Days.name(day) + " " + clock(interval.fromNanos()) + "-" + clock(interval.toNanos());
        }

        private static String clock(long nanos) {
            long minutes = (nanos > Nanos.DAY ? nanos - Nanos.DAY : nanos) / Nanos.MINUTE;
            return String.format("%02d:%02d", minutes / 60, minutes % 60);
        }
    }

    private static List<Span> spans(Hours hours) {
        List<Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (DayInterval interval : hours.on(day)) {
                spans.add(new Span(day, interval));
            }
        }
        return spans;
    }

    private static @Nullable ControlRule alternate(Place place) {
        int before = place.reading().problems().count();
        long outbound = place.get("outbound").positiveNanos(1);
        long inbound = place.get("return").positiveNanos(1);
        Direction first =
                place.get("first").choice("outbound").equals("return") ? Direction.RETURN : Direction.OUTBOUND;
        Hours hours = HoursReader.read(place.get("hours"));
        return place.make(before, () -> new Alternate(outbound, inbound, first, hours));
    }

    private static @Nullable ControlRule actuated(Place place) {
        int before = place.reading().problems().count();
        long least = place.get("min-green").nanos(0);
        long most = place.get("max-green").positiveNanos(Reading.MAX_SECONDS.longValue() * Nanos.SECOND);
        Hours hours = HoursReader.read(place.get("hours"));
        if (most < least) {
            place.get("max-green")
                    .problem("must be >= min-green (" + place.get("min-green").text() + "), got "
                            + place.get("max-green").text());
        }
        return place.make(before, () -> new Actuated(least, most, hours));
    }

    private static @Nullable ControlRule batches(Place place) {
        int before = place.reading().problems().count();
        int outbound = (int) place.get("outbound").whole(1, Integer.MAX_VALUE, 1);
        int inbound = (int) place.get("return").whole(1, Integer.MAX_VALUE, 1);
        Hours hours = HoursReader.read(place.get("hours"));
        return place.make(before, () -> new Batches(outbound, inbound, hours));
    }
}
