package org.bridgeconvoy.cli;

import java.util.Locale;
import org.bridgeconvoy.study.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Progress on one line of standard error, redrawn every 0.1 s at most and wiped at the end. It is written here because the usual library
 * loads a terminal library first, which takes longer than many runs.
 */
final class ProgressLine implements Progress, AutoCloseable {

    /** Characters of the bar where there is room for them. */
    private static final int WIDTH = 30;

    /** A bar of fewer characters is left out. */
    private static final int NARROWEST = 10;

    /** Least time from one drawing to the next. */
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

    /** A progress line, shown only if standard error is a terminal and {@code --quiet} is not given. */
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
     * The text of the line: bar, phase, count, and the time left in the phase, extrapolated from the time that it has taken so far; no time
     * if the phase may end at any count.
     *
     * @param seconds time since the phase began
     * @param columns most characters of the text; the terminal would break a longer line, and only its last part could be wiped
     */
    static String text(Phase phase, long done, long planned, double seconds, int columns) {
        double share = planned <= 0 ? 0 : Math.min(1, (double) done / planned);
        String words = phase.name() + (phase.of() > 1 ? " (" + phase.number() + " of " + phase.of() + ")" : "");
        String count =
                String.format(Locale.ROOT, phase.atMost() ? ": %,d of at most %,d" : ": %,d of %,d", done, planned);
        String left =
                share > 0 && !phase.atMost() ? ", about " + Math.round(seconds * (1 - share) / share) + " s left" : "";
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
