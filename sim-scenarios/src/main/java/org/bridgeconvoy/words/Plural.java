package org.bridgeconvoy.words;

import java.util.Locale;

/** Numbers with their word. */
public final class Plural {

    private Plural() {}

    /** A number with its word: {@code 1 replication}, {@code 30 replications}. */
    public static String count(long n, String word) {
        return String.format(Locale.ROOT, "%d %s%s", n, word, n == 1 ? "" : "s");
    }
}
