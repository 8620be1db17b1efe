package org.bridgeconvoy.scenario.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How values and names are shown in messages. */
public final class Texts {

    private static final int SHOWN = 60;

    private Texts() {}

    /** A value in quotes, cut if long, without line breaks. */
    public static String shown(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return "'" + (line.length() > SHOWN ? line.substring(0, cut(line)) + "…" : line) + "'";
    }

    private static int cut(String line) {
        return Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    }

    /** {@code a, b or c}. */
    public static String or(Collection<String> words) {
        List<String> list = List.copyOf(words);
        if (list.size() < 2) {
            return String.join("", list);
        }
        return String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.get(list.size() - 1);
    }

    /** A number without a superfluous exponent or zeros. */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Math.abs(exact.precision() - exact.scale()) > 21 ? Double.toString(value) : exact.toPlainString();
    }

    /** {@code , did you mean 'x'?} if one of the candidates is near, else nothing. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
    }

    /** The candidate with the fewest typing errors, if those are few for its length. */
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

    private static int allowed(int length) {
        return length <= 3 ? 1 : Math.max(2, length / 3);
    }

    private static String normal(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
