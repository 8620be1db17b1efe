package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: the first column to the left, the others to the right, two spaces between. */
final class TextTable {

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    /** A table with these headings. */
    TextTable(String... headings) {
        widths = new int[headings.length];
        row(headings);
    }

    /** Adds a row of as many cells as there are headings. */
    TextTable row(String... cells) {
        if (cells.length != widths.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + widths.length + " columns");
        }
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], cells[i].length());
        }
        rows.add(cells.clone());
        return this;
    }

    /** Whether there is nothing but headings. */
    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The rows as lines, each indented and without trailing spaces. */
    List<String> lines(String indent) {
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent).append(row[0]);
            for (int i = 1; i < row.length; i++) {
                int end = indent.length() + endOfColumn(i);
                line.append(" ".repeat(Math.max(2, end - line.length() - row[i].length())))
                        .append(row[i]);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int endOfColumn(int column) {
        int end = widths[0];
        for (int i = 1; i <= column; i++) {
            end += 2 + widths[i];
        }
        return end;
    }
}
