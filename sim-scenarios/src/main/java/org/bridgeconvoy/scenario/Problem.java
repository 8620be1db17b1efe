package org.bridgeconvoy.scenario;

/**
 * Something in a scenario that the user can fix.
 *
 * @param file the file as it was named, or {@code --set PATH} for a value from the command line
 * @param line its line, from 1; 0 where there is none
 * @param column its column in code points, from 1; 0 where there is none
 * @param message what is wrong, with the value and what is allowed
 */
public record Problem(String file, int line, int column, String message) {

    /** {@code file:line:column: message}, or {@code file: message} where there is no line. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
