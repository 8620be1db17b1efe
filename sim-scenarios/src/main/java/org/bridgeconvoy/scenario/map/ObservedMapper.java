package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.Observed;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.table.CsvTable;
import org.bridgeconvoy.scenario.table.SomeRows;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/** Reads the table of observed counts: one column gives the day or hour, one or two give counts of trucks. */
final class ObservedMapper {

    /** Columns that give the day or hour; the table has exactly one. */
    private static final List<String> PERIODS = List.of("date", "day", "time");

    /** Columns of counts; the table has one or both. */
    private static final List<String> COUNTS = List.of("outbound_trucks", "return_trucks");

    /** Days by which every run has ended; later ones are not told apart, and their nanoseconds fit 64 bits. */
    private static final int BEYOND = 100_000;

    private final LocalDate start;
    private final @Nullable ConvoyConfig world;
    private final LocalClock clock;

    /**
     * A mapper for one run.
     *
     * @param start date of day 0
     * @param world the configuration, with whose measured window the counts are compared; null if it has problems
     */
    ObservedMapper(LocalDate start, @Nullable ConvoyConfig world) {
        this.start = start;
        this.world = world;
        clock = world == null ? LocalClock.fixed(0) : world.originClock();
    }

    /** The counts of each column; empty if there are none or, with a problem added, if the table cannot be used. */
    List<Observed> observed(Place place) {
        return place.isPresent()
                ? place.<List<Observed>>find(value -> table(value, place)).orElse(List.of())
                : List.of();
    }

    private List<Observed> table(String value, Place place) throws Invalid {
        List<String> known = new ArrayList<>(PERIODS);
        known.addAll(COUNTS);
        CsvTable table = CsvTable.named(value, place, List.of(), known);
        String period = table.onlyColumn(PERIODS);
        List<String> counts = table.columns().stream().filter(COUNTS::contains).toList();
        if (counts.isEmpty()) {
            throw new Invalid("must have a column " + Texts.or(COUNTS));
        }
        Map<CsvTable.Row, Integer> numbers = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            row.<Integer>find(period, text -> number(text, period)).ifPresent(number -> numbers.put(row, number));
        }
        if (world != null) {
            warnOfLeftOut(numbers, period, world);
        }
        return counts.stream()
                .map(what ->
                        new Observed(what, period.equals("time"), !period.equals("day"), counts(numbers, period, what)))
                .toList();
    }

    /** The counts of a column by day or hour; an empty cell was not observed. */
    private static SortedMap<Integer, Double> counts(Map<CsvTable.Row, Integer> numbers, String period, String what) {
        SortedMap<Integer, Double> counts = new TreeMap<>();
        numbers.forEach((row, number) -> {
            if (row.has(what)) {
                row.find(what, ObservedMapper::count).ifPresent(count -> {
                    if (counts.putIfAbsent(number, count) != null) {
                        row.problem(period, "is there twice, got " + Texts.shown(row.text(period)));
                    }
                });
            }
        });
        return counts;
    }

    /** Warns about days and hours that do not lie wholly in the measured window, because they are not compared. */
    private void warnOfLeftOut(Map<CsvTable.Row, Integer> numbers, String period, ConvoyConfig world) {
        SomeRows before = new SomeRows("lie before the start of the run and are not compared");
        SomeRows warmUp = new SomeRows("lie in the warm-up and are not compared");
        SomeRows after = new SomeRows("lie after the end of the run and are not compared");
        numbers.forEach((row, number) -> {
            if (number < 0) {
                before.add(row);
            } else if (begin(number + 1, period) > world.horizonNanos()) {
                after.add(row);
            } else if (begin(number, period) < world.warmUpNanos()) {
                warmUp.add(row);
            }
        });
        boolean none = before.count() + warmUp.count() + after.count() == numbers.size();
        for (SomeRows rows : List.of(before, warmUp, after)) {
            rows.warn(numbers.size() + " rows", none ? "; no row is left to compare" : "");
        }
    }

    /** Number of the day or hour since the start; below 0 before it. */
    private int number(String text, String period) throws Invalid {
        if (period.equals("time")) {
            long nanos = BridgeMapper.nanosSince(start, Times.dateTime(text));
            if (nanos % Nanos.HOUR != 0) {
                throw new Invalid("must be the beginning of a full hour, got " + Texts.shown(text));
            }
            return shown((int) Math.floorDiv(nanos, Nanos.HOUR), text, period);
        }
        int day = DayNumbers.day(text, period.equals("date"), start);
        return shown(Math.max(-BEYOND, Math.min(day, BEYOND)), text, period);
    }

    /** The number of an hour or day, unless the clock skips all of it. */
    private int shown(int number, String text, String period) throws Invalid {
        if (world != null && begin(number, period) == begin(number + 1, period)) {
            throw new Invalid("must be " + (period.equals("time") ? "an hour" : "a date") + " that the clock of "
                    + world.origin().timeZone().name() + " does not skip, got " + Texts.shown(text));
        }
        return number;
    }

    /** When an hour or day begins on the simulation clock; days that are only numbered follow that clock itself. */
    private long begin(int number, String period) {
        long local = number * (period.equals("time") ? Nanos.HOUR : Nanos.DAY);
        return period.equals("day") ? local : clock.firstShowing(local);
    }

    private static double count(String text) throws Invalid {
        double count = Quantity.real(text);
        if (count < 0) {
            throw new Invalid("must be >= 0, got " + text);
        }
        return count;
    }
}
