package org.bridgeconvoy.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.calendar.Nanos;

/** Reads observed counts: a column that tells the day or the hour, and one or two of counts. */
final class ObservedMapper {

    private static final List<String> PERIODS = List.of("date", "day", "time");

    private static final List<String> COUNTS = List.of("outbound_trucks", "return_trucks");

    private final LocalDate start;

    ObservedMapper(LocalDate start) {
        this.start = start;
    }

    /** The counts of each column. */
    List<Observed> observed(Place place) {
        List<Observed> observed = new ArrayList<>();
        List<String> known = new ArrayList<>(PERIODS);
        known.addAll(COUNTS);
        CsvTable table = place.isPresent() ? CsvTable.read(place, List.of(), known) : null;
        if (table == null) {
            return observed;
        }
        List<String> periods =
                table.columns().stream().filter(PERIODS::contains).toList();
        if (periods.size() != 1) {
            place.problem("must have exactly one of the columns " + String.join(", ", PERIODS) + ", got "
                    + (periods.isEmpty() ? "none" : String.join(" and ", periods)));
            return observed;
        }
        List<String> counts = table.columns().stream().filter(COUNTS::contains).toList();
        if (counts.isEmpty()) {
            place.problem("must have a column " + Texts.or(COUNTS));
        }
        for (String what : counts) {
            observed.add(new Observed(what, periods.get(0).equals("time"), counts(table, periods.get(0), what)));
        }
        return observed;
    }

    private SortedMap<Integer, Double> counts(CsvTable table, String period, String what) {
        SortedMap<Integer, Double> counts = new TreeMap<>();
        for (CsvTable.Row row : table.rows()) {
            Optional<Integer> number = row.find(period, text -> period(text, period));
            if (number.isPresent() && row.has(what)) {
                row.find(what, ObservedMapper::count).ifPresent(count -> {
                    if (counts.putIfAbsent(number.get(), count) != null) {
                        row.problem(period, "is there twice, got " + Texts.shown(row.text(period)));
                    }
                });
            }
        }
        return counts;
    }

    private int period(String text, String period) throws Invalid {
        if (period.equals("time")) {
            long nanos = BridgeMapper.nanosSince(start, Times.dateTime(text));
            if (nanos % Nanos.HOUR != 0) {
                throw new Invalid("must be the beginning of a full hour, got " + Texts.shown(text));
            }
            return (int) Math.floorDiv(nanos, Nanos.HOUR);
        }
        return DataFiles.day(text, period.equals("date"), start);
    }

    private static double count(String text) throws Invalid {
        double count = Quantity.real(text);
        if (count < 0) {
            throw new Invalid("must be >= 0, got " + text);
        }
        return count;
    }
}
