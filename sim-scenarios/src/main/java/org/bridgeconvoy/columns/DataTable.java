package org.bridgeconvoy.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTime;

/** What is known of the columns of a result table: types, units, and how Parquet holds them. */
final class DataTable {

    /** Tables whose columns are the same in every scenario; in the others, columns are named after inputs and metrics. */
    private static final Set<String> FIXED = Set.of("trips", "traffic", "breakdowns", "daily", "daily-cargo");

    private static final Set<String> WHOLE = Set.of("replication", "trip", "truck", "vehicle", "day");
    private static final Set<String> WORDS = Set.of("cargo", "return_cargo", "name", "direction");
    private static final Map<String, String> UNITS_OF_ENDS = Map.of(
            "_t",
            "t",
            "_trucks",
            "trucks",
            "_min",
            "min",
            "_h",
            "h",
            "_t_per_day",
            "t/d",
            "_trucks_per_day",
            "trucks/d");

    /** Bytes that DuckDB reads of a table at a time: twice its longest line. Its default takes 50 MB more memory. */
    private static final int BUFFER = 4_000_000;

    private final String name;

    /**
     * Instants of trips that stand behind the others, by their beginning, each with one that was reached before it.
     */
    private static final List<Map.Entry<String, String>> FROM = List.of(
            Map.entry("road_origin_out", "load_end"),
            Map.entry("road_destination_out", "import_end"),
            Map.entry("return_consigned", "unload_end"),
            Map.entry("return_assigned", "unload_end"),
            Map.entry("return_load_", "unload_end"),
            Map.entry("return_export_", "unload_end"),
            Map.entry("road_destination_back", "unload_end"),
            Map.entry("return_import_", "return_exit"),
            Map.entry("return_unload_", "return_exit"),
            Map.entry("road_origin_back", "return_exit"));

    DataTable(String name) {
        this.name = name;
    }

    /** Whether the types of the columns are known before any row is read. */
    boolean isFixed() {
        return FIXED.contains(name);
    }

    /** The SQL type of a column of a fixed table. */
    static String type(String column) {
        if (isTime(column)) {
            return "TIMESTAMP";
        }
        if (column.equals("date")) {
            return "DATE";
        }
        if (WORDS.contains(column)) {
            return "VARCHAR";
        }
        if (WHOLE.contains(column) || column.endsWith("_trucks")) {
            return "INTEGER";
        }
        return column.endsWith("_t") ? "DECIMAL(18,9)" : "DOUBLE";
    }

    private static boolean isTime(String column) {
        Set<String> times = new HashSet<>(Set.of("stopped", "drove_on"));
        Arrays.stream(TripTime.values()).map(TripTime::column).forEach(times::add);
        Arrays.stream(TrafficTime.values()).map(TrafficTime::column).forEach(times::add);
        return times.contains(column);
    }

    /** The unit of a column; empty if it has none. */
    static Optional<String> unit(String column) {
        String of = column.replaceFirst("(\\.sd| half_width_95)$", "");
        Optional<Metric> metric = Metric.find(of);
        if (metric.isPresent()) {
            return metric.map(Metric::unit).filter(unit -> !unit.isEmpty());
        }
        return UNITS_OF_ENDS.entrySet().stream()
                .filter(end -> of.endsWith(end.getKey()))
                .max((a, b) -> a.getKey().length() - b.getKey().length())
                .map(Map.Entry::getValue);
    }

    /**
     * One column as Parquet holds it.
     *
     * @param column its name in CSV
     * @param stored its name in Parquet
     * @param from of a duration, the column of the instant that it is counted from; empty for any other column
     */
    record Stored(String column, String stored, String from) {

        boolean isDuration() {
            return !from.isEmpty();
        }
    }

    /**
     * How Parquet holds the columns. Of a trip, the first instant is a time; each further one is the number of milliseconds since an instant
     * before it, which takes half the bytes: durations vary less than times do.
     */
    List<Stored> stored(List<String> columns) {
        List<Stored> stored = new ArrayList<>();
        String before = "";
        for (String column : columns) {
            Optional<String> behind = FROM.stream()
                    .filter(from -> column.startsWith(from.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            String from = behind.orElse(before);
            boolean isDuration = name.equals("trips") && isTime(column) && !from.isEmpty();
            stored.add(isDuration ? new Stored(column, column + "_ms", from) : new Stored(column, column, ""));
            before = isTime(column) && behind.isEmpty() ? column : before;
        }
        return stored;
    }

    /** The rows of a CSV file with typed columns, as a relation of SQL. */
    String readCsv(List<String> columns, String file) {
        if (!isFixed()) {
            return "read_csv(" + DuckDb.text(file) + ", header = true, delim = ',', quote = '\"', sample_size = -1)";
        }
        StringBuilder types = new StringBuilder();
        for (String column : columns) {
            types.append(types.isEmpty() ? "" : ", ")
                    .append(DuckDb.text(column))
                    .append(": ")
                    .append(DuckDb.text(type(column)));
        }
        return "read_csv(" + DuckDb.text(file)
                + ", header = true, auto_detect = false, delim = ',', quote = '\"', buffer_size = " + BUFFER
                + ", columns = {" + types + "})";
    }

    /** What is selected from {@link #readCsv} for Parquet. */
    String toParquet(List<String> columns) {
        List<String> selected = new ArrayList<>();
        for (Stored column : stored(columns)) {
            String sql = DuckDb.name(column.column);
            if (column.isDuration()) {
                sql = "epoch_ms(" + sql + ") - epoch_ms(" + DuckDb.name(column.from) + ")";
            } else if (isFixed() && isTime(column.column)) {
                sql = "CAST(" + sql + " AS TIMESTAMP_MS)";
            }
            selected.add(sql + " AS " + DuckDb.name(column.stored));
        }
        return String.join(", ", selected);
    }

    /**
     * What is selected from the Parquet file to have the columns of the CSV again.
     *
     * @param stored names of the columns in the file
     */
    String fromParquet(List<String> stored) {
        List<String> columns = stored.stream()
                .map(column -> name.equals("trips") && column.endsWith("_ms")
                        ? column.substring(0, column.length() - "_ms".length())
                        : column)
                .toList();
        List<Stored> all = stored(columns);
        List<String> selected = new ArrayList<>();
        for (Stored column : all) {
            selected.add(
                    column.isDuration()
                            ? "epoch_ms(" + since(column, all) + ") AS " + DuckDb.name(column.column)
                            : DuckDb.name(column.column));
        }
        return String.join(", ", selected);
    }

    /** Milliseconds since the epoch of an instant: those of the first one and the durations on the way. */
    private static String since(Stored column, List<Stored> all) {
        if (!column.isDuration()) {
            return "epoch_ms(" + DuckDb.name(column.column) + ")";
        }
        Stored from = all.stream()
                .filter(other -> other.column.equals(column.from))
                .findFirst()
                .orElseThrow();
        return since(from, all) + " + " + DuckDb.name(column.stored);
    }
}
