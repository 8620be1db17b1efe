package org.bridgeconvoy.report.chart;

/**
 * Makes drawing independent of a display. Charts are files, and a display that does not answer would make all of them
 * fail.
 */
final class Headless {

    private static final String PROPERTY = "java.awt.headless";

    private Headless() {}

    /**
     * Turns on AWT's headless mode, unless the program has set {@code java.awt.headless}: a program with windows of its
     * own sets it to {@code false} before its first chart. Takes effect only before the first use of AWT, so the class
     * of all charts calls it first.
     */
    static void unlessChosen() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "true");
        }
    }
}
