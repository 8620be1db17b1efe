package org.bridgeconvoy.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.Effort;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.Numbers;
import org.jspecify.annotations.Nullable;

/** Writes the CSV files of a run. Lines end with LF. Writers are flushed but not closed. */
public final class CsvFiles {

    private static final TripTime[] TIMES = TripTime.values();

    /** Number of columns of {@code trips.csv} before the instants. */
    private static final int BEFORE_TIMES = 5;

    private CsvFiles() {}

    /** A hint for each file of a run with more rows than a spreadsheet can open: rows and size as expected, and how to make it shorter. */
    public static List<String> tooLong(Effort effort) {
        return effort.tables().stream()
                .flatMap(table -> LongTable.hint(table).stream())
                .toList();
    }

    /**
     * Writes {@code trips.csv}: a row for each trip, in order of assignment, of the replications that recorded trips.
     */
    public static void trips(StudyResult result, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        boolean further = hasFurther(result);
        List<String> columns = tripColumns(further);
        csv.writeRecord(columns);
        Clock clock = new Clock(result.start());
        String[] row = new String[columns.size()];
        for (ReplicationResult replication : result.replications()) {
            TripTable trips = replication.trips();
            for (int i = 0; trips != null && i < trips.size(); i++) {
                row[0] = Integer.toString(replication.replication());
                row[1] = Integer.toString(i + 1);
                row[2] = Integer.toString(trips.truck(i));
                row[3] = result.cargoes().get(trips.cargo(i));
                row[4] = Numbers.tonnes(trips.loadMilligrams(i));
                int cell = BEFORE_TIMES;
                for (TripTime time : TIMES) {
                    if (time == TripTime.RETURN_CONSIGNED && further) {
                        boolean isEmpty = trips.returnCargo(i) == TripTable.EMPTY;
                        row[cell++] = isEmpty ? "" : result.cargoes().get(trips.returnCargo(i));
                        row[cell++] = isEmpty ? "" : Numbers.tonnes(trips.returnLoadMilligrams(i));
                    }
                    if (further || !time.isFurther()) {
                        row[cell++] = clock.dateTime(trips.time(i, time));
                    }
                }
                csv.writeRecord(row);
            }
        }
        csv.flush();
    }

    /**
     * Writes {@code breakdowns.csv}: a row for each truck or vehicle of the through traffic that stood on the bridge,
     * in order of stopping, of the replications that recorded them. A row has the trip or vehicle, the direction, the
     * share of the bridge behind it, and the instants at which it stopped and drove on. Without through traffic there
     * is no column {@code vehicle}.
     */
    public static void breakdowns(StudyResult result, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        boolean hasVehicles = result.replications().stream().anyMatch(r -> r.vehicles() != null);
        List<String> columns =
                new ArrayList<>(List.of("replication", "trip", "direction", "share", "stopped", "drove_on"));
        if (hasVehicles) {
            columns.add("vehicle");
        }
        csv.writeRecord(columns);
        Clock clock = new Clock(result.start());
        for (ReplicationResult replication : result.replications()) {
            for (Standing s : Standing.of(replication)) {
                List<String> row = new ArrayList<>(List.of(
                        Integer.toString(replication.replication()),
                        s.isTruck() ? Integer.toString(s.row() + 1) : "",
                        s.outbound() ? "outbound" : "return",
                        Numbers.fixed(s.share(), 6),
                        clock.dateTime(s.stoppedNanos()),
                        clock.dateTime(s.droveOnNanos())));
                if (hasVehicles) {
                    row.add(s.isTruck() ? "" : Integer.toString(s.row() + 1));
                }
                csv.writeRecord(row);
            }
        }
        csv.flush();
    }

