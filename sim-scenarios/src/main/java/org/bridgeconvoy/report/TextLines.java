package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;

/** Wraps plain text for a terminal, between words only. */
public final class TextLines {

    /** Width in columns of a terminal that does not tell its width. */
    public static final int USUAL_WIDTH = 80;

    private TextLines() {}

    /**
     * The lines of a text, wrapped at spaces. A word longer than a line stays whole.
     *
     * @param first beginning of the first line
     * @param next beginning of every other line
     * @param text the words
     * @param width columns of a line
     */
    public static List<String> wrapped(String first, String next, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        int start = line.length();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > start && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                start = line.length();
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
