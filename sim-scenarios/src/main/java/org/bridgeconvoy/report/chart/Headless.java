package org.bridgeconvoy.report.chart;

/** Keeps drawing from asking for a display: charts are files, and a display that does not answer would fail every one of them. */
final class Headless {

    private static final String PROPERTY = "java.awt.headless";

    private Headless() {}

    /**
     * Makes AWT work without a display, unless the program has chosen: one with windows of its own sets {@code java.awt.headless} to
     * {@code false} before it draws its first chart. Works only before anything touches AWT, so it stands where every chart passes.
     */
    static void unlessChosen() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "true");
        }
    }
}
