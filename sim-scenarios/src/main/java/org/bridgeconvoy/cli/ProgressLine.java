package org.bridgeconvoy.cli;

import java.util.Locale;
import org.bridgeconvoy.study.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One line on standard error that grows with each phase of the work and is wiped at its end. A line of our own and not a
 * library's: the usual one brings a terminal library whose loading takes longer than many runs.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final int WIDTH = 30;
    private static final int NARROWEST = 10;
    private static final long BETWEEN_NANOS = 100_000_000L;

    private final Console console;
    private final boolean isShown;
    private final long opened = System.nanoTime();
    private long printed = opened;
    private long began = opened;
    private @Nullable Phase phase;
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
    public synchronized void at(Phase current, long done, long planned) {
        if (!isShown) {
            return;
        }
        long now = System.nanoTime();
        boolean isNew = !current.equals(phase);
        if (isNew) {
            phase = current;
            began = now;
        }
        if (now - (isNew ? opened : printed) < BETWEEN_NANOS) {
            return;
        }
        printed = now;
        show(text(current, done, planned, (now - began) / 1e9, console.columns() - 1));
    }

    /**
     * What the line says. The time that is left is that of the phase, from what it took so far.
     *
     * @param seconds since the phase began
     * @param columns that it may take: a line that the terminal breaks could not be wiped
     */
    static String text(Phase phase, long done, long planned, double seconds, int columns) {
        double share = planned <= 0 ? 0 : Math.min(1, (double) done / planned);
        String words = phase.name() + (phase.of() > 1 ? " (" + phase.number() + " of " + phase.of() + ")" : "");
        String count = String.format(Locale.ROOT, ": %d of %d", done, planned);
        String left = share > 0 ? ", about " + Math.round(seconds * (1 - share) / share) + " s left" : "";
        String text = words + count + left;
        int width = Math.min(WIDTH, columns - text.length() - 3);
        if (width >= NARROWEST) {
            int filled = (int) (share * width);
            text = "[" + "#".repeat(filled) + ".".repeat(width - filled) + "] " + text;
        }
        return text.length() <= columns ? text : text.substring(0, Math.max(0, columns));
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
