package org.bridgeconvoy.scenario.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A CSV table from a data file or written into the scenario. Commas separate cells, or in a table with known columns what its header shows;
 * numbers and dates may then have other forms too ({@link CellForms}). Rows of empty cells do not count. A
 * row with more cells than the header is a problem, unless the extra cells are empty. Problems name the line and column
 * in the table.
 */
public final class CsvTable {

    /** Most rows that a table may have below its header. */
    static final int MOST_ROWS = 100_000;

    private final DataText data;
    private final TableHeader header;
    private final List<CsvRecord> records;
    /** Rows without a surplus cell: those that callers may read. */
    private final List<Row> rows = new ArrayList<>();

    private CellForms forms = CellForms.PLAIN;

    private CsvTable(DataText data, TableHeader header, List<CsvRecord> records) {
        this.data = data;
        this.header = header;
        this.records = records;
    }

    /**
     * Reads the table that a place names or holds. Its columns may stand in any order.
     *
     * @param required columns that the table must have
     * @param optional columns that the table may have
     * @return null, with a problem added, if the place is empty or the table cannot be used
     */
    public static @Nullable CsvTable read(Place place, List<String> required, List<String> optional) {
        return place.<CsvTable>find(value -> named(value, place, required, optional))
                .orElse(null);
    }

    /**
     * Reads the table that a text names or holds. Its columns may stand in any order.
     *
     * @param value name of the file, or the CSV text
     * @param place place of {@code value}, for its folder and for problems
     * @param required columns that the table must have
     * @param optional columns that the table may have
     * @throws Invalid if the table cannot be used
     */
    public static CsvTable named(String value, Place place, List<String> required, List<String> optional)
            throws Invalid {
        DataText data = DataText.of(value, place);
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        data.separatedBy(TableHeader.separator(data, known));
        List<CsvRecord> records = records(data);
        TableHeader header = new TableHeader(records.get(0), data);
        if (!header.check(required, optional)) {
            throw Invalid.told();
        }
        CsvTable table = new CsvTable(data, header, records.subList(1, records.size())).checked();
        table.forms = CellForms.of(data, table.records, header.columns().values());
        table.tellForms(value);
        return table;
    }

    /**
     * Reads a table of which every column may have any name; at least one, and no name twice.
     *
     * @throws Invalid if the table cannot be used
     */
    public static CsvTable withAnyColumns(String value, Place place) throws Invalid {
        DataText data = DataText.of(value, place);
        List<CsvRecord> records = records(data);
        TableHeader header = new TableHeader(records.get(0), data);
        if (!header.checkSeparator() || !header.check(List.of(), header.names())) {
            throw Invalid.told();
        }
        return new CsvTable(data, header, records.subList(1, records.size())).checked();
    }

    /** Says what was assumed of the way in which the table is written, if anything was. */
    private void tellForms(String value) {
        List<String> assumed = new ArrayList<>();
        if (data.separator() != ',') {
            assumed.add(TableHeader.called(data.separator()) + " between cells");
        }
        assumed.addAll(forms.assumed());
        if (!assumed.isEmpty()) {
            int last = assumed.size() - 1;
            String all = last == 0
                    ? assumed.get(0)
                    : String.join(", ", assumed.subList(0, last)) + " and " + assumed.get(last);
            data.readAs(value, all, plain());
        } else if (header.isRenamed()) {
            data.keep(value, plain());
        }
    }

