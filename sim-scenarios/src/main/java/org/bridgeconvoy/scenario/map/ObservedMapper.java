package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.table.CsvTable;
import org.bridgeconvoy.scenario.table.SomeRows;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/** Reads what was observed: a column that tells the day, hour or instant, and others with counts, queues and waits. */
final class ObservedMapper {

    private static final List<String> PERIODS = List.of("date", "day", "time", "utc");

    /** Columns of which an hour may be counted too. */
    private static final List<String> HOURLY = List.of("outbound_trucks", "return_trucks");

    /** Days by which every run has ended; later ones are not told apart, and their nanoseconds fit 64 bits. */
    private static final int BEYOND = 100_000;

    private static final List<String> DAILY =
            Arrays.stream(DailyColumn.values()).map(DailyColumn::label).toList();

    private final LocalDate start;
    private final @Nullable ConvoyConfig world;
    private final List<String> traffic;
    private final LocalClock clock;

    /** Lead of the simulation clock over UTC. */
    private final long aheadNanos;

    private final Set<CsvTable.Row> wrong = new HashSet<>();

    /**
     * A reader.
     *
     * @param start the date of day 0
     * @param world whose window the numbers are compared in; null if it has problems
     * @param traffic names of the through traffic that the file gives
     */
    ObservedMapper(LocalDate start, @Nullable ConvoyConfig world, List<String> traffic) {
        this.start = start;
        this.world = world;
        this.traffic = traffic;
        clock = world == null ? LocalClock.fixed(0) : world.originClock();
        aheadNanos = world == null ? 0 : LocalClock.reference(world.origin().timeZone(), start) * Nanos.SECOND;
    }

    /** The numbers of each column. */
    List<Observed> observed(Place place) {
        return place.isPresent()
                ? place.<List<Observed>>find(value -> table(value, place)).orElse(List.of())
                : List.of();
    }

    private List<Observed> table(String value, Place place) throws Invalid {
        List<String> known = new ArrayList<>(PERIODS);
        known.addAll(DAILY);
        known.addAll(ofInstants());
        CsvTable table = CsvTable.named(value, place, List.of(), known);
        String period = table.onlyColumn(PERIODS);
        List<String> columns =
                table.columns().stream().filter(c -> !c.equals(period)).toList();
        checkColumns(period, columns);
        boolean isOfDays = period.equals("date") || period.equals("day");
        List<Observed> observed = new ArrayList<>();
        for (String column : columns) {
            Span per = isOfDays ? Span.DAY : HOURLY.contains(column) ? Span.HOUR : Span.INSTANT;
            boolean byWallClock = period.equals("date") || period.equals("time") && per == Span.HOUR;
            observed.add(new Observed(column, per, byWallClock, counts(table, period, column, per)));
        }
        if (world != null) {
            warnOfLeftOut(table, period, observed.get(0), world);
        }
        return observed;
    }

