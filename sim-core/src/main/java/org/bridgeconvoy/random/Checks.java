package org.bridgeconvoy.random;

import java.util.Arrays;

/** Argument checks of this package, with messages that name the allowed range and the value given. */
final class Checks {
    private Checks() {}

    static boolean finite(double... values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    static void that(boolean allowed, String rule, double... got) {
        if (!allowed) {
            throw new IllegalArgumentException(rule + " and finite numbers, got " + list(got));
        }
    }

    static void number(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " must be a number, got NaN");
        }
    }

    static void probability(double u) {
        if (!(u >= 0 && u <= 1)) {
            throw new IllegalArgumentException("a probability must be >= 0 and <= 1, got " + text(u));
        }
    }

    static void bounds(double min, double max) {
        if (!(min <= max)) {
            throw new IllegalArgumentException("min <= max is needed, got min=" + text(min) + " max=" + text(max));
        }
    }

    /** The exception for bounds that leave nothing. */
    static IllegalArgumentException noMass(Distribution base, double min, double max) {
        return new IllegalArgumentException(
                base + " has no mass from min=" + text(min) + " to max=" + text(max) + " (probability 0)");
    }

    static String list(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : ", ").append(text(value));
        }
        return text.toString();
    }

    /** The shortest decimal of a double, without ".0" where it is whole. */
    static String text(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
