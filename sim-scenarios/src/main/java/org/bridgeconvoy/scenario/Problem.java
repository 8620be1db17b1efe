package org.bridgeconvoy.scenario;

/**
 * An error or a warning in a scenario that the user can fix.
 *
 * @param file the file as the user or another file named it, or {@code --set PATH} for a value from the command line
 * @param line line in the file, from 1; 0 if the problem has no line
 * @param column column in code points, from 1; 0 if the problem has no line
 * @param message what is wrong, the value found and the values allowed
 */
public record Problem(String file, int line, int column, String message) {

    /** {@code file:line:column: message}, or {@code file: message} for a problem without a line. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
