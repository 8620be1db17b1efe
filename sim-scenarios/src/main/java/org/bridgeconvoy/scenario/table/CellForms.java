package org.bridgeconvoy.scenario.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Texts;

/**
 * How the numbers and dates of a table are written: with a decimal point or comma, as 2025-12-31 or 31.12.2025. One form holds for the whole
 * table; what may be read in two ways is a problem.
 *
 * @param decimalComma whether a comma is the decimal sign
 * @param dayFirst whether dates begin with the day
 */
record CellForms(boolean decimalComma, boolean dayFirst) {

    /** Point and year first: what is written so needs no change. */
    static final CellForms PLAIN = new CellForms(false, false);

    private static final String UNIT = "(?:\\s*[A-Za-z/%]+)?";
    private static final Pattern COMMA = Pattern.compile("([+-]?\\d+),(\\d+" + UNIT + ")");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d*\\.\\d+" + UNIT);
    private static final Pattern BOTH = Pattern.compile("[+-]?\\d[\\d.,]*(?:\\.\\d+,|,\\d+\\.)\\d+" + UNIT);
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:[T ]+(\\d{1,2}:\\d{2}.*))?");

    private static final int MONTHS = 12;

    /**
     * Finds the forms of a table.
     *
     * @param columns the columns that are read, from 0
     * @throws Invalid if something may be read in two ways; it is reported
     */
    static CellForms of(DataText data, List<CsvRecord> rows, Collection<Integer> columns) throws Invalid {
        boolean comma = data.separator() != ',' && decimalComma(data, rows, columns);
        return new CellForms(comma, dayFirst(data, rows, columns));
    }

    private static boolean decimalComma(DataText data, List<CsvRecord> rows, Collection<Integer> columns)
            throws Invalid {
        int firstComma = 0;
        int firstPoint = 0;
        for (CsvRecord row : rows) {
            int line = (int) row.getStartingLineNumber();
            for (int column : columns) {
                String cell = cell(row, column);
                boolean both = BOTH.matcher(cell).matches();
                boolean comma = COMMA.matcher(cell).matches();
                boolean point = POINT.matcher(cell).matches();
                firstComma = firstComma == 0 && comma ? line : firstComma;
                firstPoint = firstPoint == 0 && point ? line : firstPoint;
                if (both || (comma && firstPoint > 0) || (point && firstComma > 0)) {
                    String beside = both
                            ? "a point and a comma in one number"
                            : "a decimal "
                                    + (comma
                                            ? "comma, but line " + firstPoint + " has a decimal point"
                                            : "point, but line " + firstComma + " has a decimal comma");
                    data.problem(
                            line,
                            column,
                            "has " + beside + ": write all numbers with the same decimal sign and"
                                    + " nothing between thousands, got " + Texts.shown(cell));
                    throw Invalid.told();
                }
            }
        }
        return firstComma > 0;
    }

    private static boolean dayFirst(DataText data, List<CsvRecord> rows, Collection<Integer> columns) throws Invalid {
        boolean any = false;
        boolean certain = false;
        int doubtfulLine = 0;
        int doubtfulColumn = 0;
        String doubtful = "";
        for (CsvRecord row : rows) {
            for (int column : columns) {
                Matcher date = DATE.matcher(cell(row, column));
                if (!date.matches()) {
                    continue;
                }
                any = true;
                boolean points = date.group(2).equals(".");
                certain |= points || Integer.parseInt(date.group(1)) > MONTHS;
                if (!points && (doubtful.isEmpty() || Integer.parseInt(date.group(3)) > MONTHS)) {
                    doubtful = date.group();
                    doubtfulLine = (int) row.getStartingLineNumber();
                    doubtfulColumn = column;
                    if (Integer.parseInt(date.group(3)) > MONTHS) {
                        data.problem(
                                doubtfulLine,
                                doubtfulColumn,
                                "has a date with the month first: write it as 2025-12-31, got "
                                        + Texts.shown(doubtful));
                        throw Invalid.told();
                    }
                }
            }
        }
        if (any && !certain) {
            data.problem(
                    doubtfulLine,
                    doubtfulColumn,
                    "has a date that may begin with the day or the month, as no date of the table has a day above 12:"
                            + " write it as 2025-12-31, got " + Texts.shown(doubtful));
            throw Invalid.told();
        }
        return any;
    }

    private static String cell(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).strip() : "";
    }

    /** A cell as scenario files write it. */
    String plain(String cell) {
        if (decimalComma) {
            Matcher comma = COMMA.matcher(cell);
            if (comma.matches()) {
                return comma.group(1) + "." + comma.group(2);
            }
        }
        if (dayFirst) {
            Matcher date = DATE.matcher(cell);
            if (date.matches() && Integer.parseInt(date.group(3)) <= MONTHS) {
                String time = date.group(5) == null ? "" : date.group(5);
                return String.format(
                                Locale.ROOT,
                                "%s-%02d-%02d",
                                date.group(4),
                                Integer.parseInt(date.group(3)),
                                Integer.parseInt(date.group(1)))
                        + (time.isEmpty() ? "" : "T" + (time.charAt(1) == ':' ? "0" : "") + time);
            }
        }
        return cell;
    }

    /** What was assumed, in words. */
    List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (decimalComma) {
            assumed.add("commas as decimal signs");
        }
        if (dayFirst) {
            assumed.add("the day before the month in dates");
        }
        return assumed;
    }
}
