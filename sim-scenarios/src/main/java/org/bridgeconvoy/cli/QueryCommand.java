package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bridgeconvoy.columns.CsvRows;
import org.bridgeconvoy.columns.FolderQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy query DIR "select …"}: SQL over the tables that a command wrote. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            QueryCommand.SUMMARY,
            "Each table is named after its file: trips.csv or trips.parquet is the table trips, daily-cargo.csv is daily_cargo. The"
                    + " SQL is that of DuckDB, which is fetched the first time (80 MB)."
        },
        footer = {
            "",
            "Examples:",
            "  convoy query out/day-and-night --tables",
            "  convoy query out/day-and-night \"select cargo, count(*), avg(load_t) from trips group by cargo\"",
            "  convoy query out/day-and-night \"select quantile_cont(outbound_enter - outbound_queued, 0.95) from trips\"",
            "  convoy query out/day-and-night --format csv \"select * from daily where replication = 1\""
        })
final class QueryCommand implements Callable<Integer> {

    static final String SUMMARY = "Answers SQL over the tables that a command wrote, CSV or Parquet.";

    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder that a command wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SQL", description = "What is asked.")
    private @Nullable String sql;

    @Option(names = "--tables", description = "Lists the tables with their columns, types and units.")
    private boolean tables;

    @Option(names = "--format", paramLabel = "table|csv", description = "How rows are printed (default: table).")
    private String format = "table";

    QueryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RunOptions.require(
                format.equals("table") || format.equals("csv"), "--format must be table or csv, got '" + format + "'");
        RunOptions.require(
                tables || sql != null, "say what is asked: convoy query " + folder + " \"select …\", or --tables");
        try (FolderQuery query = open()) {
            if (tables) {
                print(rows -> list(query, rows));
            }
            String asked = sql;
            if (asked != null) {
                print(rows -> ask(query, asked, rows));
            }
        }
        console.out().flush();
        return ExitStatus.DONE;
    }

    private FolderQuery open() {
        try {
            return new FolderQuery(folder, line -> console.complain("convoy: " + line));
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    private static void ask(FolderQuery query, String sql, FolderQuery.Rows rows) throws IOException {
        try {
            query.ask(sql, rows);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    private static void list(FolderQuery query, FolderQuery.Rows rows) throws IOException {
        rows.row(List.of("table", "column", "type", "unit"));
        for (Map.Entry<String, Path> table : query.tables().entrySet()) {
            for (List<String> column : query.columns(table.getKey())) {
                rows.row(List.of(table.getKey(), column.get(0), column.get(1), column.get(2)));
            }
        }
    }

    /** What tells rows. */
    private interface Teller {
        void tell(FolderQuery.Rows rows) throws IOException;
    }

    /** Prints rows: as CSV while they come, as a table once the widest cell of each column is known. */
    private void print(Teller teller) throws IOException {
        if (format.equals("csv")) {
            CsvRows csv = new CsvRows(console.out());
            teller.tell(csv);
            csv.flush();
            return;
        }
        List<List<String>> shown = new ArrayList<>();
        teller.tell(shown::add);
        int[] widths = new int[shown.get(0).size()];
        for (List<String> row : shown) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : shown) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : "  ")
                        .append(row.get(i))
                        .append(" ".repeat(widths[i] - row.get(i).length()));
            }
            console.print(line.toString().stripTrailing());
        }
    }
}
