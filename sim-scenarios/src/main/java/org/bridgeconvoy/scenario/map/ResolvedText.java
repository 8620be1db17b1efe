package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.table.DataText;
import org.bridgeconvoy.scenario.table.SampleTable;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.bridgeconvoy.scenario.text.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Writes a resolved scenario: the file with extended files, sets, defaults and the content of data files filled in.
 * Keys stand in the order of the table, names in the order of the file. The text is a fixed point: loading it and
 * writing it again gives the same text.
 */
final class ResolvedText {

    /** An empirical distribution: its first argument, and the rest. */
    private static final Pattern SAMPLE = Pattern.compile("\\s*empirical\\s*\\(([^,]*)(,[^()]*)?\\)\\s*");

    /** Position of values that come from defaults. */
    private static final Position DEFAULT = new Position("default", 0, 0, Position.DEFAULT);

    /** Keys of a station that each of its shifts has instead. */
    private static final List<String> BESIDE_SHIFTS = List.of("servers", "hours");

    private final ReadingContext reading;

    ResolvedText(ReadingContext reading) {
        this.reading = reading;
    }

    /** The text of a tree without problems. */
    String of(Node.Fields root) {
        LocalDate start = new Place("", root, root.position(), reading.shapes().scenario(), reading)
                .get("start")
                .read(Times::date, LocalDate.ofEpochDay(0));
        Node filled = filled(root.without("sources"), reading.shapes().scenario(), start);
        Node.Fields whole = (Node.Fields) filled;
        Node.Fields sources = sources(root);
        if (!sources.entries().isEmpty()) {
            whole = whole.with("sources", new Node.Entry(root.position(), sources));
        }
        return YamlText.of(whole);
    }

    /** Sources that still speak of a value in the tree. */
    private static Node.Fields sources(Node.Fields root) {
        Map<String, Node.Entry> kept = new LinkedHashMap<>();
        if (root.get("sources") instanceof Node.Fields sources) {
            sources.entries().forEach((path, entry) -> {
                if (SourcesMapper.speaks(root, path, entry)) {
                    kept.put(path, entry);
                }
            });
        }
        return new Node.Fields(kept, root.position());
    }

    /** The node with defaults and data files filled in, its keys in the order of the table. */
    private Node filled(Node node, Shape shape, LocalDate start) {
        if (node instanceof Node.Fields fields) {
            if (shape instanceof Shape.Uncertain) {
                return uncertain(fields, shape, start);
            }
            return shape instanceof Shape.PathValues
                    ? withoutFiles(fields, shape, start)
                    : filled(fields, shape, start);
        }
        if (node instanceof Node.Items items && shape instanceof Shape.ListOf list) {
            return new Node.Items(
                    items.items().stream()
                            .map(i -> filled(i, list.each(), start))
                            .toList(),
                    items.position());
        }
        return node instanceof Node.Scalar scalar ? withoutFile(scalar, shape, start) : node;
    }

    /** What is uncertain, as it was kept, with the table of a joint sample in place of the name of its file. */
    private Node uncertain(Node.Fields fields, Shape shape, LocalDate start) {
        Node.Entry worlds = fields.entries().get("worlds");
        Shape table = Shape.child(shape, "worlds");
        return worlds == null || table == null
                ? fields
                : fields.with("worlds", new Node.Entry(worlds.keyPosition(), filled(worlds.value(), table, start)));
    }

