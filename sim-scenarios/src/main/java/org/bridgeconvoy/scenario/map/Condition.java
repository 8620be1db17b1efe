package org.bridgeconvoy.scenario.map;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.bridge.config.DayGoal;

/**
 * A sign and a plain number, as in {@code >= 150}.
 *
 * @param relation the sign
 * @param bound the number
 */
record Condition(DayGoal.Relation relation, double bound) {

    private static final Pattern FORM = Pattern.compile("\\s*(>=|<=|>|<)\\s*(\\S.*?)\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    /** Reads a condition; empty if the text is none. */
    static Optional<Condition> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && isNumber(form.group(2))
                ? Optional.of(new Condition(relation(form.group(1)), Double.parseDouble(form.group(2))))
                : Optional.empty();
    }

    /** Whether a text is a number without a unit, with at most 15 digits before and behind the point. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The relation of a sign: one of {@code >=}, {@code <=}, {@code >}, {@code <}. */
    static DayGoal.Relation relation(String sign) {
        return Arrays.stream(DayGoal.Relation.values())
                .filter(r -> r.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }
}
