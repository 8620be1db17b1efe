package org.bridgeconvoy.columns;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * SQL over the tables that a command wrote into a folder, CSV or Parquet alike: {@code trips.csv} and {@code trips.parquet} are the table
 * {@code trips} with the same columns and types. A hyphen in a name becomes {@code _}: {@code daily_cargo}.
 */
public final class FolderQuery implements AutoCloseable {

    /**
     * Rows of an answer.
     *
     * @param columns their names
     * @param rows the cells as text; empty where there is no value
     */
    public record Answer(List<String> columns, List<List<String>> rows) {

        /** Writes the answer as CSV. */
        public void writeCsv(Writer out) throws IOException {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(columns);
            for (List<String> row : rows) {
                csv.writeRecord(row);
            }
            csv.flush();
        }
    }

    /** The file of each table, by the table's name. */
    private final Map<String, Path> tables = new TreeMap<>();

    private final DuckDb duck;

    /**
     * The tables of a folder.
     *
     * @param tell hears that DuckDB is fetched, the first time
     * @throws IOException with a message for people if there is no table, or DuckDB cannot be had
     */
    public FolderQuery(Path folder, Consumer<String> tell) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{csv,parquet}")) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith(".")) {
                    tables.put(name.replaceFirst("\\.(csv|parquet)$", "").replace('-', '_'), file);
                }
            }
        }
        if (tables.isEmpty()) {
            throw new IOException(folder + " holds no table; run a scenario with --out " + folder);
        }
        duck = DuckDb.open(tell);
        try {
            for (Map.Entry<String, Path> table : tables.entrySet()) {
                duck.execute("CREATE VIEW " + DuckDb.name(table.getKey()) + " AS SELECT "
                        + selected(table.getKey(), table.getValue()));
            }
        } catch (SQLException e) {
            duck.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private String selected(String name, Path file) throws SQLException, IOException {
        DataTable table = new DataTable(name.replace('_', '-'));
        if (file.toString().endsWith(".csv")) {
            try (var reader = Files.newBufferedReader(file)) {
                return "* FROM " + table.readCsv(Header.cells(String.valueOf(reader.readLine())), file.toString());
            }
        }
        String rows = "read_parquet(" + DuckDb.text(file.toString()) + ")";
        List<String> stored = new ArrayList<>();
        for (List<String> row : query("DESCRIBE SELECT * FROM " + rows).rows()) {
            stored.add(row.get(0));
        }
        return table.fromParquet(stored) + " FROM " + rows;
    }

    /** Names of the tables and their files. */
    public Map<String, Path> tables() {
        return tables;
    }

    /** The columns of a table: name, type, unit. */
    public List<List<String>> columns(String table) throws IOException {
        try {
            return query("DESCRIBE " + DuckDb.name(table)).rows().stream()
                    .map(row -> List.of(
                            row.get(0), row.get(1), DataTable.unit(row.get(0)).orElse("")))
                    .toList();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * The answer to a query.
     *
     * @throws IllegalArgumentException with DuckDB's message if the query is wrong
     */
    public Answer ask(String sql) {
        try {
            return query(sql);
        } catch (SQLException e) {
            String known = tables.keySet().stream().collect(Collectors.joining(", "));
            throw new IllegalArgumentException(e.getMessage() + "; the tables are " + known, e);
        }
    }

    private Answer query(String sql) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = duck.statement()) {
            if (statement.execute(sql)) {
                try (ResultSet found = statement.getResultSet()) {
                    int width = found.getMetaData().getColumnCount();
                    for (int i = 1; i <= width; i++) {
                        columns.add(found.getMetaData().getColumnLabel(i));
                    }
                    while (found.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= width; i++) {
                            String cell = found.getString(i);
                            row.add(cell == null ? "" : cell);
                        }
                        rows.add(row);
                    }
                }
            }
        }
        return new Answer(columns, rows);
    }

    @Override
    public void close() {
        duck.close();
    }
}