    /**
     * A truck or vehicle that stood on the bridge.
     *
     * @param row row of its trip or vehicle in the table of the replication, from 0
     * @param share share of the bridge behind it, from 0 to 1
     */
    private record Standing(
            boolean isTruck, int row, boolean outbound, long stoppedNanos, long droveOnNanos, double share) {

        /** Trucks and vehicles of a replication in order of stopping; at one instant trucks come first. */
        static List<Standing> of(ReplicationResult replication) {
            List<Standing> standing = new ArrayList<>();
            TripTable trips = replication.trips();
            if (trips != null) {
                trips.breakdowns()
                        .forEach(b -> standing.add(new Standing(
                                true, b.row(), b.outbound(), b.stoppedNanos(), b.droveOnNanos(), b.share())));
            }
            TrafficTable vehicles = replication.vehicles();
            if (vehicles != null) {
                vehicles.breakdowns()
                        .forEach(b -> standing.add(new Standing(
                                false,
                                b.row(),
                                vehicles.name(b.row()).outbound(),
                                b.stoppedNanos(),
                                b.droveOnNanos(),
                                b.share())));
                standing.sort(Comparator.comparingLong(Standing::stoppedNanos));
            }
            return standing;
        }
    }

    /**
     * Writes {@code traffic.csv}: a row for each vehicle of the through traffic, in order of joining the bridge queue,
     * of the replications that recorded vehicles.
     */
    public static void traffic(StudyResult result, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        csv.writeRecord("replication", "vehicle", "name", "direction", "queued", "enter", "exit");
        Clock clock = new Clock(result.start());
        for (ReplicationResult replication : result.replications()) {
            TrafficTable vehicles = replication.vehicles();
            for (int i = 0; vehicles != null && i < vehicles.size(); i++) {
                csv.writeRecord(
                        Integer.toString(replication.replication()),
                        Integer.toString(i + 1),
                        vehicles.name(i).name(),
                        vehicles.name(i).outbound() ? "outbound" : "return",
                        clock.dateTime(vehicles.time(i, TrafficTime.QUEUED)),
                        clock.dateTime(vehicles.time(i, TrafficTime.ENTER)),
                        clock.dateTime(vehicles.time(i, TrafficTime.EXIT)));
            }
        }
        csv.flush();
    }

    /** Whether {@code trips.csv} has the columns of roads and return loads: the scenario has either. */
    private static boolean hasFurther(StudyResult result) {
        return result.replications().stream()
                .map(ReplicationResult::trips)
                .anyMatch(trips -> trips != null && trips.hasFurther());
    }

    private static List<String> tripColumns(boolean further) {
        List<String> columns = new ArrayList<>(List.of("replication", "trip", "truck", "cargo", "load_t"));
        for (TripTime time : TIMES) {
            if (time == TripTime.RETURN_CONSIGNED && further) {
                columns.add("return_cargo");
                columns.add("return_load_t");
            }
            if (further || !time.isFurther()) {
                columns.add(time.column());
            }
        }
        return columns;
    }

    /** Writes {@code daily.csv}: a row for each replication and day, warm-up included. */
    public static void daily(StudyResult result, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        List<String> columns = new ArrayList<>(List.of("replication", "day", "date"));
        Arrays.stream(DailyColumn.values()).map(DailyColumn::label).forEach(columns::add);
        csv.writeRecord(columns);
        Clock clock = new Clock(result.start());
        for (ReplicationResult replication : result.replications()) {
            DailyTable days = replication.daily();
            for (int day = 0; day < days.days(); day++) {
                csv.writeRecord(
                        Integer.toString(replication.replication()),
                        Integer.toString(day),
                        clock.date(day),
                        Integer.toString(days.consignedTrucks()[day]),
                        Numbers.tonnes(days.consigned(day)),
                        Integer.toString(days.outboundTrucks()[day]),
                        Integer.toString(days.deliveredTrucks()[day]),
                        Numbers.tonnes(days.delivered(day)),
                        Integer.toString(days.returnTrucks()[day]),
                        Numbers.tonnes(days.backlog(day)),
                        Integer.toString(days.awayTrucks()[day]));
            }
        }
        csv.flush();
    }

