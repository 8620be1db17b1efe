package org.bridgeconvoy.cli;

/** Whether a person is watching. */
final class Terminal {

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
