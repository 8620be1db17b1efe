package org.bridgeconvoy.columns;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bridgeconvoy.report.TableFormat;

/**
 * Result tables as Parquet: typed columns, units in the metadata of the file, compressed. The table is written as CSV first and then read by
 * DuckDB, so the memory that this takes does not grow with the rows. One table gives the same bytes each time.
 */
public final class ParquetTables implements TableFormat {

    /** A larger heap is made smaller before DuckDB takes memory of its own. */
    private static final long LARGE_HEAP = 40_000_000;

    private final Consumer<String> tell;

    /**
     * Tables as Parquet.
     *
     * @param tell hears that DuckDB is fetched, the first time
     */
    public ParquetTables(Consumer<String> tell) {
        this.tell = tell;
    }

    /**
     * Fetches DuckDB if need be, so that a command fails before its work if it cannot write at the end.
     *
     * @throws IOException with a message for people if it cannot be fetched or does not run here
     */
    public void prepare() throws IOException {
        DuckDb.open(tell).close();
    }

    @Override
    public String nameOf(String csv) {
        return csv.replaceFirst("\\.csv$", ".parquet");
    }

    @Override
    public void convert(String name, Path csv, Path to) throws IOException {
        DataTable table = new DataTable(name.replaceFirst("\\.csv$", ""));
        List<String> columns = header(csv);
        if (Runtime.getRuntime().totalMemory() > LARGE_HEAP) {
            // DuckDB's memory is not in the heap, which gives back here what the simulation has left there.
            System.gc();
        }
        try (DuckDb duck = DuckDb.open(tell)) {
            duck.execute("COPY (SELECT " + table.toParquet(columns) + " FROM "
                    + table.readCsv(columns, csv.toString()) + ") TO " + DuckDb.text(to.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, KV_METADATA {"
                    + String.join(", ", metadata(table, columns)) + "})");
        } catch (SQLException e) {
            throw new IOException(nameOf(name) + " could not be made: " + e.getMessage(), e);
        }
    }

    private static List<String> header(Path csv) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            return Header.cells(String.valueOf(reader.readLine()));
        }
    }

    private static List<String> metadata(DataTable table, List<String> columns) {
        List<String> entries = new ArrayList<>();
        entries.add(entry("clock", "the origin's, as in the CSV tables"));
        for (DataTable.Stored column : table.stored(columns)) {
            if (column.isDuration()) {
                entries.add(entry("unit:" + column.stored(), "ms since " + column.from()));
            } else {
                DataTable.unit(column.column()).ifPresent(unit -> entries.add(entry("unit:" + column.stored(), unit)));
            }
        }
        return entries;
    }

    private static String entry(String key, String value) {
        return DuckDb.name(key) + ": " + DuckDb.text(value);
    }
}
