package org.bridgeconvoy.scenario.key;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.scenario.text.Days;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a scenario file: the one table behind unknown keys, {@code --set} paths, defaults and the
 * JSON Schema. {@link Shapes} holds the tables themselves.
 */
public sealed interface Shape {

    /** The kinds of plain values. */
    enum Kind {
        TEXT,
        NAME,
        DATE,
        DATE_TIME,
        DATE_RANGE,
        TIME_OF_DAY,
        UTC_OFFSET,
        DURATION,
        LENGTH,
        MASS,
        HANDLING_RATE,
        DEMAND_RATE,
        TRAFFIC_RATE,
        DURATION_VALUE,
        MASS_VALUE,
        SPEED_VALUE,
        INTEGER,
        COUNT,
        NUMBER,
        BOOLEAN,
        GRADE
    }

    /** A plain value. */
    record Plain(Kind kind) implements Shape {}

    /** One of a few words. */
    record Choice(List<String> words) implements Shape {}

    /** Hours: text, a list, or a map from days. */
    record OpeningHours() implements Shape {}

    /** A map from days and ranges of days to numbers. */
    record Weekdays() implements Shape {}

    /** The name of a file with a series of factors, or a map from days to factors. */
    record FactorSeries() implements Shape {}

    /** The name of a CSV file, or its text in several lines. */
    record Table() implements Shape {}

    /** A map with these keys. */
    record Keys(Map<String, Key> keys) implements Shape {}

    /**
     * A map from names to values that are alike.
     *
     * @param name what a name stands for
     * @param each the shape of the values
     */
    record Named(String name, Shape each) implements Shape {}

    /** A list of values that are alike. */
    record ListOf(Shape each) implements Shape {}

    /** A plain value, or one of a few words, or a map. */
    record PlainOr(Shape plain, Keys keys) implements Shape {}

    /** A map from paths of this file to values. */
    record PathValues() implements Shape {}

    /**
     * A key of a map.
     *
     * @param shape what its value looks like
     * @param required whether the map must have it
     * @param fallback the value it has if it is left out, as written in a file; null if leaving it out means something
     *     of its own
     * @param about one sentence for a reader of the schema
     */
    record Key(Shape shape, boolean required, @Nullable String fallback, String about) {}

    /** A key with its name, to be put in a table. */
    record NamedKey(String name, Key key) {}

    static Keys keys(NamedKey... keys) {
        Map<String, Key> map = new LinkedHashMap<>();
        Arrays.stream(keys).forEach(k -> map.put(k.name(), k.key()));
        return new Keys(map);
    }

    static NamedKey required(String name, Shape shape, String about) {
        return new NamedKey(name, new Key(shape, true, null, about));
    }

    static NamedKey optional(String name, Shape shape, String about) {
        return new NamedKey(name, new Key(shape, false, null, about));
    }

    static NamedKey optional(String name, Shape shape, String fallback, String about) {
        return new NamedKey(name, new Key(shape, false, fallback, about));
    }

    /** The shape of what a key or an index leads to; null if there is no such key. */
    static @Nullable Shape child(Shape shape, String key) {
        if (shape instanceof Keys) {
            Key found = key(shape, key);
            return found == null ? null : found.shape();
        }
        if (shape instanceof Named named) {
            return named.each();
        }
        if (shape instanceof PlainOr either) {
            return child(either.keys(), key);
        }
        if (shape instanceof ListOf list) {
            return key.matches("\\d{1,6}") ? list.each() : null;
        }
        if (shape instanceof Weekdays) {
            return new Plain(Kind.NUMBER);
        }
        return shape instanceof OpeningHours && Days.isDayKey(key) ? shape : null;
    }

    /** A key of a map; null if the map has no such key, or names of its own. */
    static @Nullable Key key(Shape shape, String name) {
        if (shape instanceof Keys keys) {
            return keys.keys().get(name);
        }
        return shape instanceof PlainOr either ? either.keys().keys().get(name) : null;
    }

    /** The keys that a map of this shape may have; empty if it is no map or has names of its own. */
    static List<String> known(Shape shape) {
        if (shape instanceof Keys keys) {
            return List.copyOf(keys.keys().keySet());
        }
        return shape instanceof PlainOr either ? known(either.keys()) : List.of();
    }
}
