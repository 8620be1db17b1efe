package org.bridgeconvoy.scenario.map;

import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Texts;

/** Checks names of cargoes, classes and the like, which become parts of metrics, columns and files. */
final class Names {

    /** Most characters of a name. */
    private static final int LONGEST = 100;

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{Nd}\\p{Nl}\\p{No}][\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{No} _+-]*");

    private Names() {}

    /**
     * Reports a name that cannot be used.
     *
     * @param what the kind of name: {@code cargo}
     */
    static void check(Place place, String what, String name) {
        String wrong = wrong(name);
        if (!wrong.isEmpty()) {
            place.reading()
                    .problems()
                    .add(place.keyPosition(name), "the " + what + " name " + Texts.shown(name) + " " + wrong);
        }
    }

    /** What is wrong with a name, as a predicate; empty for a good name. */
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
