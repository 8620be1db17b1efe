package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/** When the stations of a world are open and a timetable gives the lane to a direction, each change of the world heeded. */
final class OpenTimes {

    private OpenTimes() {}

    /** Spans by stage, in order and apart, within the run; a stage without an entry is always open. */
    static Map<Stage, List<WorldFacts.Span>> of(ConvoyConfig world) {
        Map<Stage, List<WorldFacts.Span>> open = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            List<WorldFacts.Span> spans = new ArrayList<>();
            long from = 0;
            ConvoyConfig current = world;
            for (ConvoyConfig.Change change : world.changes()) {
                add(current, stage, from, Math.min(change.atNanos(), world.horizonNanos()), spans);
                from = change.atNanos();
                current = change.world();
            }
            add(current, stage, from, world.horizonNanos(), spans);
            if (!isWhole(spans, world.horizonNanos())) {
                open.put(stage, List.copyOf(spans));
            }
        }
        return open;
    }

    /** How far the destination's clock is ahead of the origin's when the run starts. */
    static double destinationAheadHours(ConvoyConfig world) {
        return (world.destinationClock().aheadNanos(0) - world.originClock().aheadNanos(0)) / (double) Nanos.HOUR;
    }

    private static boolean isWhole(List<WorldFacts.Span> spans, long horizon) {
        return spans.size() == 1 && spans.get(0).from() <= 0 && spans.get(0).until() >= horizon / (double) Nanos.DAY;
    }

    private static void add(ConvoyConfig world, Stage stage, long from, long until, List<WorldFacts.Span> spans) {
        Openings openings = openings(world, stage);
        for (int i = 0; openings != null && i < openings.count(); i++) {
            add(Math.max(from, openings.start(i)), Math.min(until, openings.end(i)), spans);
        }
        if (openings == null) {
            add(from, until, spans);
        }
    }

    /** Adds a span; one that touches or overlaps the last becomes part of it. */
    private static void add(long from, long until, List<WorldFacts.Span> spans) {
        if (from >= until) {
            return;
        }
        double begin = from / (double) Nanos.DAY;
        double end = until / (double) Nanos.DAY;
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).until() >= begin) {
            spans.set(
                    last,
                    new WorldFacts.Span(
                            spans.get(last).from(),
                            Math.max(end, spans.get(last).until())));
        } else {
            spans.add(new WorldFacts.Span(begin, end));
        }
    }

    /** The openings of a stage; null if it is always open, or no stage with hours. */
    private static @Nullable Openings openings(ConvoyConfig world, Stage stage) {
        long horizon = world.horizonNanos();
        if (stage.isCrossing()) {
            if (!(world.bridge().control() instanceof Timetable timetable)) {
                return null;
            }
            Direction direction = stage == Stage.OUTBOUND ? Direction.OUTBOUND : Direction.RETURN;
            return world.bridgeCalendar().openings(timetable.hours(direction), horizon);
        }
        StationConfig station = stage.isStation() ? world.station(stage) : null;
        if (station == null) {
            return null;
        }
        WorkCalendar calendar = stage.isAtOrigin() ? world.originCalendar() : world.destinationCalendar();
        List<Openings> shifts = new ArrayList<>();
        for (Shift shift : station.shifts()) {
            Hours hours = shift.hours();
            shifts.add(calendar.openings(hours, horizon));
        }
        return shifts.size() == 1 ? shifts.get(0) : union(shifts);
    }

    private static Openings union(List<Openings> all) {
        int count = all.stream().mapToInt(Openings::count).sum();
        long[] starts = new long[count];
        long[] ends = new long[count];
        int n = 0;
        for (Openings openings : all) {
            for (int i = 0; i < openings.count(); i++) {
                starts[n] = openings.start(i);
                ends[n++] = openings.end(i);
            }
        }
        return Openings.of(starts, ends);
    }
}
