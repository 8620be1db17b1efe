package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.table.CsvTable;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a scenario says of inputs that are not known. An entry that the file asked for does not write, or any with {@code --set}, is
 * dropped silently where it reaches no value any more: another file or value has removed what it speaks of.
 */
final class UncertainMapper {

    /** The key of a joint sample. */
    private static final String WORLDS = "worlds";

    private final Node.Fields root;
    private final ReadingContext reading;
    private final UncertainPlaces places;
    private final UncertainEnds ends;

    /** Entries that fit, as the resolved text writes them. */
    private final Map<String, Node.Entry> kept = new LinkedHashMap<>();

    /**
     * A mapper of one scenario.
     *
     * @param worlds maps a tree to its world and adds what is wrong to the problems
     */
    UncertainMapper(Node.Fields root, ReadingContext reading, BiConsumer<Node.Fields, Problems> worlds) {
        this.root = root;
        this.reading = reading;
        this.ends = new UncertainEnds(root, reading, worlds);
        this.places = new UncertainPlaces(root, reading.shapes());
    }

    /** What is uncertain; nothing where there is a problem. */
    UncertainInputs inputs(Place place) {
        if (!place.isPresent()) {
            return UncertainInputs.NONE;
        }
        if (!(place.node() instanceof Node.Fields fields)) {
            place.problem(
                    "must be a map from paths to what is believed of them, such as {bridge.headway: \"triangular(20 s, 30 s,"
                            + " 90 s)\"}");
            return UncertainInputs.NONE;
        }
        Node.Entry worlds = fields.entries().get(WORLDS);
        if (worlds != null) {
            if (fields.entries().size() > 1) {
                place.get(WORLDS)
                        .problem("is a joint sample of all uncertain inputs and must not stand beside other entries");
            }
            kept.put(WORLDS, worlds);
            return rows(place.get(WORLDS));
        }
        List<UncertainInput> inputs = new ArrayList<>();
        int before = reading.problems().count();
        fields.entries().forEach((path, entry) -> {
            UncertainInput input = input(path, place.get(path), entry);
            if (input != null) {
                inputs.add(input);
            }
        });
        if (reading.problems().count() > before) {
            return UncertainInputs.NONE;
        }
        ends.check(inputs, kept);
        return new UncertainInputs(inputs, List.of(), List.of());
    }

    private @Nullable UncertainInput input(String path, Place place, Node.Entry entry) {
        boolean isAsWritten = entry.keyPosition().layer() == 0 && !reading.hasSets();
        List<String> reached;
        try {
            reached = places.at(path);
            if (!isAsWritten && !reached.stream().allMatch(this::hasValue)) {
                return null;
            }
        } catch (Invalid e) {
            if (isAsWritten) {
                reading.problems().add(entry.keyPosition(), "uncertain: " + e.text());
            }
            return null;
        }
        try {
            places.take(path, reached);
        } catch (Invalid e) {
            reading.problems().add(entry.keyPosition(), "uncertain: " + e.text());
            return null;
        }
        Belief belief = new Belief(root, reading, path, place, reached);
        UncertainInput input = belief.input();
        kept.put(path, new Node.Entry(entry.keyPosition(), Objects.requireNonNull(belief.resolved())));
        return input;
    }

    /** Whether the scenario has a value at a place, or the table of keys a default. */
    private boolean hasValue(String at) {
        Node node = Tree.find(root, at);
        Shape.Key key = reading.shapes().keyAt(at);
        return node == null ? key != null && key.fallback() != null : !Tree.isNull(node);
    }

    private UncertainInputs rows(Place place) {
        return place.<UncertainInputs>find(value -> rows(value, place)).orElse(UncertainInputs.NONE);
    }

    private UncertainInputs rows(String value, Place place) throws Invalid {
        CsvTable table = CsvTable.withAnyColumns(value, place);
        List<String> paths = List.copyOf(table.columns());
        for (String path : paths) {
            if (path.indexOf('*') >= 0) {
                throw new Invalid("has the column '" + path + "': a column is one path, without *");
            }
            try {
                places.take(path, places.at(path));
            } catch (Invalid e) {
                throw new Invalid("has a wrong column: " + e.text());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (String path : paths) {
                row.<String>find(path, text -> text).ifPresent(cells::add);
            }
            if (cells.size() == paths.size()) {
                rows.add(cells);
            }
        }
        UncertainInputs inputs = new UncertainInputs(List.of(), paths, rows);
        if (!rows.isEmpty()) {
            ends.checkFirst(inputs, place);
        }
        return inputs;
    }

    /** A tree with the entries that were kept. */
    Node.Fields withKept(Node.Fields tree) {
        Node.Entry entry = tree.entries().get("uncertain");
        if (entry == null || kept.isEmpty()) {
            return tree.without("uncertain");
        }
        Position position = entry.value().position();
        return tree.with("uncertain", new Node.Entry(entry.keyPosition(), new Node.Fields(kept, position)));
    }
}
