package org.bridgeconvoy.scenario.text;

/**
 * Position of a value: file, line, column, and the layer of the file in the chain of {@code extends}.
 *
 * @param file the file as messages name it, or {@code --set PATH}
 * @param line line from 1; 0 for the whole file
 * @param column column from 1, in code points; 0 for the whole file
 * @param layer 0 for the file asked for, 1 for the file that it extends, and so on; {@link #SET} or {@link #DEFAULT}
 *     for a value that no file gives
 */
public record Position(String file, int line, int column, int layer) {

    /** Layer of values that {@code --set} gives. */
    public static final int SET = -1;

    /** Layer of values that a default gives. */
    public static final int DEFAULT = -2;

    /**
     * A position in the same file. A value of {@code --set} keeps its position without a line: lines within an argument
     * of the command line would only confuse.
     */
    Position at(int otherLine, int otherColumn) {
        return layer == SET ? this : new Position(file, otherLine, otherColumn, layer);
    }

    /** {@code file:line:column}, or {@code file} for a position without a line. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