    private Node filled(Node.Fields fields, Shape shape, LocalDate start) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (String key : order(shape, fields)) {
            Node.Entry entry = fields.entries().get(key);
            Shape child = Shape.child(shape, key);
            Node value = entry == null || Tree.isNull(entry.value()) ? fallback(shape, key, fields) : entry.value();
            if (value != null) {
                Position position = entry == null ? DEFAULT : entry.keyPosition();
                entries.put(key, new Node.Entry(position, child == null ? value : filled(value, child, start)));
            }
        }
        return new Node.Fields(entries, fields.position());
    }

    /**
     * The values that a change sets, with data files filled in. Defaults are left out, and nulls stay because they
     * remove.
     */
    private Node withoutFiles(Node node, @Nullable Shape shape, LocalDate start) {
        if (node instanceof Node.Fields fields) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            fields.entries().forEach((key, entry) -> {
                Shape child = shape == null
                        ? null
                        : shape instanceof Shape.PathValues ? reading.shapes().at(key) : Shape.child(shape, key);
                entries.put(key, new Node.Entry(entry.keyPosition(), withoutFiles(entry.value(), child, start)));
                if (shape instanceof Shape.PathValues && key.endsWith(".shifts") && !Tree.isNull(entry.value())) {
                    takeAwayDefaults(fields, key, entries);
                }
            });
            return new Node.Fields(entries, fields.position());
        }
        return node instanceof Node.Scalar scalar && shape != null && !scalar.isNull()
                ? withoutFile(scalar, shape, start)
                : node;
    }

    /**
     * Adds to a change that sets shifts the removal of servers and hours, which this text has filled in and which must
     * not stand beside shifts.
     */
    private static void takeAwayDefaults(Node.Fields set, String shifts, Map<String, Node.Entry> entries) {
        for (String key : BESIDE_SHIFTS) {
            String path = shifts.substring(0, shifts.length() - "shifts".length()) + key;
            if (!set.entries().containsKey(path)) {
                entries.put(path, new Node.Entry(DEFAULT, new Node.Scalar("null", true, DEFAULT)));
            }
        }
    }

    /** Keys of a map: first those of the table, then the others. */
    private static Set<String> order(Shape shape, Node.Fields fields) {
        Set<String> order = new LinkedHashSet<>(Shape.known(shape));
        order.addAll(fields.entries().keySet());
        return order;
    }

    /** The default of a missing key; null if there is none, or if classes or shifts stand in its place. */
    private static @Nullable Node fallback(Shape shape, String key, Node.Fields fields) {
        Shape.Keys keys =
                shape instanceof Shape.PlainOr either ? either.keys() : shape instanceof Shape.Keys k ? k : null;
        Shape.Key found = keys == null ? null : keys.keys().get(key);
        boolean inClasses = fields.entries().containsKey("classes");
        boolean inShifts = BESIDE_SHIFTS.contains(key) && fields.get("shifts") instanceof Node.Items;
        return found == null || found.fallback() == null || inClasses || inShifts
                ? null
                : new Node.Scalar(found.fallback(), true, DEFAULT);
    }

    /** The value with the content of the data file that it names; any other value stays. */
    private Node withoutFile(Node.Scalar scalar, Shape shape, LocalDate start) {
        try {
            if (shape instanceof Shape.FactorSeries) {
                SortedMap<Integer, Double> series = DayNumbers.table(scalar.text(), place(scalar, shape), start);
                Map<String, Node.Entry> entries = new LinkedHashMap<>();
                series.forEach((day, factor) -> entries.put(
                        String.valueOf(day),
                        new Node.Entry(
                                scalar.position(), new Node.Scalar(Texts.number(factor), true, scalar.position()))));
                return new Node.Fields(entries, scalar.position());
            }
            if (shape instanceof Shape.Table) {
                DataText table = DataText.of(scalar.text(), place(scalar, shape));
                return new Node.Scalar(table.resolved(scalar.text()), false, scalar.position());
            }
            return shape instanceof Shape.Plain plain ? withoutSample(scalar, plain) : scalar;
        } catch (Invalid e) {
            throw new IllegalStateException("a file that was read a moment ago cannot be read: " + e.text(), e);
        }
    }

    private Place place(Node.Scalar scalar, Shape shape) {
        return new Place("", scalar, scalar.position(), shape, reading);
    }

    /** An empirical distribution with its values instead of its file, sorted; any other value stays. */
    private Node withoutSample(Node.Scalar scalar, Shape.Plain plain) throws Invalid {
        Dimension dimension = switch (plain.kind()) {
            case DURATION_VALUE -> Dimension.DURATION;
            case MASS_VALUE -> Dimension.MASS;
            case SPEED_VALUE -> Dimension.SPEED;
            default -> null;
        };
        java.util.regex.Matcher matcher = SAMPLE.matcher(scalar.text());
        if (dimension == null
                || !matcher.matches()
                || Quantity.isNumeric(matcher.group(1).strip())) {
            return scalar;
        }
        String file = matcher.group(1).strip().replaceAll("^[\"']|[\"']$", "");
        double[] sample = SampleTable.read(file, place(scalar, plain), dimension);
        Arrays.sort(sample);
        List<String> values = new ArrayList<>();
        for (double value : sample) {
            values.add(Texts.number(value) + " " + dimension.base());
        }
        String bounds = matcher.group(2) == null ? "" : matcher.group(2);
        return new Node.Scalar("empirical(" + String.join(", ", values) + bounds + ")", false, scalar.position());
    }
}
