package org.bridgeconvoy.scenario.map;

import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Texts;

/** Checks names that end up in files, columns and metrics. */
final class Names {

    private static final int LONGEST = 100;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _+-]*");

    private Names() {}

    /** Reports a name under a place that is no usable name. */
    static void check(Place place, String what, String name) {
        String wrong = wrong(name);
        if (!wrong.isEmpty()) {
            place.reading()
                    .problems()
                    .add(place.keyMark(name), "the " + what + " name " + Texts.shown(name) + " " + wrong);
        }
    }

    /** What is wrong with a name; empty if nothing is. */
    static String wrong(String name) {
        if (name.isBlank() || !name.strip().equals(name)) {
            return "must not be empty or begin or end with a blank";
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return "must have at most " + LONGEST + " characters";
        }
        return NAME.matcher(name).matches()
                ? ""
                : "must consist of letters, digits, blanks and the signs - _ +, and begin with a letter or digit";
    }
}
