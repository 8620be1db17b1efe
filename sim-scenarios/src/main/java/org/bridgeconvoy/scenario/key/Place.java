package org.bridgeconvoy.scenario.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Mark;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A place in a scenario: its path, what is written there (perhaps nothing) and where to point in a message. Its readers
 * report what is wrong and then return the fallback, so that the rest of the file is checked too.
 */
public final class Place {

    /** Reads a text or says what is wrong with it. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String text) throws Invalid;
    }

    private final String path;
    private final @Nullable Node node;
    private final Mark mark;
    private final Shape shape;
    private final Reading reading;

    /** What the table says of a value left out; null if leaving it out means something of its own. */
    private final @Nullable String fallback;

    /** A place that no key of the table leads to: the whole file, or a single value. */
    public Place(String path, @Nullable Node node, Mark mark, Shape shape, Reading reading) {
        this(path, node, mark, shape, reading, null);
    }

    private Place(
            String path, @Nullable Node node, Mark mark, Shape shape, Reading reading, @Nullable String fallback) {
        this.fallback = fallback;
        this.path = path;
        this.node = node;
        this.mark = mark;
        this.shape = shape;
        this.reading = reading;
    }

    public String path() {
        return path;
    }

    public @Nullable Node node() {
        return node;
    }

    /** Where a problem with the value is reported: the value, or what should contain it. */
    public Mark mark() {
        return mark;
    }

    public Reading reading() {
        return reading;
    }

    /** Whether there is a value that is not null. */
    public boolean isPresent() {
        return node != null && !(node instanceof Node.Scalar scalar && scalar.isNull());
    }

    public boolean isMap() {
        return node instanceof Node.Fields;
    }

    public boolean isList() {
        return node instanceof Node.Items;
    }

    /** Adds a problem whose message begins with the path. */
    public void problem(String predicate) {
        reading.problems().add(mark, path.isEmpty() ? predicate : path + " " + predicate);
    }

    /** Adds a problem with a message of its own. */
    void report(String message) {
        reading.problems().add(mark, message);
    }

    /** What lies under a key of the table; asking for another key is an error of this program. */
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
                value == null ? mark : value.mark(),
                child,
                reading,
                known == null ? null : known.fallback());
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** This place with the default of the table if the file gives no value; as it is if the table has none. */
    public Place orDefault() {
        return isPresent() || fallback == null ? this : withFallback(fallback);
    }

    /** This place with a value, as if the file gave it. */
    public Place withFallback(String value) {
        return new Place(path, new Node.Scalar(value, true, mark), mark, shape, reading);
    }

    /** The keys that may stand under it. */
    public List<String> known() {
        return Shape.known(shape);
    }

    /** The key of a child, for problems with the key itself. */
    public Mark keyMark(String key) {
        return node instanceof Node.Fields fields && fields.entries().containsKey(key)
                ? fields.entries().get(key).keyMark()
                : mark;
    }

    /** Reports keys that the table lacks and required keys that are missing; false if this is no map at all. */
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
                reading.problems().add(get(name).mark(), "required key '" + under(name) + "' is missing");
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
                        entry.keyMark(),
                        () -> "unknown key " + Texts.shown(under(key))
                                + Texts.nearest(key, known)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse(", known are " + String.join(", ", known)));
    }

    /** Whether YAML split a distribution at a comma; the value with the opening bracket has the message. */
    private static boolean hasCutValue(Node.Fields fields) {
        return fields.entries().values().stream()
                .anyMatch(e -> e.value() instanceof Node.Scalar s
                        && s.text().indexOf('(') > s.text().indexOf(')'));
    }

    /** Whether a key may be the rest of such a distribution. */
    private static boolean isRestOfCut(String key) {
        return key.indexOf(')') >= 0 || key.matches("\\s*[0-9.+-].*") || key.matches("(min|max)=.*");
    }

    /** The text of a plain value; null if there is none, or if a list or map stands here, which is a problem. */
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
     * Reads the plain value of a key that has no default in the table.
     *
     * @param otherwise what to go on with if there is none or it is wrong
     */
    public <T> T read(Reader<? extends T> reader, T otherwise) {
        if (fallback != null) {
            throw new IllegalStateException("the table of keys has a default of " + path);
        }
        return this.<T>find(reader).orElse(otherwise);
    }

    /** Reads the plain value; the default of the table if there is none or it is wrong. */
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

    /** Reads the plain value; empty if there is none or it is wrong. */
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

    /** Makes a value unless something was wrong since {@code before}; what its constructor refuses is a problem here. */
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

    public String string(String fallback) {
        return read(text -> text, fallback);
    }

    /** A duration of at least 0 in nanoseconds, at most 100 years; by default what the table says. */
    public long nanos() {
        return this.<Long>read(text -> duration(text, false));
    }

    /** A duration of at least 0 in nanoseconds, at most 100 years. */
    public long nanos(long fallback) {
        return read(text -> duration(text, false), fallback);
    }

    /** A duration above 0 in nanoseconds, at most 100 years. */
    public long positiveNanos(long fallback) {
        return read(text -> duration(text, true), fallback);
    }

    public static long duration(String text, boolean positive) throws Invalid {
        Quantity quantity = Quantity.parse(text, Dimension.DURATION);
        if (quantity.value().signum() < 0) {
            throw new Invalid("must be >= 0 s, got " + text.strip());
        }
        if (quantity.value().compareTo(Reading.MAX_SECONDS) > 0) {
            throw new Invalid("must be at most 100 years (36525 d), got " + text.strip());
        }
        long nanos = Nanos.ofSeconds(quantity.value());
        if (positive && nanos <= 0) {
            throw new Invalid("must be > 0 s, got " + text.strip());
        }
        return nanos;
    }

    /** A quantity in its base unit; by default what the table says. */
    public double quantity(Dimension dimension, boolean zeroAllowed) {
        return this.<Double>read(text -> quantity(text, dimension, zeroAllowed));
    }

    /** A quantity in its base unit. */
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

    /** A plain number at least {@code least}. */
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

    /** A whole number within bounds; by default what the table says. */
    public long whole(long least, long most) {
        return this.<Long>read(text -> whole(text, least, most));
    }

    /** A whole number within bounds. */
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

    /** {@code true} or {@code false}; by default what the table says. */
    public boolean flag() {
        return this.<Boolean>read(Place::flag);
    }

    /** The value of {@code true} or {@code false}. */
    public static boolean flag(String text) throws Invalid {
        return switch (text.strip()) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw new Invalid("must be true or false, got " + Texts.shown(text));
        };
    }

    /** One of the words of the table; by default what the table says. */
    public String choice() {
        return this.<String>read(this::word);
    }

    /** The text as one of the words of the table. */
    public String word(String text) throws Invalid {
        Shape plain = shape instanceof Shape.PlainOr either ? either.plain() : shape;
        List<String> words = ((Shape.Choice) plain).words();
        if (!words.contains(text.strip())) {
            throw new Invalid(
                    "must be " + Texts.or(words) + ", got " + Texts.shown(text) + Texts.didYouMean(text, words));
        }
        return text.strip();
    }

    /** The elements of a list; none if nothing stands here; what is no list is a problem. */
    public List<Place> items() {
        List<Place> places = new ArrayList<>();
        if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                Node item = items.items().get(i);
                places.add(new Place(path + "." + i, item, item.mark(), itemShape(), reading));
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
