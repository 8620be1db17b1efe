import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Prints what DuckDB answers to the statements of a file, as {@code duckdb -csv} does: {@code java -cp duckdb_jdbc.jar Sql.java FILE}. */
class Sql {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : Files.readString(Path.of(args[0])).split(";")) {
                if (!sql.isBlank() && statement.execute(sql)) {
                    print(statement.getResultSet());
                }
            }
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            cells.add(rows.getMetaData().getColumnLabel(i));
        }
        System.out.println(String.join(",", cells));
        while (rows.next()) {
            cells.clear();
            for (int i = 1; i <= columns; i++) {
                cells.add(String.valueOf(rows.getString(i)));
            }
            System.out.println(String.join(",", cells));
        }
    }
}
