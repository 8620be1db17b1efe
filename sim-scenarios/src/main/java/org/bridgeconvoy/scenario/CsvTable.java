package org.bridgeconvoy.scenario;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with named columns in any order, from a file or written into the scenario itself. Every problem is told with the
 * line and column of the table.
 */
final class CsvTable {

    private static final int MOST_ROWS = 100_000;

    private final DataText data;
    private final Place place;
    private final List<CsvRecord> rows;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private CsvTable(DataText data, Place place, List<CsvRecord> rows) {
        this.data = data;
        this.place = place;
        this.rows = rows;
    }

    /**
     * The table that a place names or holds; null if it cannot be used, which is then among the problems.
     *
     * @param required columns that it must have
     * @param optional columns that it may have
     */
    static @Nullable CsvTable read(Place place, List<String> required, List<String> optional) {
        Optional<CsvTable> table = place.find(text -> {
            DataText data = DataText.of(text, place);
            return new CsvTable(data, place, parse(data));
        });
        return table.filter(t -> t.checkHeader(required, optional)).orElse(null);
    }

    private static List<CsvRecord> parse(DataText data) throws Invalid {
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(data.text())) {
            for (CsvRecord row : csv) {
                rows.add(row);
                if (rows.size() > MOST_ROWS) {
                    throw new Invalid(data.described() + " has more than " + MOST_ROWS + " rows");
                }
            }
        } catch (CsvParseException | UncheckedIOException | java.io.IOException e) {
            throw new Invalid(data.described() + " is no CSV: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new Invalid(data.described() + " is empty");
        }
        return rows;
    }

    private boolean checkHeader(List<String> required, List<String> optional) {
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        int before = place.reading().problems().count();
        CsvRecord header = rows.get(0);
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i).strip();
            if (!known.contains(name)) {
                problem(
                        header,
                        i,
                        "unknown column " + Texts.shown(name)
                                + Texts.nearest(name, known)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse(", known are " + String.join(", ", known)));
            } else if (columns.putIfAbsent(name, i) != null) {
                problem(header, i, "column '" + name + "' is there twice");
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                problem(header, 0, "required column '" + name + "' is missing");
            }
        }
        return place.reading().problems().count() == before;
    }

    /** The columns that the table has. */
    Set<String> columns() {
        return columns.keySet();
    }

    /** The rows below the header. */
    List<Row> rows() {
        return rows.subList(1, rows.size()).stream().map(r -> new Row(this, r)).toList();
    }

    private void problem(CsvRecord row, int field, String message) {
        data.problem(place, (int) row.getStartingLineNumber(), field, message);
    }

    /** One row; its readers report what is wrong with a cell and then give nothing. */
    record Row(CsvTable table, CsvRecord cells) {

        /** Whether the row has something in a column. */
        boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** What stands in a column; empty if nothing does or there is no such column. */
        String text(String column) {
            Integer at = table.columns.get(column);
            return at == null || at >= cells.getFieldCount()
                    ? ""
                    : cells.getField(at).strip();
        }

        /** A cell that must not be empty. */
        <T> Optional<T> find(String column, Place.Reader<? extends T> reader) {
            String text = text(column);
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
        void problem(String column, String predicate) {
            table.problem(cells, table.columns.getOrDefault(column, 0), column + " " + predicate);
        }
    }

    /** A quantity with its unit, or a bare number in the unit that the column's name tells. */
    static Quantity quantity(String text, String unit, Dimension dimension) throws Invalid {
        return Quantity.parse(text.matches(Quantity.NUMBER) ? text + " " + unit : text, dimension);
    }

    static String decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
