package org.bridgeconvoy.scenario;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the CSV files that a scenario names. A problem in a file is reported at its line, and at the value naming it. */
final class DataFiles {

    private static final int MOST_ROWS = 100_000;

    /** {@code min}, {@code time [min]}, {@code time_min}, {@code time (min)}. */
    private static final Pattern HEADER_UNIT = Pattern.compile("(?:.*[\\s_\\[(])?([A-Za-z]+(?:/[A-Za-z]+)?)[\\])]?");

    private final Reading reading;

    DataFiles(Reading reading) {
        this.reading = reading;
    }

    /**
     * A sample: the first column, each value with its unit, or plain numbers under a header that names the unit ({@code
     * min}, {@code time_min}, {@code time [min]}).
     *
     * @param mark the value that names the file
     * @return the sample in the base unit
     */
    double[] sample(String file, Mark mark, Dimension dimension) throws Invalid {
        List<CsvRecord> rows = rows(file, mark);
        String unit = headerUnit(rows.get(0), dimension);
        List<Double> values = new ArrayList<>();
        for (int i = isHeader(rows.get(0)) ? 1 : 0; i < rows.size(); i++) {
            String cell = rows.get(i).getField(0).strip();
            try {
                boolean bare = !unit.isEmpty() && cell.matches(Quantity.NUMBER);
                double value = Quantity.parse(bare ? cell + " " + unit : cell, dimension)
                        .asDouble();
                values.add(value);
            } catch (Invalid e) {
                throw inFile(file, rows.get(i), "value " + e.text());
            }
        }
        if (values.isEmpty()) {
            throw new Invalid("names the file '" + file + "', which has no values");
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean isHeader(CsvRecord row) {
        return !Quantity.isNumeric(row.getField(0).strip());
    }

    private static String headerUnit(CsvRecord row, Dimension dimension) {
        Matcher matcher = HEADER_UNIT.matcher(row.getField(0).strip());
        return isHeader(row) && matcher.matches() && dimension.table().containsKey(matcher.group(1))
                ? matcher.group(1)
                : "";
    }

    /**
     * A series of factors by day number, from the columns {@code day,factor} or {@code date,factor}.
     *
     * @param start the date of day 0
     */
    SortedMap<Integer, Double> series(String file, Mark mark, LocalDate start) throws Invalid {
        List<CsvRecord> rows = rows(file, mark);
        List<String> header =
                rows.get(0).getFields().stream().map(String::strip).toList();
        if (!header.equals(List.of("day", "factor")) && !header.equals(List.of("date", "factor"))) {
            throw inFile(
                    file,
                    rows.get(0),
                    "the columns must be day,factor or date,factor, got " + String.join(",", header));
        }
        boolean dates = header.get(0).equals("date");
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            try {
                if (row.getFieldCount() != 2) {
                    throw new Invalid("must have 2 columns, got " + row.getFieldCount());
                }
                int day = day(row.getField(0), dates, start);
                if (!series.isEmpty() && day <= series.lastKey()) {
                    throw new Invalid("must come after the day before it, got " + Texts.shown(row.getField(0)));
                }
                series.put(day, factor(row.getField(1)));
            } catch (Invalid e) {
                throw inFile(file, row, "row " + e.text());
            }
        }
        return series;
    }

    /** A day's number from a number or a date. */
    static int day(String text, boolean date, LocalDate start) throws Invalid {
        long day = date ? Times.date(text).toEpochDay() - start.toEpochDay() : Quantity.whole(text);
        if (Math.abs(day) > 4_000_000) {
            throw new Invalid("must be a day of the run, got " + Texts.shown(text));
        }
        return (int) day;
    }

    static double factor(String text) throws Invalid {
        double factor = Quantity.real(text);
        if (factor < 0) {
            throw new Invalid("must have a factor >= 0, got " + text.strip());
        }
        return factor;
    }

    private List<CsvRecord> rows(String file, Mark mark) throws Invalid {
        byte[] bytes = reading.files().data(file, mark);
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (CsvRecord row : csv) {
                rows.add(row);
                if (rows.size() > MOST_ROWS) {
                    throw new Invalid("names the file '" + file + "', which has more than " + MOST_ROWS + " rows");
                }
            }
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException e) {
            throw new Invalid("names the file '" + file + "', which is no CSV: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new Invalid("names the file '" + file + "', which is empty");
        }
        return rows;
    }

    private static Invalid inFile(String file, CsvRecord row, String message) {
        return new Invalid(
                "names the file '" + file + "', in whose line " + row.getStartingLineNumber() + " " + message);
    }
}
