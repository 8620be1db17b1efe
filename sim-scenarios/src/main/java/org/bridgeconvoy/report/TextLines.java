package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;

/** Plain text for a terminal of some width: lines are broken between words, never in one. */
public final class TextLines {

    /** How wide a terminal is taken to be that does not tell. */
    public static final int USUAL_WIDTH = 80;

    private TextLines() {}

    /**
     * The lines of a text, broken at spaces; a word that is longer than a line stays whole.
     *
     * @param first what the first line begins with
     * @param next what the others begin with
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
