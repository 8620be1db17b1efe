package org.bridgeconvoy.scenario.map;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Days;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;

/** Reads hours: one interval, a list of intervals, or a map from days and ranges of days to either. */
final class HoursReader {

    /** Most intervals of a day. */
    private static final int MOST_INTERVALS = 200;

    private final Place place;

    private HoursReader(Place place) {
        this.place = place;
    }

    /**
     * The hours at a place; the default of the table if they are missing, {@code always} with a problem added if they
     * are wrong.
     */
    static Hours read(Place given) {
        Place place = given.orDefault();
        int before = place.reading().problems().count();
        Map<DayOfWeek, List<DayInterval>> week = new HoursReader(place).week();
        Hours hours = place.make(before, () -> Hours.weekly(week));
        if (hours != null && hours.isNever()) {
            place.problem("is never open: give at least one interval such as '08:00-17:00'");
        }
        return hours == null ? Hours.always() : hours;
    }

    /** Intervals by the day on which they begin. */
    private Map<DayOfWeek, List<DayInterval>> week() {
        Map<DayOfWeek, List<DayInterval>> week = new EnumMap<>(DayOfWeek.class);
        if (place.node() instanceof Node.Fields fields) {
            fields.entries().forEach((key, entry) -> day(key, entry, week));
        } else if (place.node() != null) {
            List<DayInterval> intervals = intervals(place.node());
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, intervals);
            }
        }
        return week;
    }

    private void day(String key, Node.Entry entry, Map<DayOfWeek, List<DayInterval>> week) {
        Optional<List<DayOfWeek>> days = Days.parse(key);
        if (days.isEmpty()) {
            problem(
                    entry.keyPosition(),
                    "has the unknown day " + Texts.shown(key) + "; days are " + String.join(", ", Days.NAMES)
                            + " and ranges such as mon-fri");
            return;
        }
        List<DayInterval> intervals = intervals(entry.value());
        for (DayOfWeek day : days.get()) {
            if (week.put(day, intervals) != null) {
                problem(entry.keyPosition(), "gives '" + Days.name(day) + "' twice");
            }
        }
    }

    /** Intervals of one day; null in the file gives none. */
    private List<DayInterval> intervals(Node node) {
        List<DayInterval> intervals = new ArrayList<>();
        if (node instanceof Node.Items items) {
            if (items.items().size() > MOST_INTERVALS) {
                problem(node.position(), "has more than " + MOST_INTERVALS + " intervals a day");
                return intervals;
            }
            for (Node item : items.items()) {
                interval(item, intervals);
            }
        } else if (!(node instanceof Node.Scalar scalar && scalar.isNull())) {
            interval(node, intervals);
        }
        return intervals;
    }

    private void interval(Node node, List<DayInterval> intervals) {
        if (!(node instanceof Node.Scalar scalar)) {
            problem(node.position(), "must be hours such as '08:00-17:00', got " + node.describe());
            return;
        }
        try {
            DayInterval interval =
                    scalar.text().strip().equals("always") ? DayInterval.WHOLE_DAY : Times.interval(scalar.text());
            if (intervals.stream().anyMatch(interval::overlaps)) {
                throw new Invalid("has hours that overlap others of the same day, got " + Texts.shown(scalar.text()));
            }
            intervals.add(interval);
        } catch (Invalid e) {
            problem(node.position(), e.text());
        }
    }

    private void problem(Position position, String predicate) {
        place.reading().problems().add(position, place.path() + " " + predicate);
    }
}
