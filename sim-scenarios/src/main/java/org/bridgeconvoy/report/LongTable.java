package org.bridgeconvoy.report;

import java.util.Locale;
import java.util.Optional;

/** Hints about files with more rows than a spreadsheet can open. */
final class LongTable {

    /** Advice for files whose number of rows grows with the replications. */
    static final String READ_OTHERWISE = "fewer --replications make it shorter, or read it with R or Python";

    /** Most rows that Excel and LibreOffice Calc open, the heading included. */
    private static final long MOST_ROWS = 1_048_576;

    private LongTable() {}

    /**
     * The hint about a table; empty if a spreadsheet can open it.
     *
     * @param name name of the file
     * @param rows number of rows without the heading
     * @param bytesOfRow approximate number of bytes of a row
     * @param helps advice for the user
     */
    static Optional<String> hint(String name, long rows, int bytesOfRow, String helps) {
        return rows < MOST_ROWS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s gets %,d rows, about %s; a spreadsheet opens at most %,d; %s",
                        name,
                        rows,
                        size(rows * bytesOfRow),
                        MOST_ROWS,
                        helps));
    }

    private static String size(double bytes) {
        return bytes < 1e9 ? Math.round(bytes / 1e6) + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
