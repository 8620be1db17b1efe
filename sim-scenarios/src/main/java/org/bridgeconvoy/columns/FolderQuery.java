package org.bridgeconvoy.columns;

import java.io.IOException;
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

    /** Hears an answer row by row, the names of the columns first; a cell without a value is empty. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Takes the next row.
         *
         * @throws IOException if it cannot be written
         */
        void row(List<String> cells) throws IOException;
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
        for (List<String> column : described("SELECT * FROM " + rows)) {
            stored.add(column.get(0));
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
            return described(DuckDb.name(table)).stream()
                    .map(row -> List.of(
                            row.get(0), row.get(1), DataTable.unit(row.get(0)).orElse("")))
                    .toList();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Name, type and more of each column. */
    private List<List<String>> described(String what) throws SQLException, IOException {
        List<List<String>> rows = new ArrayList<>();
        query("DESCRIBE " + what, rows::add);
        return rows.subList(1, rows.size());
    }

    /**
     * Tells the answer to a query while it is worked out, however long it is.
     *
     * @param rows hears it
     * @throws IllegalArgumentException with DuckDB's message if the query is wrong
     * @throws IOException if the rows cannot be written
     */
    public void ask(String sql, Rows rows) throws IOException {
        try {
            query(sql, rows);
        } catch (SQLException e) {
            String known = tables.keySet().stream().collect(Collectors.joining(", "));
            throw new IllegalArgumentException(e.getMessage() + "; the tables are " + known, e);
        }
    }

    private void query(String sql, Rows rows) throws SQLException, IOException {
        try (Statement statement = duck.statement()) {
            if (!statement.execute(sql)) {
                rows.row(List.of());
                return;
            }
            try (ResultSet found = statement.getResultSet()) {
                int width = found.getMetaData().getColumnCount();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    columns.add(found.getMetaData().getColumnLabel(i));
                }
                rows.row(columns);
                while (found.next()) {
                    List<String> row = new ArrayList<>(width);
                    for (int i = 1; i <= width; i++) {
                        String cell = found.getString(i);
                        row.add(cell == null ? "" : cell);
                    }
                    rows.row(row);
                }
            }
        }
    }

    @Override
    public void close() {
        duck.close();
    }
}
