package org.bridgeconvoy.scenario.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Values, names and numbers as messages show them, and the nearest valid name for a misspelt one. */
public final class Texts {

    /** Most characters of a value that a message shows. */
    private static final int SHOWN = 60;

    private Texts() {}

    /** A value in quotes and on one line; a value of more than 60 characters is cut and ends in {@code …}. */
    public static String shown(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return "'" + (line.length() > SHOWN ? line.substring(0, cut(line)) + "…" : line) + "'";
    }

    /** Where to cut a long line: {@link #SHOWN}, or one less so as not to split a surrogate pair. */
    private static int cut(String line) {
        return Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    }

    /** {@code a, b or c}; empty for no words. */
    public static String or(Collection<String> words) {
        List<String> list = List.copyOf(words);
        if (list.size() < 2) {
            return String.join("", list);
        }
        return String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.get(list.size() - 1);
    }

    /** A number in decimal notation without trailing zeros; with an exponent if it needs more than 21 digits. */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Math.abs(exact.precision() - exact.scale()) > 21 ? Double.toString(value) : exact.toPlainString();
    }

    /** {@code , did you mean 'x'?} for the nearest candidate; empty if no candidate is near. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
    }

    /**
     * The candidate with the fewest typing errors, the first of several. Empty if even this one has more errors than a
     * misspelling of its length (a third of its letters), or if {@code word} has more than 200 characters.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String best = null;
        int least = Integer.MAX_VALUE;
        if (word.length() > 200) {
            return Optional.empty();
        }
        for (String candidate : candidates) {
            int distance = distance(normal(word), normal(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best != null && least <= allowed(Math.max(word.length(), best.length()))
                ? Optional.of(best)
                : Optional.empty();
    }

    /**
     * Most typing errors in a word of this length that still suggest a misspelling: 1 up to three letters, then a third
     * of the letters, at least 2.
     */
    private static int allowed(int length) {
        return length <= 3 ? 1 : Math.max(2, length / 3);
    }

    /** The word for comparison: lower case, with hyphens for underscores and spaces. */
    private static String normal(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /**
     * Number of typing errors between two words: optimal string alignment distance, which counts insertions, deletions,
     * replacements and swaps of neighbours.
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    /** One cell of the table of distances, from its three neighbours and, for a swap, the cell two up and two left. */
    private static int step(String a, String b, int[][] d, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
