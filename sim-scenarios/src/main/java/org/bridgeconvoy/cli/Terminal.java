package org.bridgeconvoy.cli;

import org.bridgeconvoy.report.TextLines;
import org.jspecify.annotations.Nullable;

/** Whether a person is watching. */
final class Terminal {

    private static final int LEAST_COLUMNS = 40;

    private Terminal() {}

    /**
     * Whether standard error is a terminal. Java cannot ask that of standard error alone, so the launcher says it in the
     * system property {@code convoy.terminal}; without it, a console counts if it is a terminal.
     */
    static boolean isAttached() {
        String told = System.getProperty("convoy.terminal");
        if (told != null) {
            return told.equals("true");
        }
        return isConsoleAttached();
    }

    /**
     * How many columns the results may take. Java cannot ask a terminal, so the launcher does.
     *
     * @param wanted the environment variable COLUMNS, which goes first; null if it is not set
     * @param told what the launcher said of the terminal; null or empty if results do not go to one
     * @return the first of them that is a number from 40 on; else the usual width
     */
    static int columns(@Nullable String wanted, @Nullable String told) {
        for (String text : new @Nullable String[] {wanted, told}) {
            if (text != null && text.matches("[0-9]{2,4}") && Integer.parseInt(text) >= LEAST_COLUMNS) {
                return Integer.parseInt(text);
            }
        }
        return TextLines.USUAL_WIDTH;
    }

    /** Since JDK 22 there may be a console without a terminal, and a method that tells. */
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
