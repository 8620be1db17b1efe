package org.bridgeconvoy.scenario.write;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.scenario.text.Texts;

/** Writes the tables of a scenario within its file: listed consignments, and what was observed. */
final class TableText {

    private final LocalDate start;
    private final LocalClock clock;

    /** Lead of the simulation clock over UTC in nanoseconds. */
    private final long aheadOfUtc;

    TableText(ConvoyConfig config) {
        start = config.start();
        clock = config.originClock();
        aheadOfUtc = LocalClock.reference(config.origin().timeZone(), start) * Nanos.SECOND;
    }

    /** The consignments with their priorities, which are left out where all are those of their cargoes. */
    String consignments(List<Consignment> consignments, List<CargoStream> written) {
        Map<String, Integer> priorities = new TreeMap<>();
        written.forEach(stream -> priorities.put(stream.cargo(), stream.priority()));
        boolean isPlain = consignments.stream().allMatch(c -> c.priority() == priorities.getOrDefault(c.cargo(), 0));
        StringBuilder text = new StringBuilder("time,cargo,tonnes").append(isPlain ? "\n" : ",priority\n");
        for (Consignment consignment : consignments) {
            text.append(time(consignment.atNanos()))
                    .append(',')
                    .append(consignment.cargo())
                    .append(',')
                    .append(Texts.number(consignment.tonnes()))
                    .append(isPlain ? "" : "," + consignment.priority())
                    .append('\n');
        }
        return text.toString();
    }

    /** The time on the wall clock; the duration since the start where the clock shows a time twice. */
    private String time(long at) {
        long local = at + clock.aheadNanos(at);
        return clock.firstShowing(local) == at ? Values.dateTime(start, local) : Values.duration(at);
    }

    /** The observed numbers: a row for each day, hour or instant, a column for each count. */
    String observed(List<Observed> columns) {
        boolean byWallClock = columns.stream().anyMatch(Observed::byWallClock);
        boolean isOfDays = columns.get(0).per() == Span.DAY;
        String period = isOfDays ? (byWallClock ? "date" : "day") : isUtc(columns) ? "utc" : "time";
        SortedMap<Long, String[]> rows = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int cell = i;
            Observed column = columns.get(i);
            column.counts()
                    .forEach((number, count) ->
                            rows.computeIfAbsent(local(column, number, period), begin -> blank(columns.size()))[cell] =
                                    Texts.number(count));
        }
        StringBuilder text = new StringBuilder(period);
        columns.forEach(column -> text.append(',').append(column.what()));
        text.append('\n');
        rows.forEach((begin, cells) -> text.append(period(begin, period))
                .append(',')
                .append(String.join(",", cells))
                .append('\n'));
        return text.toString();
    }

    private static String[] blank(int cells) {
        String[] row = new String[cells];
        Arrays.fill(row, "");
        return row;
    }

    private String period(long begin, String period) {
        long day = Math.floorDiv(begin, Nanos.DAY);
        return switch (period) {
            case "day" -> Long.toString(day);
            case "date" -> start.plusDays(day).toString();
            default -> Values.dateTime(start, begin);
        };
    }

    /** Whether an hour is counted by the simulation clock: of hours and instants that only UTC gives. */
    private static boolean isUtc(List<Observed> columns) {
        return columns.stream().anyMatch(column -> column.per() == Span.HOUR && !column.byWallClock());
    }

    /** Nanoseconds since 00:00 of the start date, as the table's clock shows them. */
    private long local(Observed column, int number, String period) {
        long nanos = number * column.per().nanos();
        if (period.equals("utc")) {
            return nanos - aheadOfUtc;
        }
        return column.per() == Span.INSTANT ? nanos + clock.aheadNanos(nanos) : nanos;
    }
}
