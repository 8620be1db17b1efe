package org.bridgeconvoy.cli;

import org.bridgeconvoy.study.Progress;

/**
 * One line on standard error that grows with the work and is wiped at its end. A line of our own and not a library's: the
 * usual one brings a terminal library whose loading takes longer than many runs.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final int WIDTH = 30;
    private static final long BETWEEN_NANOS = 100_000_000L;

    private final Console console;
    private final long began = System.nanoTime();
    private long printed = began;
    private final boolean isShown;
    private int length;

    private ProgressLine(Console console, boolean isShown) {
        this.console = console;
        this.isShown = isShown;
    }

    /** A line that is shown only to a person who did not ask for quiet. */
    static ProgressLine on(Console console, boolean quiet) {
        return new ProgressLine(console, !quiet && console.isTerminal());
    }

    @Override
    public synchronized void at(long done, long total) {
        long now = System.nanoTime();
        if (!isShown || now - printed < BETWEEN_NANOS) {
            return;
        }
        printed = now;
        show(text(done, total, (now - began) / 1e9));
    }

    static String text(long done, long total, double seconds) {
        double share = total == 0 ? 0 : Math.min(1, (double) done / total);
        int filled = (int) (share * WIDTH);
        String left = share > 0 ? ", about " + Math.round(seconds * (1 - share) / share) + " s left" : "";
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + " of " + total + " replications"
                + left;
    }

    private void show(String text) {
        console.redraw(text + " ".repeat(Math.max(0, length - text.length())));
        length = text.length();
    }

    /** Wipes the line. */
    @Override
    public synchronized void close() {
        if (length > 0) {
            show("");
            console.redraw("");
            length = 0;
        }
    }
}
