package org.bridgeconvoy.scenario.text;

/**
 * Where a value was written.
 *
 * @param file the file as it is named in messages, or {@code --set PATH}
 * @param line from 1; 0 where there is none
 * @param column from 1, in code points; 0 where there is none
 * @param layer 0 for the file that was asked for, 1 for the one it extends, and so on; -1 for {@code --set}, -2 for a
 *     default
 */
public record Mark(String file, int line, int column, int layer) {

    public static final int SET = -1;

    public static final int DEFAULT = -2;

    /** Another place in the same file; lines within an argument of the command line would only confuse. */
    Mark at(int otherLine, int otherColumn) {
        return layer == SET ? this : new Mark(file, otherLine, otherColumn, layer);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
