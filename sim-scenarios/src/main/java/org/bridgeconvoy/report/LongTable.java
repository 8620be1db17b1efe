package org.bridgeconvoy.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.bridgeconvoy.study.Effort;

/** Hints about files with more rows than a spreadsheet can open. */
final class LongTable {

    /** Advice for files whose number of rows grows with the replications. */
    private static final String READ_OTHERWISE = "fewer --replications make it shorter, or read it with R or Python";

    /** Advice for files whose number of rows grows with the recorded trips. */
    private static final String FEWER_TRIPS = "--trips N writes those of fewer replications";

    /** Most rows that Excel and LibreOffice Calc open, the heading included. */
    private static final long MOST_ROWS = 1_048_576;

    private LongTable() {}

    /**
     * The hint about a table that a run will write; empty if a spreadsheet can open it.
     *
     * @param table its expected rows and bytes
     */
    static Optional<String> hint(Effort.Table table) {
        boolean ofTrips = table.file().equals("trips.csv") || table.file().equals("traffic.csv");
        return table.rows() < MOST_ROWS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s gets about %s rows, %s; a spreadsheet opens at most %,d; %s",
                        table.file(),
                        rows(table.rows()),
                        size(table.bytes()),
                        MOST_ROWS,
                        ofTrips ? FEWER_TRIPS : READ_OTHERWISE));
    }

    /** Three digits: a forecast is not better. */
    private static String rows(double rows) {
        return String.format(
                Locale.ROOT,
                "%,.0f",
                new BigDecimal(rows).round(new MathContext(3)).doubleValue());
    }

    private static String size(double bytes) {
        return bytes < 1e9 ? Math.round(bytes / 1e6) + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
