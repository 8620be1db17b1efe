package org.bridgeconvoy.scenario.key;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.scenario.text.Days;
import org.jspecify.annotations.Nullable;

/**
 * The form that a value of a scenario file must have. Shapes nest to one table of keys, which finds unknown keys,
 * checks {@code --set} paths, fills in defaults and becomes the JSON Schema. {@link Shapes} holds the table.
 */
public sealed interface Shape {

    /** Kinds of single values. A kind that ends in {@code _VALUE} takes a quantity or a distribution. */
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

    /** A single value. */
    record Plain(Kind kind) implements Shape {}

    /** One word of a list. */
    record Choice(List<String> words) implements Shape {}

    /** Hours: one interval, a list of intervals, or a map from days to either. */
    record OpeningHours() implements Shape {}

    /** A map from days and ranges of days to numbers. */
    record Weekdays() implements Shape {}

    /** The name of a file with a series of factors, or a map from days to factors. */
    record FactorSeries() implements Shape {}

    /** The name of a CSV file, or the CSV text itself in several lines. */
    record Table() implements Shape {}

    /** A map with a fixed set of keys. */
    record Keys(Map<String, Key> keys) implements Shape {}

    /**
     * A map whose keys are names chosen by the user, with values of one shape.
     *
     * @param name what a name stands for: {@code cargo}
     * @param each the shape of the values
     */
    record Named(String name, Shape each) implements Shape {}

    /** A list of values of one shape. */
    record ListOf(Shape each) implements Shape {}

    /**
     * A single value or a map.
     *
     * @param plain the single value: a {@link Plain} or a {@link Choice}
     * @param keys the map
     */
    record PlainOr(Shape plain, Keys keys) implements Shape {}

    /** A map from paths of the scenario to new values: {@code bridge.headway: 20 s}. */
    record PathValues() implements Shape {}

    /** Any value. */
    record Any() implements Shape {}

    /**
     * A map from paths of the scenario to what is believed of them; the key {@code worlds} holds the table of a joint sample instead.
     *
     * @param belief the shape of what is believed
     */
    record Uncertain(Shape belief) implements Shape {}

    /**
     * A key of a map.
     *
     * @param shape form of its value
     * @param required whether the map must have the key
     * @param fallback the default as a file would write it; null if a missing key means something that no value says
     * @param about one sentence for readers of the schema and the documentation
     */
    record Key(Shape shape, boolean required, @Nullable String fallback, String about) {}

    /** A key with its name, ready for a table. */
    record NamedKey(String name, Key key) {}

    /** A map with these keys, in this order. */
    static Keys keys(NamedKey... keys) {
        Map<String, Key> map = new LinkedHashMap<>();
        Arrays.stream(keys).forEach(k -> map.put(k.name(), k.key()));
        return new Keys(map);
    }

    /** A key that the map must have. */
    static NamedKey required(String name, Shape shape, String about) {
        return new NamedKey(name, new Key(shape, true, null, about));
    }

    /** A key that may be missing, without a default. */
    static NamedKey optional(String name, Shape shape, String about) {
        return new NamedKey(name, new Key(shape, false, null, about));
    }

    /** A key that may be missing, with its default as a file would write it. */
    static NamedKey optional(String name, Shape shape, String fallback, String about) {
        return new NamedKey(name, new Key(shape, false, fallback, about));
    }

    /** The shape of the value under a key or at an index of a list; null if the shape has no such key. */
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
        if (shape instanceof Uncertain uncertain) {
            return key.equals("worlds") ? new Table() : uncertain.belief();
        }
        if (shape instanceof Weekdays) {
            return new Plain(Kind.NUMBER);
        }
        return shape instanceof OpeningHours && Days.isDayKey(key) ? shape : null;
    }

    /** The entry of a key in the table; null if the map has no such key, or keys that the user names. */
    static @Nullable Key key(Shape shape, String name) {
        if (shape instanceof Keys keys) {
            return keys.keys().get(name);
        }
        return shape instanceof PlainOr either ? either.keys().keys().get(name) : null;
    }

    /** Keys of a map in the order of the table; empty for other shapes and for a map whose keys the user names. */
    static List<String> known(Shape shape) {
        if (shape instanceof Keys keys) {
            return List.copyOf(keys.keys().keySet());
        }
        return shape instanceof PlainOr either ? known(either.keys()) : List.of();
    }
}
