package org.bridgeconvoy.report.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario says of its days and stations that charts show beside the data: days since the start on the origin's clock.
 *
 * @param holidays days on which a bank is closed, each as a span of whole days
 * @param closures of the bridge
 * @param changes when the world changes
 * @param servers servers by the name of a station, where their number is given and stays
 */
public record ChartContext(
        List<Span> holidays, List<Span> closures, List<Double> changes, Map<String, Integer> servers) {

    /** Nothing is known. */
    public static final ChartContext NONE = new ChartContext(List.of(), List.of(), List.of(), Map.of());

    private static final Pattern AT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(s|min|h|d)");
    private static final Map<String, Double> DAYS =
            Map.of("s", 1 / 86_400.0, "min", 1 / 1440.0, "h", 1 / 24.0, "d", 1.0);
    private static final String[][] STATIONS = {
        {"origin", "loading", "loading"},
        {"origin", "customs", "export customs"},
        {"destination", "customs", "import customs"},
        {"destination", "unloading", "unloading"}
    };

    /**
     * A span of days.
     *
     * @param from its beginning, in days since the start
     * @param until its end, above the beginning
     */
    public record Span(double from, double until) {}

    /** Copies the collections. */
    public ChartContext {
        holidays = List.copyOf(holidays);
        closures = List.copyOf(closures);
        changes = List.copyOf(changes);
        servers = Map.copyOf(servers);
    }

    /**
     * Of a scenario's resolved text; what the text does not say in the form that {@code convoy show --resolved} writes is left
     * out.
     *
     * @param resolved the text
     * @param start the date of day 0
     */
    static ChartContext of(String resolved, LocalDate start) {
        Map<?, ?> file = ScenarioText.root(resolved);
        List<Span> holidays = new ArrayList<>();
        for (String bank : List.of("origin", "destination")) {
            list(map(file.get(bank)).get("closed")).forEach(dates -> holiday(String.valueOf(dates), start, holidays));
        }
        List<Span> closures = new ArrayList<>();
        for (Object closure : list(map(file.get("bridge")).get("closures"))) {
            closure(map(closure), start, closures);
        }
        List<Double> changes = new ArrayList<>();
        boolean servers = true;
        for (Object change : list(file.get("changes"))) {
            Matcher at = AT.matcher(String.valueOf(map(change).get("at")).strip());
            if (at.matches()) {
                changes.add(Double.parseDouble(at.group(1)) * DAYS.getOrDefault(at.group(2), 1.0));
            }
            String set = String.valueOf(map(change).get("set"));
            servers &= !set.contains("servers") && !set.contains("shifts");
        }
        return new ChartContext(holidays, closures, changes, servers ? servers(file) : Map.of());
    }

    private static void holiday(String dates, LocalDate start, List<Span> holidays) {
        try {
            String[] ends = dates.strip().split("\\.\\.", 2);
            double from = day(LocalDate.parse(ends[0].strip()), start);
            holidays.add(new Span(from, day(LocalDate.parse(ends[ends.length - 1].strip()), start) + 1));
        } catch (DateTimeException e) {
            // Written in another way: left out.
        }
    }

    private static void closure(Map<?, ?> closure, LocalDate start, List<Span> closures) {
        try {
            double from = day(String.valueOf(closure.get("from")), start);
            double until = day(String.valueOf(closure.get("to")), start);
            closures.add(new Span(from, until));
        } catch (DateTimeException e) {
            // Written in another way: left out.
        }
    }

    private static double day(LocalDate date, LocalDate start) {
        return date.toEpochDay() - start.toEpochDay();
    }

    private static double day(String dateTime, LocalDate start) {
        LocalDateTime at = LocalDateTime.parse(dateTime.strip().replace(' ', 'T'));
        return day(at.toLocalDate(), start) + at.toLocalTime().toSecondOfDay() / 86_400.0;
    }

    private static Map<String, Integer> servers(Map<?, ?> file) {
        Map<String, Integer> servers = new LinkedHashMap<>();
        for (String[] station : STATIONS) {
            Object count = map(map(file.get(station[0])).get(station[1])).get("servers");
            if (count instanceof Integer n && n > 0) {
                servers.put(station[2], n);
            }
        }
        return servers;
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
