package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.report.FileSums;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.WorldFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what {@code convoy run} wrote: {@code summary.json}, {@code daily.csv} and {@code daily-cargo.csv} if there are trucks and, if
 * they are there, {@code trips.csv}, {@code traffic.csv} and {@code breakdowns.csv}. Times come back as whole milliseconds, masses as milligrams.
 */
public final class RunFiles {

    private static final TripTime[] TIMES = TripTime.values();

    private final Path folder;
    private final Function<String, WorldFacts> world;
    /** Days of the run by date: a cache. */
    private final Map<LocalDate, Long> dates = new LinkedHashMap<>();

    private LocalDate start = LocalDate.EPOCH;
    private final List<String> cargoes = new ArrayList<>();
    /** Rows of {@code daily-cargo.csv} by replication. */
    private final Map<Integer, List<NamedCsvRecord>> byReplication = new TreeMap<>();

    /** Sums of the set's files; null for a set of an older version, which has none. */
    private @Nullable FileSums sums;

    private RunFiles(Path folder, Function<String, WorldFacts> world) {
        this.folder = folder;
        this.world = world;
    }

    /**
     * Reads a run.
     *
     * @param folder output folder of the run
     * @param world takes the full text of the scenario and gives its facts:
     *     {@code text -> WorldFacts.ofText(text, loader)}
     * @throws IOException with a message for people if a file is missing, is not a file of {@code run}, or does not
     *     belong to the same run as the summary
     */
    public static RunData read(Path folder, Function<String, WorldFacts> world) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a directory; 'convoy run' writes one");
        }
        try {
            return new RunFiles(folder, world).read();
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(folder + " does not hold what 'convoy run' writes: " + e.getMessage(), e);
        }
    }

    private RunData read() throws IOException {
        JsonNode summary = summary();
        sums = FileSums.of(folder, "summary.json", summary).orElse(null);
        start = LocalDate.parse(summary.path("start").asText());
        WorldFacts facts = world.apply(summary.path("scenario_text").asText());
        Map<String, Estimate> metrics = metrics(summary.path("metrics"));
        boolean trucks = metrics.containsKey(MetricFamily.DELIVERED_T_PER_DAY.pattern());
        List<DailyTable> daily = trucks ? daily() : noTrucks(summary);
        List<String> traffic = metrics.keySet().stream()
                .flatMap(name -> Metric.find(name).stream())
                .filter(metric -> metric.family() == MetricFamily.TRAFFIC_PER_DAY)
                .map(Metric::part)
                .toList();
        List<Standing> standing = facts.canBreakDown() ? standing() : List.of();
        return new RunData(
                summary.path("scenario").asText(),
                start,
                nanos(summary, "horizon_d"),
                nanos(summary, "warm_up_d"),
                daily,
                trucks ? trips(standing) : List.of(),
                vehicles(traffic, standing),
                metrics,
                summary.has("observed") ? observed() : List.of(),
                facts,
                RelaxData.of(summary.path("what_limits"), facts),
                null);
    }

    /** Days of a run of through traffic alone, on which no truck does anything. */
    private static List<DailyTable> noTrucks(JsonNode summary) {
        int days = (int) ((nanos(summary, "horizon_d") + Nanos.DAY - 1) / Nanos.DAY);
        DailyTable none = new DailyTable(
                List.of(), List.of(), new int[days], new int[days], new int[days], new int[days], new int[days]);
        return Collections.nCopies(Math.max(1, summary.path("replications").asInt(1)), none);
    }

    private List<DailyTable> daily() throws IOException {
        records("daily-cargo.csv", row -> {
            if (!cargoes.contains(row.getField("cargo"))) {
                cargoes.add(row.getField("cargo"));
            }
            byReplication
                    .computeIfAbsent(integer(row, "replication"), r -> new ArrayList<>())
                    .add(row);
        });
        Map<Integer, List<NamedCsvRecord>> days = new TreeMap<>();
        records(
                "daily.csv",
                row -> days.computeIfAbsent(integer(row, "replication"), r -> new ArrayList<>())
                        .add(row));
        List<DailyTable> daily = new ArrayList<>();
        days.forEach((replication, rows) -> daily.add(table(replication, rows)));
        return daily;
    }

    /** The summary, once it has the fields of a run. */
    private JsonNode summary() throws IOException {
        Path file = folder.resolve("summary.json");
        try {
            JsonNode summary = new ObjectMapper().readTree(Files.readAllBytes(file));
            for (String field : List.of("scenario", "start", "horizon_d", "metrics")) {
                if (!summary.has(field)) {
                    throw new IOException(file + " is not the summary of a run: it has no '" + field + "'");
                }
            }
            return summary;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new IOException(file + where + ": not whole JSON; 'convoy run' writes it", e);
        } catch (NoSuchFileException e) {
            String of = Files.exists(folder.resolve("sweep.json"))
                    ? "a sweep"
                    : Files.exists(folder.resolve("comparison.json")) ? "a comparison" : "";
            throw new IOException(
                    folder + " has no summary.json; " + (of.isEmpty() ? "" : "it is of " + of + "; ")
                            + "'convoy run' writes it",
                    e);
        }
    }

    private static long nanos(JsonNode summary, String field) {
        return Math.round(summary.path(field).asDouble() * Nanos.DAY);
    }

    private static Map<String, Estimate> metrics(JsonNode all) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        all.properties()
                .forEach(m -> metrics.put(
                        m.getKey(),
                        new Estimate(
                                (int) Math.min(m.getValue().path("n").asLong(), Integer.MAX_VALUE),
                                number(m.getValue(), "mean"),
                                number(m.getValue(), "sd"),
                                number(m.getValue(), "half_width_95"),
                                number(m.getValue(), "min"),
                                number(m.getValue(), "max"))));
        return metrics;
    }

    private static double number(JsonNode metric, String field) {
        return metric.path(field).isNumber() ? metric.path(field).asDouble() : Double.NaN;
    }

    /** Reads a CSV file row by row; an error names the line. */
    private void records(String name, Consumer<NamedCsvRecord> each) throws IOException {
        Path file = folder.resolve(name);
        if (sums != null && Files.exists(file)) {
            sums.check(name);
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                try {
                    each.accept(row);
                } catch (RuntimeException e) {
                    throw new IOException(
                            file + ":" + row.getStartingLineNumber() + ": not a row that 'convoy run' writes ("
                                    + e.getMessage() + ")",
                            e);
                }
            }
        } catch (NoSuchFileException e) {
            throw new IOException(folder + " has no " + name + "; 'convoy run' writes it", e);
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The daily table of a replication. */
    private DailyTable table(int replication, List<NamedCsvRecord> rows) {
        int days = rows.size();
        List<DailyTable.Cargo> byCargo = new ArrayList<>();
        for (int c = 0; c < cargoes.size(); c++) {
            byCargo.add(new DailyTable.Cargo(new long[days], new long[days], new long[days]));
        }
        for (NamedCsvRecord row : byReplication.getOrDefault(replication, List.of())) {
            DailyTable.Cargo cargo = byCargo.get(cargoes.indexOf(row.getField("cargo")));
            int day = integer(row, "day");
            cargo.consigned()[day] = milligrams(row, DailyColumn.CONSIGNED_T.label());
            cargo.delivered()[day] = milligrams(row, DailyColumn.DELIVERED_T.label());
            cargo.backlog()[day] = milligrams(row, DailyColumn.BACKLOG_T.label());
        }
        return new DailyTable(
                List.copyOf(cargoes),
                byCargo,
                counts(rows, DailyColumn.CONSIGNED_TRUCKS.label()),
                counts(rows, DailyColumn.OUTBOUND_TRUCKS.label()),
                counts(rows, DailyColumn.DELIVERED_TRUCKS.label()),
                counts(rows, DailyColumn.RETURN_TRUCKS.label()),
                counts(rows, DailyColumn.AWAY_TRUCKS.label()));
    }

    private static int[] counts(List<NamedCsvRecord> rows, String column) {
        return rows.stream().mapToInt(row -> integer(row, column)).toArray();
    }

    private List<ObservedData> observed() throws IOException {
        Map<String, List<ObservedFit.Period>> periods = new LinkedHashMap<>();
        records(
                "observed.csv",
                row -> periods.computeIfAbsent(
                                row.getField("what") + "," + row.getField("per"), key -> new ArrayList<>())
                        .add(new ObservedFit.Period(
                                integer(row, "number"),
                                Double.parseDouble(row.getField("observed")),
                                Double.parseDouble(row.getField("simulated_mean")),
                                Double.parseDouble(row.getField("simulated_low")),
                                Double.parseDouble(row.getField("simulated_high")))));
        List<ObservedData> observed = new ArrayList<>();
        periods.forEach((key, list) -> observed.add(ObservedData.of(
                key.substring(0, key.indexOf(',')), Span.find(key.substring(key.indexOf(',') + 1)), list)));
        return observed;
    }

    private List<TripTable> trips(List<Standing> standing) throws IOException {
        if (!Files.exists(folder.resolve("trips.csv"))) {
            return List.of();
        }
        Map<Integer, TripTable.Builder> builders = new TreeMap<>();
        records("trips.csv", row -> {
            TripTable.Builder trips =
                    builders.computeIfAbsent(integer(row, "replication"), r -> new TripTable.Builder(further(row)));
            int i = trips.add(integer(row, "truck"), cargoes.indexOf(row.getField("cargo")), milligrams(row, "load_t"));
            for (TripTime time : TIMES) {
                String text = time.isFurther() && !further(row) ? "" : row.getField(time.column());
                if (!text.isEmpty()) {
                    trips.reached(i, time, time(text));
                }
            }
            if (further(row) && !row.getField("return_cargo").isEmpty()) {
                trips.returnLoad(i, cargoes.indexOf(row.getField("return_cargo")), milligrams(row, "return_load_t"));
            }
        });
        for (Standing s : standing) {
            TripTable.Builder trips = builders.get(s.replication);
            if (trips != null && s.isTruck) {
                trips.brokeDown(new TripTable.Breakdown(s.row, s.outbound, s.stoppedNanos, s.droveOnNanos, s.share));
            }
        }
        return builders.values().stream().map(TripTable.Builder::build).toList();
    }

    /** The vehicles of these names, which are in the order of the scenario. */
    private List<TrafficTable> vehicles(List<String> names, List<Standing> standing) throws IOException {
        if (names.isEmpty() || !Files.exists(folder.resolve("traffic.csv"))) {
            return List.of();
        }
        Set<String> outbound = new HashSet<>();
        Map<Integer, TrafficTable.Builder> builders = new TreeMap<>();
        records("traffic.csv", row -> {
            String name = row.getField("name");
            if (row.getField("direction").equals("outbound")) {
                outbound.add(name);
            }
            TrafficTable.Builder vehicles =
                    builders.computeIfAbsent(integer(row, "replication"), r -> new TrafficTable.Builder());
            int i = vehicles.add(names.indexOf(name));
            for (TrafficTime time : TrafficTime.values()) {
                String text = row.getField(time.column());
                if (!text.isEmpty()) {
                    vehicles.reached(i, time, time(text));
                }
            }
        });
        for (Standing s : standing) {
            TrafficTable.Builder vehicles = builders.get(s.replication);
            if (vehicles != null && !s.isTruck) {
                vehicles.brokeDown(new TrafficTable.Breakdown(s.row, s.stoppedNanos, s.droveOnNanos, s.share));
            }
        }
        List<TrafficTable.Name> all = names.stream()
                .map(name -> new TrafficTable.Name(name, outbound.contains(name)))
                .toList();
        return builders.values().stream().map(b -> b.build(all)).toList();
    }

    /** A row of {@code breakdowns.csv}; {@code row} is that of the trip or vehicle, from 0. */
    private record Standing(
            int replication,
            boolean isTruck,
            int row,
            boolean outbound,
            long stoppedNanos,
            long droveOnNanos,
            double share) {}

    private List<Standing> standing() throws IOException {
        List<Standing> standing = new ArrayList<>();
        if (Files.exists(folder.resolve("breakdowns.csv"))) {
            records("breakdowns.csv", row -> {
                boolean isTruck = !row.getField("trip").isEmpty();
                standing.add(new Standing(
                        integer(row, "replication"),
                        isTruck,
                        integer(row, isTruck ? "trip" : "vehicle") - 1,
                        row.getField("direction").equals("outbound"),
                        time(row.getField("stopped")),
                        time(row.getField("drove_on")),
                        Double.parseDouble(row.getField("share"))));
            });
        }
        return standing;
    }

    /** Whether the trips have the columns of roads and return loads. */
    private static boolean further(NamedCsvRecord row) {
        return row.findField("return_cargo").isPresent();
    }

    /** {@code 2024-09-02T08:00:00.000} as nanoseconds since the start. */
    private long time(String text) {
        LocalDate date = LocalDate.of(part(text, 0, 4), part(text, 5, 7), part(text, 8, 10));
        long day = dates.computeIfAbsent(date, d -> d.toEpochDay() - start.toEpochDay());
        long seconds = part(text, 11, 13) * 3600L + part(text, 14, 16) * 60L + part(text, 17, 19);
        return day * Nanos.DAY + (seconds * 1000 + part(text, 20, 23)) * 1_000_000L;
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int integer(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static long milligrams(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column))
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
