package org.bridgeconvoy.scenario.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;

/** The header of a table: the position of each column, and messages for headers and rows that do not fit. */
final class TableHeader {

    /** Separators other than the comma, with their names in messages. */
    private static final Map<Character, String> SEPARATORS =
            Map.of(';', "semicolons (;)", '\t', "tabs", '|', "bars (|)");

    private final CsvRecord header;
    private final DataText data;
    /** Names of the columns as scenarios know them. */
    private final List<String> names;

    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /** Drops empty names at the end of the header. */
    TableHeader(CsvRecord header, DataText data) {
        this.header = header;
        this.data = data;
        List<String> cells = new ArrayList<>(header.getFields().stream()
                .map(cell -> data.words().known(cell.strip()))
                .toList());
        while (cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        names = List.copyOf(cells);
    }

    /** Index of each named column from 0; filled by {@link #check}. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** Names of all columns. */
    List<String> names() {
        return names;
    }

    /** Name of the first column. */
    String first() {
        return names.get(0);
    }

    /** Whether the row begins with a number, so that it is data and no header. */
    boolean isNumeric() {
        return Quantity.isNumeric(names.get(0));
    }

    /**
     * Reports separators other than commas and unknown, repeated and missing columns. Returns false if it reported
     * anything.
     */
    boolean check(List<String> required, List<String> optional) {
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        if (names.stream().noneMatch(known::contains)) {
            if (!checkSeparator()) {
                return false;
            }
            if (names.stream().allMatch(name -> Texts.nearest(name, known).isEmpty())) {
                problem(
                        0,
                        "the first row must name the columns: "
                                + (required.isEmpty() ? "" : String.join(", ", required) + " and perhaps ")
                                + String.join(", ", optional) + "; got " + Texts.shown(String.join(",", names)));
                return false;
            }
        }
        return checkNames(required, known);
    }

    private boolean checkNames(List<String> required, List<String> known) {
        boolean good = true;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!known.contains(name) && data.words().mapsColumns()) {
                continue;
            }
            if (!name.isEmpty() && !known.contains(name)) {
                problem(
                        i,
                        "unknown column " + Texts.shown(name)
                                + Texts.nearest(name, known)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse(", known are " + String.join(", ", known)));
                good = false;
            } else if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) {
                problem(i, "column '" + name + "' is there twice");
                good = false;
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                problem(
                        0,
                        "required column '" + name + "' is missing"
                                + data.words()
                                        .inFile(name)
                                        .map(said -> "; columns says that it is called " + Texts.shown(said))
                                        .orElse(""));
                good = false;
            }
        }
        return good;
    }

    /**
     * The separator under which the first line has known names: a comma if it has under none.
     *
     * @throws Invalid if it has under several; this is reported
     */
    static char separator(DataText data, List<String> known) throws Invalid {
        String[] lines = data.text().split("\n", -1);
        int at = 0;
        while (at < lines.length - 1 && lines[at].replaceAll("[,;\t\\s]", "").isEmpty()) {
            at++;
        }
        List<Character> found = new ArrayList<>();
        for (char separator : new char[] {',', ';', '\t'}) {
            String[] cells = lines[at].split(String.valueOf(separator), -1);
            boolean names = cells.length > 1
                    && Arrays.stream(cells)
                            .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1"))
                            .map(data.words()::known)
                            .anyMatch(known::contains);
            if (names) {
                found.add(separator);
            }
        }
        if (found.size() > 1) {
            data.problem(
                    at + 1,
                    0,
                    "the first row has known names under several separators of cells, "
                            + found.stream().map(TableHeader::called).collect(Collectors.joining(" and "))
                            + ": use one of them");
            throw Invalid.told();
        }
        return found.isEmpty() ? ',' : found.get(0);
    }

    /** What messages call a separator. */
    static String called(char separator) {
        return separator == ',' ? "commas" : SEPARATORS.getOrDefault(separator, "");
    }

    /** Whether some column is called otherwise in the file. */
    boolean isRenamed() {
        return header.getFields().stream()
                .map(String::strip)
                .anyMatch(cell -> !data.words().known(cell).equals(cell));
    }

    /** Reports a separator other than the comma. Returns false if it reported one. */
    boolean checkSeparator() {
        String separator = separator(String.join("", header.getFields()));
        if (!separator.isEmpty()) {
            problem(0, separated(separator));
        }
        return separator.isEmpty();
    }

    /** The separator of a row that has fewer cells than the header and another separator in its text; else empty. */
    String separatorOf(CsvRecord row) {
        if (data.separator() != ',') {
            return "";
        }
        long filled = row.getFields().stream().filter(cell -> !cell.isBlank()).count();
        return filled < names.size() || names.size() == 1 ? separator(String.join("", row.getFields())) : "";
    }

    /** The separator other than the comma that a text contains; empty if it has none. */
    static String separator(String cells) {
        return SEPARATORS.keySet().stream()
                .filter(c -> cells.indexOf(c) >= 0)
                .map(c -> SEPARATORS.getOrDefault(c, ""))
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** The message about cells that another separator than the comma separates. */
    static String separated(String by) {
        return "cells must be separated by commas, here they are by " + by
                + ": save the table as CSV with commas, its numbers with decimal points";
    }

    /** Index of the first cell with text that has no column; -1 if there is none. */
    int surplus(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            if ((i >= names.size() || names.get(i).isEmpty())
                    && !row.getField(i).isBlank()) {
                return i;
            }
        }
        return -1;
    }

    /** The message about a cell with text that has no column. */
    String described(CsvRecord row, int cell) {
        String got = Texts.shown(row.getField(cell));
        if (cell < names.size()) {
            return "the column has no name, but this cell is not empty, got " + got;
        }
        String separators = data.separator() == ',' ? "a comma" : called(data.separator());
        return "the row has " + row.getFieldCount() + " cells, the header " + names.size()
                + ": numbers need a decimal point, and text with " + separators + " quotes, got " + got;
    }

    private void problem(int field, String message) {
        data.problem((int) header.getStartingLineNumber(), field, message);
    }
}
