package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A table in plain text: the first column left-aligned, the others right-aligned, two spaces between columns. A table
 * wider than the terminal is narrowed in steps: first headings and the first column are wrapped between words, then
 * other cells, then names behind a dot, underscore, slash or hyphen. Numbers and words stay whole.
 */
final class TextTable {

    private static final int GAP = 2;

    private final List<String[]> rows = new ArrayList<>();
    private final int columns;
    private boolean areHeadingsFirst;

    /** Ends of words; the sign of an interval stays with its half-width. */
    private static final Pattern WORDS = Pattern.compile("(?<= )(?<!\\+- )");

    /** Ends of words, and of the parts of a name. */
    private static final Pattern PIECES = Pattern.compile("(?<=[ ._/-])(?<!\\+-)(?<!\\+- )");

    /** A table with these headings and no rows. */
    TextTable(String... headings) {
        columns = headings.length;
        row(headings);
    }

    /** Wraps headings before the first column, for a table of many rows whose headings are wider than their cells. */
    TextTable headingsFirst() {
        areHeadingsFirst = true;
        return this;
    }

    /** Adds a row with one cell for each heading. */
    TextTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
        rows.add(cells.clone());
        return this;
    }

    /** Adds a line as wide as the table, over the rows that follow. */
    TextTable over(String words) {
        rows.add(new String[] {words});
        return this;
    }

    /** Whether the table has no rows below the headings. */
    boolean isEmpty() {
        return rows.size() == 1;
    }

    /**
     * The lines of the table, indented, without trailing spaces.
     *
     * @param width columns of the terminal
     */
    List<String> lines(String indent, int width) {
        int[] widths = widths(width - indent.length());
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            String[] row = rows.get(r);
            if (row.length < columns) {
                lines.addAll(TextLines.wrapped(indent, indent + " ".repeat(GAP), row[0], width));
            } else {
                addRow(lines, indent, row, widths, r == 0);
            }
        }
        return lines;
    }

    /** Widths of the columns; at most {@code room} in all, if the cells can be wrapped so far. */
    private int[] widths(int room) {
        int[] widths = widest(String::length, String::length, String::length);
        if (areHeadingsFirst) {
            shrink(widths, widest(TextTable::longestWord, String::length, String::length), room);
        }
        shrink(widths, widest(TextTable::longestWord, TextTable::longestWord, String::length), room);
        shrink(widths, widest(TextTable::longestWord, TextTable::longestWord, TextTable::longestWord), room);
        shrink(widths, widest(TextTable::longestPiece, TextTable::longestPiece, TextTable::longestPiece), room);
        return widths;
    }

    /** The greatest measure of each column, with its own measure for headings, the first column and all other cells. */
    private int[] widest(ToIntFunction<String> headings, ToIntFunction<String> first, ToIntFunction<String> others) {
        int[] widest = new int[columns];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).length && rows.get(r).length == columns; c++) {
                ToIntFunction<String> measure = r == 0 ? headings : c == 0 ? first : others;
                widest[c] = Math.max(widest[c], measure.applyAsInt(rows.get(r)[c]));
            }
        }
        return widest;
    }

    /**
     * Narrows the widest columns first, down to {@code least} of each, until the table fits or no column can be
     * narrower.
     */
    private static void shrink(int[] widths, int[] least, int room) {
        int over = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - room;
        while (over > 0) {
            int widest = -1;
            for (int c = 0; c < widths.length; c++) {
                if (widths[c] > least[c] && (widest < 0 || widths[c] > widths[widest])) {
                    widest = c;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            over--;
        }
    }

    private static int longestWord(String cell) {
        return longest(WORDS.split(cell, -1)) + leading(cell);
    }

    private static int longestPiece(String cell) {
        return longest(pieces(cell)) + leading(cell);
    }

    private static int longest(String[] parts) {
        return Arrays.stream(parts).mapToInt(p -> p.strip().length()).max().orElse(0);
    }

    /**
     * Leading spaces of a cell, which indent it; two more if there are any, because its further lines are indented
     * more.
     */
    private static int leading(String cell) {
        int spaces = cell.length() - cell.stripLeading().length();
        return spaces == 0 ? 0 : spaces + GAP;
    }

    /** Parts of a cell between which it may be wrapped at worst. */
    private static String[] pieces(String cell) {
        return PIECES.split(cell.strip(), -1);
    }

    /** Adds the lines of a row: headings stand at the bottom of theirs, other cells at the top. */
    private static void addRow(List<String> lines, String indent, String[] row, int[] widths, boolean isHeading) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int c = 0; c < row.length; c++) {
            cells.add(broken(row[c], widths[c]));
            height = Math.max(height, cells.get(c).size());
        }
        for (int k = 0; k < height; k++) {
            StringBuilder line = new StringBuilder(indent);
            int end = indent.length();
            for (int c = 0; c < row.length; c++) {
                List<String> cell = cells.get(c);
                int at = isHeading ? k - height + cell.size() : k;
                String part = at >= 0 && at < cell.size() ? cell.get(at) : "";
                end += widths[c] + (c == 0 ? 0 : GAP);
                int blanks = c == 0 ? 0 : Math.max(part.isEmpty() ? 0 : GAP, end - line.length() - part.length());
                line.append(" ".repeat(blanks)).append(part);
                line.append(" ".repeat(c == 0 ? Math.max(0, end - line.length()) : 0));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    /** The lines of a cell: at most {@code width} wide, as far as its words and pieces allow. */
    private static List<String> broken(String cell, int width) {
        if (cell.length() <= width) {
            return List.of(cell);
        }
        String setIn = " ".repeat(cell.length() - cell.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(setIn);
        int start = line.length();
        for (String piece : piecesFor(cell, width)) {
            if (line.length() > start && line.length() + piece.stripTrailing().length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(setIn.isEmpty() ? "" : setIn + " ".repeat(GAP));
                start = line.length();
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The words of a cell; a word too long for a line in the pieces of a name. */
    private static List<String> piecesFor(String cell, int width) {
        List<String> parts = new ArrayList<>();
        for (String word : WORDS.split(cell.strip(), -1)) {
            if (word.strip().length() + leading(cell) <= width) {
                parts.add(word);
            } else {
                parts.addAll(List.of(PIECES.split(word, -1)));
            }
        }
        return parts;
    }
}