    /** Columns of queues and waits. */
    private List<String> ofInstants() {
        List<String> names = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            names.add(Observed.queueOf(stage));
            names.add(Observed.waitOf(stage));
        }
        for (String name : traffic) {
            names.add(Observed.queueOfTraffic(name));
            names.add(Observed.waitOfTraffic(name));
        }
        return names;
    }

    private void checkColumns(String period, List<String> columns) throws Invalid {
        if (columns.isEmpty()) {
            throw new Invalid("must have a column " + Texts.or(HOURLY) + ", or of a queue or wait such as "
                    + Observed.queueOf(Stage.OUTBOUND));
        }
        boolean isOfInstants = period.equals("time") || period.equals("utc");
        for (String column : columns) {
            if (DAILY.contains(column)) {
                if (isOfInstants && !HOURLY.contains(column)) {
                    throw new Invalid(
                            "has the column " + column + ", which is of a day: give date or day in place of " + period);
                }
                checkClock(period, column);
            } else if (!isOfInstants) {
                throw new Invalid("has the column " + column + ", which is of an instant: give time or utc in place of "
                        + period);
            }
            checkWorld(column);
        }
    }

    /** Only exits are counted anew by the dates of a wall clock that jumps; the daily table has days of 24 h. */
    private void checkClock(String period, String column) throws Invalid {
        if (period.equals("date")
                && !HOURLY.contains(column)
                && world != null
                && clock.nextChange(0) < world.horizonNanos()) {
            throw new Invalid(
                    "has the column " + column + ", which cannot be compared by date on a clock that changes during"
                            + " the run (" + world.origin().timeZone().name() + "): give day in place of date");
        }
    }

    private void checkWorld(String column) throws Invalid {
        if (world == null || column.indexOf('.') >= 0) {
            return;
        }
        if (!world.hasTrucks()) {
            throw new Invalid("has the column " + column + ", but the scenario has traffic alone and no trucks");
        }
        for (Stage stage : Stage.values()) {
            boolean isMissing = stage.isStation() && world.station(stage) == null;
            if (isMissing && (column.equals(Observed.queueOf(stage)) || column.equals(Observed.waitOf(stage)))) {
                throw new Invalid("has the column " + column + ", but the scenario has no " + stage.key());
            }
        }
    }

    private SortedMap<Integer, Double> counts(CsvTable table, String period, String column, Span per) {
        SortedMap<Integer, Double> counts = new TreeMap<>();
        for (CsvTable.Row row : table.rows()) {
            if (row.has(column) || !row.has(period)) {
                Optional<Integer> number = number(row, period, per);
                Optional<Double> count = row.find(column, ObservedMapper::count);
                if (number.isPresent() && count.isPresent() && counts.putIfAbsent(number.get(), count.get()) != null) {
                    row.problem(period, "is there twice, got " + Texts.shown(row.text(period)));
                }
            }
        }
        return counts;
    }

    /** Warns about days, hours and instants that do not lie wholly in the measured window, because they are not compared. */
    private void warnOfLeftOut(CsvTable table, String period, Observed first, ConvoyConfig measured) {
        SomeRows before = new SomeRows("lie before the start of the run and are not compared");
        SomeRows warmUp = new SomeRows("lie in the warm-up and are not compared");
        SomeRows after = new SomeRows("lie after the end of the run and are not compared");
        int rows = 0;
        for (CsvTable.Row row : table.rows()) {
            Optional<Integer> number = known(row.text(period), period, first.per());
            if (number.isPresent()) {
                rows++;
                if (number.get() < 0) {
                    before.add(row);
                } else if (!first.hasEnded(number.get(), measured, clock)) {
                    after.add(row);
                } else if (!first.isWithin(number.get(), measured, clock)) {
                    warmUp.add(row);
                }
            }
        }
        SomeRows offsets = new SomeRows("give the time with an offset from UTC");
        table.rows().stream()
                .filter(row -> ConsignmentsMapper.hasOffset(row.text(period)))
                .forEach(offsets::add);
        offsets.warn(rows + " rows", "; it is converted to the origin's clock");
        boolean none = before.count() + warmUp.count() + after.count() == rows;
        for (SomeRows some : List.of(before, warmUp, after)) {
            some.warn(rows + " rows", none ? "; no row is left to compare" : "");
        }
    }

    /** The number of a row; a problem of the row is told once, whatever columns it has. */
    private Optional<Integer> number(CsvTable.Row row, String period, Span per) {
        Optional<Integer> known = known(row.text(period), period, per);
        return known.isEmpty() && wrong.add(row) ? row.find(period, text -> number(text, period, per)) : known;
    }

    private Optional<Integer> known(String text, String period, Span per) {
        try {
            return Optional.of(number(text, period, per));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    /** Number of the day, hour or second since the start; below 0 before it. */
    private int number(String text, String period, Span per) throws Invalid {
        if (per == Span.DAY) {
            int day = DayNumbers.day(text, period.equals("date"), start);
            return shown(Math.max(-BEYOND, Math.min(day, BEYOND)), text, period, per);
        }
        Optional<LocalDateTime> utc = Times.inUtc(text);
        boolean isUtc = period.equals("utc") || utc.isPresent();
        long local = BridgeMapper.nanosSince(start, utc.isPresent() ? utc.get() : Times.dateTime(text));
        if (per == Span.HOUR) {
            // Hours of the column time are counted by the wall clock, those of utc by the simulation clock.
            long since = isUtc ? sinceStart(local) : local;
            long nanos = isUtc && period.equals("time") ? since + clock.aheadNanos(since) : since;
            if (nanos % Nanos.HOUR != 0) {
                throw new Invalid("must be the beginning of a full hour, got " + Texts.shown(text));
            }
            return shown((int) (nanos / Nanos.HOUR), text, period, per);
        }
        long seconds = Math.floorDiv(isUtc ? sinceStart(local) : clock.firstShowing(local), Nanos.SECOND);
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(seconds, Integer.MAX_VALUE));
    }

    /** Nanoseconds since the start, of those since the start's 00:00 in UTC. */
    private long sinceStart(long utc) {
        return utc + aheadNanos;
    }

    /** The number of an hour or date, unless the clock skips all of it. */
    private int shown(int number, String text, String period, Span per) throws Invalid {
        boolean isByWallClock = period.equals("date") || period.equals("time");
        if (world != null
                && isByWallClock
                && clock.firstShowing(number * per.nanos()) == clock.firstShowing((number + 1) * per.nanos())) {
            throw new Invalid("must be " + (per == Span.HOUR ? "an hour" : "a date") + " that the clock of "
                    + world.origin().timeZone().name() + " does not skip, got " + Texts.shown(text));
        }
        return number;
    }

    private static double count(String text) throws Invalid {
        double count = Quantity.real(text);
        if (count < 0) {
            throw new Invalid("must be >= 0, got " + text);
        }
        return count;
    }
}
