package org.bridgeconvoy.scenario.map;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.table.CsvTable;
import org.bridgeconvoy.scenario.text.Days;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;

/** Reads numbers by day: by day of the week, or by day of the run. */
final class DayNumbers {

    private DayNumbers() {}

    /** A number for each day of the week that the map names. */
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
                                entry.keyPosition(),
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
                            .add(entry.keyPosition(), place.path() + " gives '" + Days.name(day) + "' twice");
                }
            }
        });
        return factors;
    }

    /** Factors by day of the run, from a table or from a map of days or dates, as a resolved scenario has them. */
    static SortedMap<Integer, Double> series(Place place, LocalDate start) {
        if (!(place.node() instanceof Node.Fields fields)) {
            return place.<SortedMap<Integer, Double>>find(value -> table(value, place, start))
                    .orElseGet(TreeMap::new);
        }
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (Map.Entry<String, Node.Entry> entry : fields.entries().entrySet()) {
            try {
                boolean date = entry.getKey().indexOf('-') > 0;
                int day = day(entry.getKey(), date, start);
                String text = entry.getValue().value() instanceof Node.Scalar scalar ? scalar.text() : "";
                if (series.put(day, factor(text)) != null) {
                    throw new Invalid("gives a day twice, got " + Texts.shown(entry.getKey()));
                }
            } catch (Invalid e) {
                place.reading().problems().add(entry.getValue().keyPosition(), place.path() + " " + e.text());
            }
        }
        return series;
    }

    /**
     * Factors by day of the run, from a table with the columns {@code day,factor} or {@code date,factor} in order of
     * time.
     */
    static SortedMap<Integer, Double> table(String value, Place place, LocalDate start) throws Invalid {
        CsvTable table = CsvTable.named(value, place, List.of("factor"), List.of("day", "date"));
        String period = table.onlyColumn(List.of("day", "date"));
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (CsvTable.Row row : table.rows()) {
            Optional<Integer> day = row.find(period, text -> day(text, period.equals("date"), start));
            Optional<Double> factor = row.find("factor", DayNumbers::factor);
            if (day.isEmpty() || factor.isEmpty()) {
                continue;
            }
            if (!series.isEmpty() && day.get() <= series.lastKey()) {
                row.problem(period, "must come after the one before it, got " + Texts.shown(row.text(period)));
            } else {
                series.put(day.get(), factor.get());
            }
        }
        return series;
    }

    /** Day of the run, from its number or its date; day 0 is the start. */
    static int day(String text, boolean date, LocalDate start) throws Invalid {
        long day = date ? Times.date(text).toEpochDay() - start.toEpochDay() : Quantity.whole(text);
        if (Math.abs(day) > 4_000_000) {
            throw new Invalid("must be a day of the run, got " + Texts.shown(text));
        }
        return (int) day;
    }

    private static double factor(String text) throws Invalid {
        double factor = Quantity.real(text);
        if (factor < 0) {
            throw new Invalid("must be >= 0, got " + text.strip());
        }
        return factor;
    }
}
