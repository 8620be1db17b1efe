package org.bridgeconvoy.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads numbers by day: of the week, or of the run. */
final class DayNumbers {

    private DayNumbers() {}

    /** A number for each day of the week that is named. */
    static Map<DayOfWeek, Double> weekdays(Place place) {
        Map<DayOfWeek, Double> factors = new EnumMap<>(DayOfWeek.class);
        if (!(place.node() instanceof Node.Fields fields)) {
            place.problem("must be a map from days to factors such as {sat: 0.5, sun: 0}");
            return factors;
        }
        fields.entries().forEach((key, entry) -> {
            List<DayOfWeek> days = Days.parse(key).orElse(List.of());
            if (days.isEmpty()) {
                place.reading()
                        .problems()
                        .add(
                                entry.keyMark(),
                                place.path() + " has the unknown day " + Texts.shown(key) + "; days are "
                                        + String.join(", ", Days.NAMES) + " and ranges such as mon-fri");
                return;
            }
            if (!place.get(key).isPresent()) {
                return;
            }
            double factor = place.get(key).real(0, Double.MAX_VALUE, 1);
            for (DayOfWeek day : days) {
                if (factors.put(day, factor) != null) {
                    place.reading()
                            .problems()
                            .add(entry.keyMark(), place.path() + " gives '" + Days.name(day) + "' twice");
                }
            }
        });
        return factors;
    }

    /** A file, or a map from days or dates to factors: the form that a resolved scenario uses. */
    static SortedMap<Integer, Double> series(Place place, LocalDate start) {
        if (!(place.node() instanceof Node.Fields fields)) {
            return place.<SortedMap<Integer, Double>>find(
                            file -> new DataFiles(place.reading()).series(file.strip(), place.mark(), start))
                    .orElseGet(TreeMap::new);
        }
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (Map.Entry<String, Node.Entry> entry : fields.entries().entrySet()) {
            try {
                boolean date = entry.getKey().indexOf('-') > 0;
                int day = DataFiles.day(entry.getKey(), date, start);
                String text = entry.getValue().value() instanceof Node.Scalar scalar ? scalar.text() : "";
                if (series.put(day, DataFiles.factor(text)) != null) {
                    throw new Invalid("gives a day twice, got " + Texts.shown(entry.getKey()));
                }
            } catch (Invalid e) {
                place.reading().problems().add(entry.getValue().keyMark(), place.path() + " " + e.text());
            }
        }
        return series;
    }
}