    /** The known columns as scenario files write them. */
    private String plain() {
        StringWriter out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> names = List.copyOf(columns());
        csv.writeRecord(names);
        for (CsvRecord cells : records) {
            Row row = new Row(this, cells);
            csv.writeRecord(names.stream().map(row::text).toList());
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Reads the first column of a table as a list. A first row that does not begin with a number is its header. */
    static CsvTable list(String value, Place place) throws Invalid {
        DataText data = DataText.of(value, place);
        List<CsvRecord> records = records(data);
        TableHeader header = new TableHeader(records.get(0), data);
        if (!header.checkSeparator()) {
            throw Invalid.told();
        }
        List<CsvRecord> values = header.isNumeric() ? records : records.subList(1, records.size());
        return new CsvTable(data, header, values).checked();
    }

    /** All rows that have a cell with text, the header included. */
    private static List<CsvRecord> records(DataText data) throws Invalid {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(data.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(data.text())) {
            for (CsvRecord row : csv) {
                if (row.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                records.add(row);
                if (records.size() > MOST_ROWS + 1) {
                    throw new Invalid(data.described() + " has more than " + MOST_ROWS + " rows");
                }
            }
        } catch (CsvParseException e) {
            // The parser fails at a quoted cell that a semicolon or tab follows.
            String separator = TableHeader.separator(
                    data.text().strip().lines().findFirst().orElse(""));
            if (!separator.isEmpty()) {
                data.problem(1, 0, TableHeader.separated(separator));
                throw Invalid.told();
            }
            throw new Invalid(data.described() + " is no CSV: " + e.getMessage());
        } catch (UncheckedIOException | IOException e) {
            throw new Invalid(data.described() + " is no CSV: " + e.getMessage());
        }
        if (records.isEmpty()) {
            throw new Invalid(data.described() + " is empty");
        }
        return records;
    }

    /** This table, once its rows are split into those without a surplus cell and problems. */
    private CsvTable checked() throws Invalid {
        if (records.isEmpty()) {
            throw new Invalid("has no row below its header");
        }
        String separator = header.separatorOf(records.get(0));
        if (!separator.isEmpty()) {
            problem(records.get(0), 0, TableHeader.separated(separator));
            throw Invalid.told();
        }
        for (CsvRecord row : records) {
            int surplus = header.surplus(row);
            if (surplus < 0) {
                rows.add(new Row(this, row));
            } else {
                problem(row, surplus, header.described(row, surplus));
            }
        }
        return this;
    }

    /** Names of the columns that the table has. */
    public Set<String> columns() {
        return header.columns().keySet();
    }

    /** Name of the first column; empty if the table has no header. */
    String firstColumn() {
        return header.isNumeric() ? "" : header.first();
    }

    /**
     * The single column of {@code among} that the table has.
     *
     * @throws Invalid if the table has none of them or several
     */
    public String onlyColumn(List<String> among) throws Invalid {
        List<String> found = columns().stream().filter(among::contains).toList();
        if (found.size() != 1) {
            throw new Invalid("must have exactly one of the columns " + String.join(", ", among) + ", got "
                    + (found.isEmpty() ? "none" : String.join(" and ", found)));
        }
        return found.get(0);
    }

    /** Number of rows below the header, those with a surplus cell included. */
    int size() {
        return records.size();
    }

    /** Rows that have no more cells than the header. */
    public List<Row> rows() {
        return rows;
    }

    private void problem(CsvRecord row, int field, String message) {
        data.problem((int) row.getStartingLineNumber(), field, message);
    }

    /** One row of a table. Its readers report a wrong cell as a problem and then return empty. */
    public record Row(CsvTable table, CsvRecord cells) {

        /** Line of the table on which the row begins, from 1. */
        int line() {
            return (int) cells.getStartingLineNumber();
        }

        /** Whether the cell of a column has text. */
        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        /**
         * Text of the cell of a column, without blanks around it; empty if the cell is empty or the table lacks the
         * column.
         */
        public String text(String column) {
            Integer at = table.header.columns().get(column);
            return at == null || at >= cells.getFieldCount()
                    ? ""
                    : table.forms.plain(cells.getField(at).strip());
        }

        /** Text of the first cell, without blanks around it. */
        String first() {
            return cells.getField(0).strip();
        }

        /** Reads the cell of a column; an empty cell is a problem. */
        public <T> Optional<T> find(String column, Place.Reader<? extends T> reader) {
            return find(column, text(column), reader);
        }

        /** Reads the first cell, which messages call {@code value}; an empty cell is a problem. */
        public <T> Optional<T> findFirst(Place.Reader<? extends T> reader) {
            return find("value", first(), reader);
        }

        private <T> Optional<T> find(String column, String text, Place.Reader<? extends T> reader) {
            if (text.isEmpty()) {
                problem(column, "must not be empty");
                return Optional.empty();
            }
            try {
                return Optional.of(reader.read(text));
            } catch (Invalid e) {
                problem(column, e.text());
                return Optional.empty();
            }
        }

        /** Reports a wrong cell. The message consists of the name of the column and the predicate. */
        public void problem(String column, String predicate) {
            table.problem(cells, table.header.columns().getOrDefault(column, 0), column + " " + predicate);
        }

        /** Warns at this row; the message may speak of later rows too. */
        void warn(String message) {
            table.data.warn(line(), message);
        }
    }

    /** Reads a quantity with its unit, or a bare number in the unit that the name of the column gives. */
    public static Quantity quantity(String text, String unit, Dimension dimension) throws Invalid {
        return Quantity.parse(Quantity.isBare(text) ? text + " " + unit : text, dimension);
    }
}
