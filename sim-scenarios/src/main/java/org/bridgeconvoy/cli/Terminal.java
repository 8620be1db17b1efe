package org.bridgeconvoy.cli;

import org.bridgeconvoy.report.TextLines;
import org.jspecify.annotations.Nullable;

/** What is known of the user's terminal: whether there is one, and how wide it is. */
final class Terminal {

    /** A narrower terminal gets lines of the usual width. */
    private static final int LEAST_COLUMNS = 40;

    private Terminal() {}

    /**
     * Whether standard error is a terminal. Java has no way to ask. The launcher asks and passes the answer in the system property {@code
     * convoy.terminal}; without it the answer is whether the JVM has a console that is a terminal.
     */
    static boolean isAttached() {
        String told = System.getProperty("convoy.terminal");
        if (told != null) {
            return told.equals("true");
        }
        return isConsoleAttached();
    }

    /**
     * Width of the lines of results, in characters. Java has no way to ask a terminal; the launcher asks.
     *
     * @param wanted value of the environment variable COLUMNS, which takes precedence; null if it is not set
     * @param told width that the launcher found; null or empty if standard output is no terminal
     * @return the first of them that is a number of at least 40, else the usual width
     */
    static int columns(@Nullable String wanted, @Nullable String told) {
        for (String text : new @Nullable String[] {wanted, told}) {
            if (text != null && text.matches("[0-9]{2,4}") && Integer.parseInt(text) >= LEAST_COLUMNS) {
                return Integer.parseInt(text);
            }
        }
        return TextLines.USUAL_WIDTH;
    }

    /**
     * Whether the JVM's console is a terminal. From JDK 22 on there may be a console without a terminal, and {@code isTerminal} tells them
     * apart; earlier JDKs lack that method and have a console only at a terminal.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsoleAttached() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
