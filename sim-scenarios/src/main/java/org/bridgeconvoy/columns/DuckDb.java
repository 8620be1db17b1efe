package org.bridgeconvoy.columns;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Consumer;

/** DuckDB in this process, with an empty database in memory. */
public final class DuckDb implements AutoCloseable {

    /** Memory for DuckDB's buffers; a table that needs more goes to a temporary file. */
    private static final String MEMORY = "96MB";

    private final URLClassLoader loader;
    private final Connection connection;

    private DuckDb(URLClassLoader loader, Connection connection) {
        this.loader = loader;
        this.connection = connection;
    }

    /**
     * Opens a database.
     *
     * @param tell hears that DuckDB is fetched, the first time
     * @throws IOException with a message for people if DuckDB cannot be fetched or does not run here
     */
    public static DuckDb open(Consumer<String> tell) throws IOException {
        URL jar = Library.DUCKDB.jar(tell).toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        try {
            Driver driver = (Driver)
                    loader.loadClass("org.duckdb.DuckDBDriver").getConstructor().newInstance();
            // Rows are read as they are worked out: a table of trips may be longer than the memory.
            Properties streamed = new Properties();
            streamed.setProperty("jdbc_stream_results", "true");
            Connection connection = driver.connect("jdbc:duckdb:", streamed);
            if (connection == null) {
                throw new IOException("DuckDB does not open a database in memory");
            }
            DuckDb opened = new DuckDb(loader, connection);
            // One thread, so that a table becomes the same bytes each time.
            opened.execute("SET threads = 1");
            opened.execute("SET memory_limit = '" + MEMORY + "'");
            opened.execute("SET temp_directory = " + text(System.getProperty("java.io.tmpdir")));
            opened.execute("SET autoinstall_known_extensions = false");
            return opened;
        } catch (ReflectiveOperationException | SQLException | LinkageError e) {
            loader.close();
            throw new IOException("DuckDB does not run on this machine: " + e.getMessage(), e);
        }
    }

    /** Executes a statement that gives no rows. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    /** A text as SQL writes it. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name as SQL writes it. */
    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
            loader.close();
        } catch (SQLException | IOException e) {
            // A database in memory has nothing to lose.
        }
    }
}
