package org.bridgeconvoy.scenario.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A place in a scenario: its path, the value there, if any, and the position to which messages point. A reader method
 * that finds a wrong value adds a problem and returns a fallback, so that the rest of the file is checked too.
 */
public final class Place {

    /** Reads a text, or throws the reason why the text is no valid value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String text) throws Invalid;
    }

    private final String path;
    private final @Nullable Node node;
    private final Position position;
    private final Shape shape;
    private final ReadingContext reading;

    /** Default in the table of keys; null if the table gives none. */
    private final @Nullable String fallback;

    /** A place without an entry in the table of keys: the whole file, or a single value. */
    public Place(String path, @Nullable Node node, Position position, Shape shape, ReadingContext reading) {
        this(path, node, position, shape, reading, null);
    }

    private Place(
            String path,
            @Nullable Node node,
            Position position,
            Shape shape,
            ReadingContext reading,
            @Nullable String fallback) {
        this.fallback = fallback;
        this.path = path;
        this.node = node;
        this.position = position;
        this.shape = shape;
        this.reading = reading;
    }

    public String path() {
        return path;
    }

    public @Nullable Node node() {
        return node;
    }

    /** Position of the value; if the value is missing, of the map that should hold it. */
    public Position position() {
        return position;
    }

    public ReadingContext reading() {
        return reading;
    }

    /** Whether there is a value other than null. */
    public boolean isPresent() {
        return node != null && !(node instanceof Node.Scalar scalar && scalar.isNull());
    }

    public boolean isMap() {
        return node instanceof Node.Fields;
    }

    public boolean isList() {
        return node instanceof Node.Items;
    }

    /** Adds a problem. The message consists of the path and the predicate. */
    public void problem(String predicate) {
        reading.problems().add(position, path.isEmpty() ? predicate : path + " " + predicate);
    }

    /** Adds a problem with a whole sentence. */
    void report(String message) {
        reading.problems().add(position, message);
    }

    /** The place under a key. A key that the table lacks is an error of the program. */
    public Place get(String key) {
        Shape child = Shape.child(shape, key);
        if (child == null) {
            throw new IllegalStateException("the table of keys lacks '" + key + "' under '" + path + "'");
        }
        Node value = node instanceof Node.Fields fields ? fields.get(key) : null;
        Shape.Key known = Shape.key(shape, key);
        return new Place(
                under(key),
                value,
                value == null ? position : value.position(),
                child,
                reading,
                known == null ? null : known.fallback());
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A place with the default of the table; this place if it has a value or the table has no default. */
    public Place orDefault() {
        return isPresent() || fallback == null ? this : withFallback(fallback);
    }

    /** A copy that has this value, as if the file gave it. */
    public Place withFallback(String value) {
        return new Place(path, new Node.Scalar(value, true, position), position, shape, reading);
    }

    /** Keys that the table allows under this place. */
    public List<String> known() {
        return Shape.known(shape);
    }

    /** Position of the key itself rather than of its value. */
    public Position keyPosition(String key) {
        return node instanceof Node.Fields fields && fields.entries().containsKey(key)
                ? fields.entries().get(key).keyPosition()
                : position;
    }

    /** Reports unknown keys and missing required keys. Returns false, with a problem added, if this is no map. */
    public boolean checkKeys() {
        if (!isMap()) {
            if (isPresent()) {
                problem("must be a map with the keys " + String.join(", ", Shape.known(shape)) + ", got "
                        + Objects.requireNonNull(node).describe());
            } else {
                problem("must not be empty");
            }
            return false;
        }
        Node.Fields fields = (Node.Fields) Objects.requireNonNull(node);
        boolean isCut = hasCutValue(fields);
        fields.entries().forEach((key, entry) -> checkKey(key, entry, isCut));
        Shape.Keys keys = shape instanceof Shape.PlainOr either ? either.keys() : (Shape.Keys) shape;
        keys.keys().forEach((name, key) -> {
            if (key.required() && !get(name).isPresent()) {
                reading.problems().add(get(name).position(), "required key '" + under(name) + "' is missing");
            }
        });
        return true;
    }

    private void checkKey(String key, Node.Entry entry, boolean isCut) {
        if (Shape.child(shape, key) != null || (isCut && isRestOfCut(key))) {
            return;
        }
        List<String> known = Shape.known(shape);
        reading.problems()
                .add(
                        entry.keyPosition(),
                        () -> "unknown key " + Texts.shown(under(key))
                                + Texts.nearest(key, known)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse(", known are " + String.join(", ", known)));
    }

    /** Whether YAML cut a distribution at a comma. The value with the opening bracket gets the message. */
    private static boolean hasCutValue(Node.Fields fields) {
        return fields.entries().values().stream()
                .anyMatch(e -> e.value() instanceof Node.Scalar s
                        && s.text().indexOf('(') > s.text().indexOf(')'));
    }

    /** Whether a key looks like the rest of a distribution that YAML cut. */
    private static boolean isRestOfCut(String key) {
        return key.indexOf(')') >= 0 || key.matches("\\s*[0-9.+-].*") || key.matches("(min|max)=.*");
    }

    /** Text of the single value; null if it is missing, or, with a problem added, if it is a list or map. */
    public @Nullable String text() {
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNull() ? null : scalar.text();
        }
        if (node != null) {
            problem("must be one value, got " + node.describe());
        }
        return null;
    }