    /** Writes {@code daily-cargo.csv}: a row for each replication, day and cargo, warm-up included. */
    public static void dailyByCargo(StudyResult result, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        csv.writeRecord("replication", "day", "date", "cargo", "consigned_t", "delivered_t", "backlog_t");
        Clock clock = new Clock(result.start());
        for (ReplicationResult replication : result.replications()) {
            DailyTable days = replication.daily();
            for (int day = 0; day < days.days(); day++) {
                for (int cargo = 0; cargo < result.cargoes().size(); cargo++) {
                    DailyTable.Cargo of = days.byCargo().get(cargo);
                    csv.writeRecord(
                            Integer.toString(replication.replication()),
                            Integer.toString(day),
                            clock.date(day),
                            result.cargoes().get(cargo),
                            Numbers.tonnes(of.consigned()[day]),
                            Numbers.tonnes(of.delivered()[day]),
                            Numbers.tonnes(of.backlog()[day]));
                }
            }
        }
        csv.flush();
    }

    /**
     * Writes {@code observed.csv}: a row for each observed hour or day of the measured window, with the simulated mean
     * and band.
     */
    public static void observed(StudyResult result, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        csv.writeRecord(
                "what", "per", "number", "start", "observed", "simulated_mean", "simulated_low", "simulated_high");
        for (ObservedFit fit : result.observed()) {
            for (ObservedFit.Period period : fit.periods()) {
                csv.writeRecord(
                        fit.what(),
                        fit.per().label(),
                        Integer.toString(period.number()),
                        result.start()
                                .atStartOfDay()
                                .plusNanos(period.number() * fit.per().nanos())
                                .toString(),
                        Double.toString(period.observed()),
                        Double.toString(period.mean()),
                        Double.toString(period.low()),
                        Double.toString(period.high()));
            }
        }
        csv.flush();
    }

    /** Writes the metrics as a table with the numbers of {@code summary.json}. A cell without a value is empty. */
    public static void metrics(StudyResult result, Appendable out) throws IOException {
        CsvWriter csv = csv(new AppendableWriter(out));
        boolean hasControls = result.metrics().stream().anyMatch(m -> m.controlled() != null);
        List<String> columns = new ArrayList<>(
                List.of("metric", "unit", "mean", "sd", "half_width_95", "min", "max", "n", "not_cleared"));
        if (hasControls) {
            columns.addAll(List.of("controlled_mean", "controlled_half_width_95", "controls", "r2"));
        }
        csv.writeRecord(columns);
        for (MetricResult m : result.metrics()) {
            List<String> row = new ArrayList<>(List.of(
                    m.name(),
                    m.metric().unit(),
                    number(m.isPooled() ? m.value() : m.estimate().mean()),
                    number(m.sd()),
                    number(m.isPooled() ? m.halfWidth() : m.estimate().halfWidth95()),
                    number(m.min()),
                    number(m.max()),
                    Long.toString(m.n()),
                    m.countsNotCleared() ? Integer.toString(m.notCleared()) : ""));
            if (hasControls) {
                row.addAll(controlled(m.controlled()));
            }
            csv.writeRecord(row);
        }
        csv.flush();
    }

    private static List<String> controlled(@Nullable ControlledEstimate e) {
        return e == null
                ? List.of("", "", "", "")
                : List.of(number(e.mean()), number(e.halfWidth95()), Integer.toString(e.controls()), number(e.r2()));
    }

    /** A number as a cell; empty for NaN. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.shortest(value);
    }

    /** A writer of rows that end with LF. */
    static CsvWriter csv(Writer out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    /**
     * A {@link Writer} that passes text on to an {@link Appendable}. It wraps an {@link IOException} in an
     * {@link UncheckedIOException}.
     */
    static final class AppendableWriter extends Writer {

        private final Appendable out;

        AppendableWriter(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            try {
                out.append(new String(text, offset, length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // The caller closes the Appendable.
        }
    }
}
