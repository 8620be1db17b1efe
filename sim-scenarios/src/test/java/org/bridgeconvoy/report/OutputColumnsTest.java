package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.study.StudyResult;
import org.junit.jupiter.api.Test;

/** The columns in the documentation are the columns of the files. */
class OutputColumnsTest {

    private static final Pattern FILE = Pattern.compile("## `(.+\\.csv)`");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| (.+) \\| (.+) \\|");

    @FunctionalInterface
    private interface Table {
        void write(StudyResult result, Writer out) throws IOException;
    }

    /** The columns of each file, in the order of the documentation; each has a unit and a meaning, as the pattern demands. */
    private static Map<String, List<String>> documented() throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<String> file = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/output-files.md"))) {
            Matcher heading = FILE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                file = new ArrayList<>();
                columns.put(heading.group(1), file);
            } else if (row.matches()) {
                file.add(row.group(1));
            }
        }
        return columns;
    }

    private static List<String> written(Table table) throws IOException {
        StringWriter out = new StringWriter();
        table.write(SampleResult.of(), out);
        return List.of(out.toString().lines().findFirst().orElseThrow().split(","));
    }

    @Test
    void every_column_of_every_table_is_documented_with_unit_and_meaning() throws IOException {
        Map<String, List<String>> written = new LinkedHashMap<>();
        written.put("trips.csv", written(CsvFiles::trips));
        written.put("daily.csv", written(CsvFiles::daily));
        written.put("daily-cargo.csv", written(CsvFiles::dailyByCargo));
        written.put("breakdowns.csv", written(CsvFiles::breakdowns));
        written.put("traffic.csv", written(CsvFiles::traffic));
        written.put("observed.csv", written(CsvFiles::observed));

        assertThat(documented()).isEqualTo(written);
    }
}
