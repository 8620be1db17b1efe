package org.bridgeconvoy.report;

import java.util.Locale;
import java.util.Optional;

/** Says what is in store for someone who opens a long table with a spreadsheet. */
final class LongTable {

    static final String READ_OTHERWISE = "fewer --replications make it shorter, or read it with R or Python";

    /** What Excel and LibreOffice Calc hold, the heading included. */
    private static final long MOST_ROWS = 1_048_576;

    private LongTable() {}

    /**
     * Gives a hint if a table is too long.
     *
     * @param rows without the heading
     * @param bytesOfRow about how many bytes a row takes
     * @param helps what to do about it
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
