package org.bridgeconvoy.bridge.module;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a module: what its value looks like, its range, what it means. Required unless it has a {@link #fallback}
 * or is {@link #optional}.
 *
 * <pre>{@code
 * Setting.duration("min-green", "Least length of a green.")
 * Setting.whole("size", "Trucks of a platoon.").between(1, 100).withFallback("10")
 * }</pre>
 *
 * @param key its name: small letters and digits, words joined by hyphens; empty for a module's whole value
 * @param kind what its value looks like
 * @param isList whether it is a list of such values
 * @param isRequired whether a file must give it
 * @param fallback the value it has if the file leaves it out, as written in a file; null for none, as for each list
 * @param least the least value, in the base unit of its kind; only for numbers and quantities
 * @param most the greatest value, in the base unit of its kind; only for numbers and quantities
 * @param words the words that a choice allows; empty for all other kinds
 * @param about one sentence for readers of the documentation and of the schema
 */
public record Setting(
        String key,
        Kind kind,
        boolean isList,
        boolean isRequired,
        @Nullable String fallback,
        double least,
        double most,
        List<String> words,
        String about) {

    /** What a value looks like in a file, and the base unit in which {@link Settings} gives it. */
    public enum Kind {
        /** {@code 90 s}, {@code 2 h}, {@code PT8H}; seconds in ranges, nanoseconds from {@link Settings#nanos}. */
        DURATION,
        /** {@code 940.8 m}, {@code 1.2 km}; metres. */
        LENGTH,
        /** {@code 40 t}, {@code 800 kg}; tonnes. */
        MASS,
        /** A plain number. */
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Any text. */
        TEXT,
        /** One of a few words. */
        CHOICE,
        /** {@code 2024-09-23}. */
        DATE,
        /** {@code 06:00}; nanoseconds after 00:00. */
        TIME_OF_DAY,
        /** Hours of the days of the week; see the documentation of scenario files. */
        HOURS,
        /** A map from days of the week to numbers of at least 0. */
        WEEKDAYS,
        /** A CSV file with a number of at least 0 for each day, or a map from days to such numbers. */
        SERIES
    }

    /** Checks the key and copies the words. */
    public Setting {
        words = List.copyOf(words);
        if (!key.matches("(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?")) {
            throw new IllegalArgumentException(
                    "the key of a setting must consist of small letters, digits and hyphens, got '" + key + "'");
        }
        if (isList && fallback != null) {
            throw new IllegalArgumentException(
                    "setting '" + key
                            + "' is a list, and a list has no fallback: make it optional, and it is empty if a file leaves it out");
        }
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "setting '" + key + "' needs a range from least to most, got " + least + " to " + most);
        }
    }

    /**
     * A duration of at least 0.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting duration(String key, String about) {
        return of(key, Kind.DURATION, about).between(0, Double.MAX_VALUE);
    }

    /**
     * A length of at least 0.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting length(String key, String about) {
        return of(key, Kind.LENGTH, about).between(0, Double.MAX_VALUE);
    }

    /**
     * A mass of at least 0.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting mass(String key, String about) {
        return of(key, Kind.MASS, about).between(0, Double.MAX_VALUE);
    }

    /**
     * A plain number.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting number(String key, String about) {
        return of(key, Kind.NUMBER, about);
    }

    /**
     * A whole number of 32 bits.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting whole(String key, String about) {
        return of(key, Kind.WHOLE, about).between(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /**
     * {@code true} or {@code false}.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting flag(String key, String about) {
        return of(key, Kind.FLAG, about);
    }

    /**
     * Any text.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting text(String key, String about) {
        return of(key, Kind.TEXT, about);
    }

    /**
     * One of a few words.
     *
     * @param key its name in the file
     * @param words what may be given
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting choice(String key, List<String> words, String about) {
        return new Setting(key, Kind.CHOICE, false, true, null, -Double.MAX_VALUE, Double.MAX_VALUE, words, about);
    }

    /**
     * A date.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting date(String key, String about) {
        return of(key, Kind.DATE, about);
    }

    /**
     * A time of day.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, required
     */
    public static Setting timeOfDay(String key, String about) {
        return of(key, Kind.TIME_OF_DAY, about);
    }

    /**
     * Opening hours; {@code always} unless the file gives them.
     *
     * @param key its name in the file
     * @param about what it means, in a few words
     * @return the setting, with that fallback
     */
    public static Setting hours(String key, String about) {
        return of(key, Kind.HOURS, about).withFallback("always");
    }

    /**
     * A setting of any kind, required, with any value that the kind allows.
     *
     * @param key its name in the file
     * @param kind what its values are
     * @param about what it means, in a few words
     * @return the setting
     */
    public static Setting of(String key, Kind kind, String about) {
        return new Setting(key, kind, false, true, null, -Double.MAX_VALUE, Double.MAX_VALUE, List.of(), about);
    }

    /**
     * A copy with a range, both ends included, in the base unit of its kind; a duration's is seconds.
     *
     * @param from the least value
     * @param to the greatest value, not below the least
     * @return a changed copy
     */
    public Setting between(double from, double to) {
        return new Setting(key, kind, isList, isRequired, fallback, from, to, words, about);
    }

    /**
     * A copy whose value must be above 0.
     *
     * @return a changed copy
     */
    public Setting positive() {
        return between(Double.MIN_VALUE, most);
    }

    /**
     * A copy with a value for files that leave it out, written as in a file.
     *
     * @param value what a file would give
     * @return a changed copy, not required
     */
    public Setting withFallback(String value) {
        return new Setting(key, kind, isList, false, value, least, most, words, about);
    }

    /**
     * A copy that a file must give.
     *
     * @return a changed copy, without a fallback
     */
    public Setting required() {
        return new Setting(key, kind, isList, true, null, least, most, words, about);
    }

    /**
     * A copy that a file may leave out; {@link Settings#has} tells.
     *
     * @return a changed copy, without a fallback
     */
    public Setting optional() {
        return new Setting(key, kind, isList, false, null, least, most, words, about);
    }

    /**
     * A list of such values; a kind that is itself a map or a list cannot be listed.
     *
     * @return a changed copy
     */
    public Setting list() {
        if (kind == Kind.HOURS || kind == Kind.WEEKDAYS || kind == Kind.SERIES) {
            throw new IllegalArgumentException("setting '" + key + "' of kind " + kind + " cannot be listed");
        }
        return new Setting(key, kind, true, isRequired, fallback, least, most, words, about);
    }
}