    /**
     * Reads the single value of a key without a default in the table.
     *
     * @param otherwise result if the value is missing or wrong
     */
    public <T> T read(Reader<? extends T> reader, T otherwise) {
        if (fallback != null) {
            throw new IllegalStateException("the table of keys has a default of " + path);
        }
        return this.<T>find(reader).orElse(otherwise);
    }

    /** Reads the single value; the default of the table if it is missing or wrong. */
    public <T> T read(Reader<? extends T> reader) {
        return this.<T>find(reader).orElseGet(() -> byDefault(reader));
    }

    private <T> T byDefault(Reader<? extends T> reader) {
        try {
            return reader.read(Objects.requireNonNull(fallback, () -> "the table of keys has no default of " + path));
        } catch (Invalid e) {
            throw new IllegalStateException("the table of keys has a wrong default of " + path, e);
        }
    }

    /** Reads the single value; empty if it is missing or wrong. */
    public <T> Optional<T> find(Reader<? extends T> reader) {
        String text = text();
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(text));
        } catch (Invalid e) {
            if (!e.isTold()) {
                problem(e.text());
            }
            return Optional.empty();
        }
    }

    /** Calls {@code maker} unless problems were added after there were {@code before}; reports what it refuses. */
    public <T> @Nullable T make(int before, Supplier<? extends T> maker) {
        if (reading.problems().count() > before) {
            return null;
        }
        try {
            return maker.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            String message = String.valueOf(e.getMessage());
            report(message.startsWith(path) ? message : path + ": " + message);
            return null;
        }
    }

    /** Text of the single value. */
    public String string(String fallback) {
        return read(text -> text, fallback);
    }

    /** Duration from 0 to 100 years in nanoseconds; else the default of the table. */
    public long nanos() {
        return this.<Long>read(text -> duration(text, false));
    }

    /** Duration from 0 to 100 years in nanoseconds. */
    public long nanos(long fallback) {
        return read(text -> duration(text, false), fallback);
    }

    /** Duration above 0, up to 100 years, in nanoseconds. */
    public long positiveNanos(long fallback) {
        return read(text -> duration(text, true), fallback);
    }

    /** Reads a duration up to 100 years as nanoseconds; from 0, or above 0 if {@code positive}. */
    public static long duration(String text, boolean positive) throws Invalid {
        Quantity quantity = Quantity.parse(text, Dimension.DURATION);
        if (quantity.value().signum() < 0) {
            throw new Invalid("must be >= 0 s, got " + text.strip());
        }
        if (quantity.value().compareTo(ReadingContext.MAX_SECONDS) > 0) {
            throw new Invalid("must be at most 100 years (36525 d), got " + text.strip());
        }
        long nanos = Nanos.ofSeconds(quantity.value());
        if (positive && nanos <= 0) {
            throw new Invalid("must be > 0 s, got " + text.strip());
        }
        return nanos;
    }

    /** Quantity in base units, from 0 or above 0; else the default of the table. */
    public double quantity(Dimension dimension, boolean zeroAllowed) {
        return this.<Double>read(text -> quantity(text, dimension, zeroAllowed));
    }

    /** Quantity in base units, from 0 or above 0. */
    public double quantity(Dimension dimension, boolean zeroAllowed, double fallback) {
        return read(text -> quantity(text, dimension, zeroAllowed), fallback);
    }

    private static double quantity(String text, Dimension dimension, boolean zeroAllowed) throws Invalid {
        double value = Quantity.parse(text, dimension).asDouble();
        if (value < 0 || (value == 0 && !zeroAllowed)) {
            throw new Invalid(
                    "must be " + (zeroAllowed ? ">= 0 " : "> 0 ") + dimension.base() + ", got " + text.strip());
        }
        return value;
    }

    /** Number without a unit, from {@code least} to {@code most}. */
    public double real(double least, double most, double fallback) {
        return read(
                text -> {
                    double value = Quantity.real(text);
                    if (value < least || value > most) {
                        throw new Invalid("must be "
                                + (most == Double.MAX_VALUE
                                        ? ">= " + Texts.number(least)
                                        : "from " + Texts.number(least) + " to " + Texts.number(most))
                                + ", got " + text.strip());
                    }
                    return value;
                },
                fallback);
    }

    /** Whole number from {@code least} to {@code most}; else the default of the table. */
    public long whole(long least, long most) {
        return this.<Long>read(text -> whole(text, least, most));
    }

    /** Whole number from {@code least} to {@code most}. */
    public long whole(long least, long most, long fallback) {
        return read(text -> whole(text, least, most), fallback);
    }

    private static long whole(String text, long least, long most) throws Invalid {
        long value = Quantity.whole(text);
        if (value < least) {
            throw new Invalid("must be >= " + least + ", got " + text.strip());
        }
        if (value > most) {
            throw new Invalid("must be at most " + most + ", got " + text.strip());
        }
        return value;
    }

    /** {@code true} or {@code false}; else the default of the table. */
    public boolean flag() {
        return this.<Boolean>read(Place::flag);
    }

    /** Reads {@code true} or {@code false}. */
    public static boolean flag(String text) throws Invalid {
        return switch (text.strip()) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw new Invalid("must be true or false, got " + Texts.shown(text));
        };
    }

    /** One of the words of the table; else the default of the table. */
    public String choice() {
        return this.<String>read(this::word);
    }

    /** Reads one of the words of the table. */
    public String word(String text) throws Invalid {
        Shape plain = shape instanceof Shape.PlainOr either ? either.plain() : shape;
        List<String> words = ((Shape.Choice) plain).words();
        if (!words.contains(text.strip())) {
            throw new Invalid(
                    "must be " + Texts.or(words) + ", got " + Texts.shown(text) + Texts.didYouMean(text, words));
        }
        return text.strip();
    }

    /** Elements of a list; none if the value is missing or, with a problem added, is no list. */
    public List<Place> items() {
        List<Place> places = new ArrayList<>();
        if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                Node item = items.items().get(i);
                places.add(new Place(path + "." + i, item, item.position(), itemShape(), reading));
            }
        } else if (isPresent()) {
            problem("must be a list, got " + Objects.requireNonNull(node).describe());
        }
        return places;
    }

    private Shape itemShape() {
        return shape instanceof Shape.ListOf list ? list.each() : shape;
    }
}
