package org.bridgeconvoy.scenario.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
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
 * A table from a file or written into the scenario itself: the one reader of all that scenarios give as tables. Cells are
 * separated by commas; rows whose cells are all empty are passed over; a row with more cells than the header is a
 * problem (empty cells at its end may pass). Every problem is told with the line and column of the table.
 */
public final class CsvTable {

    /** The most rows that a table may have. */
    static final int MOST_ROWS = 100_000;

    private final DataText data;
    private final TableHeader header;
    private final List<CsvRecord> records;
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(DataText data, TableHeader header, List<CsvRecord> records) {
        this.data = data;
        this.header = header;
        this.records = records;
    }

    /**
     * The table that a place names or holds, with named columns in any order; null if it cannot be used, which is then among
     * the problems.
     *
     * @param required columns that it must have
     * @param optional columns that it may have
     */
    public static @Nullable CsvTable read(Place place, List<String> required, List<String> optional) {
        return place.<CsvTable>find(value -> named(value, place, required, optional))
                .orElse(null);
    }

    /** Reads the table that a text names or holds. */
    public static CsvTable named(String value, Place place, List<String> required, List<String> optional)
            throws Invalid {
        DataText data = DataText.of(value, place);
        List<CsvRecord> records = records(data);
        TableHeader header = new TableHeader(records.get(0), data);
        if (!header.check(required, optional)) {
            throw Invalid.told();
        }
        return new CsvTable(data, header, records.subList(1, records.size())).checked();
    }

    /** A list: what stands in the first column of a table; its first row may be a header, which is no number. */
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

    private static List<CsvRecord> records(DataText data) throws Invalid {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
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
            // Quoted cells that something else separates.
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

    /** The table with the rows that have no more cells than the header. */
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

    /** The columns that the table has. */
    public Set<String> columns() {
        return header.columns().keySet();
    }

    /** The name of the first column; empty if the table has no header. */
    String firstColumn() {
        return header.isNumeric() ? "" : header.first();
    }

    /** The one column of these that the table has; a table with none or several of them cannot be used. */
    public String onlyColumn(List<String> among) throws Invalid {
        List<String> found = columns().stream().filter(among::contains).toList();
        if (found.size() != 1) {
            throw new Invalid("must have exactly one of the columns " + String.join(", ", among) + ", got "
                    + (found.isEmpty() ? "none" : String.join(" and ", found)));
        }
        return found.get(0);
    }

    /** How many rows there are below the header. */
    int size() {
        return records.size();
    }

    /** Those rows that have no more cells than the header. */
    public List<Row> rows() {
        return rows;
    }

    private void problem(CsvRecord row, int field, String message) {
        data.problem((int) row.getStartingLineNumber(), field, message);
    }

    /** One row; its readers report what is wrong with a cell and then give nothing. */
    public record Row(CsvTable table, CsvRecord cells) {

        /** The line on which it begins. */
        int line() {
            return (int) cells.getStartingLineNumber();
        }

        /** Whether the row has something in a column. */
        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** What stands in a column; empty if nothing does or there is no such column. */
        public String text(String column) {
            Integer at = table.header.columns().get(column);
            return at == null || at >= cells.getFieldCount()
                    ? ""
                    : cells.getField(at).strip();
        }

        /** What stands in the first column. */
        String first() {
            return cells.getField(0).strip();
        }

        /** A cell that must not be empty. */
        public <T> Optional<T> find(String column, Place.Reader<? extends T> reader) {
            return find(column, text(column), reader);
        }

        /** The cell of the first column, which messages call {@code value}. */
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

        /** Reports that a cell is wrong; the message begins with the column's name. */
        public void problem(String column, String predicate) {
            table.problem(cells, table.header.columns().getOrDefault(column, 0), column + " " + predicate);
        }

        /** Warns; the message names more than this row, which is the first of them. */
        void warn(String message) {
            table.data.warn(line(), message);
        }
    }

    /** A quantity with its unit, or a bare number in the unit that the column's name tells. */
    public static Quantity quantity(String text, String unit, Dimension dimension) throws Invalid {
        return Quantity.parse(Quantity.isBare(text) ? text + " " + unit : text, dimension);
    }
}
