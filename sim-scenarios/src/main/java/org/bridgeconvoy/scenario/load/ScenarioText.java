package org.bridgeconvoy.scenario.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.jspecify.annotations.Nullable;

/** What stands in a resolved scenario text, by path, and what the table of keys says of a path. */
public final class ScenarioText {

    private final Node root;
    private final Shapes shapes;

    ScenarioText(String resolved, Shapes shapes) {
        Node read = YamlReader.read(new Position("scenario", 0, 0, 0), resolved, new Problems());
        this.root = read == null ? new Node.Fields(Map.of(), new Position("scenario", 0, 0, 0)) : read;
        this.shapes = shapes;
    }

    /** The value at a path as a file writes it on one line; null if nothing stands there. */
    public @Nullable String value(String path) {
        Node found = find(path);
        return found == null ? null : shown(found);
    }

    /** The keys of the map at a path; none if no map stands there. */
    public List<String> keysOf(String path) {
        return find(path) instanceof Node.Fields fields
                ? List.copyOf(fields.entries().keySet())
                : List.of();
    }

    /** The sentence on the innermost key of the table of keys on a path; empty if there is none on it. */
    public String about(String path) {
        Shape shape = shapes.scenario();
        String about = "";
        for (String key : path.split("\\.", -1)) {
            Shape.Key entry = shape == null ? null : Shape.key(shape, key);
            about = entry == null ? about : entry.about();
            shape = shape == null ? null : Shape.child(shape, key);
        }
        return about;
    }

    /** The numbers, hours and choices of the scenario, in the order of the table of keys: what stands there and what its maps may have beside. */
    public List<ScenarioKey> keys() {
        return KeyList.of(root, shapes.scenario());
    }

    private @Nullable Node find(String path) {
        Node node = root;
        for (String key : path.split("\\.", -1)) {
            Node inside = node instanceof Node.Fields fields ? fields.get(key) : null;
            if (inside == null) {
                return null;
            }
            node = inside;
        }
        return node;
    }

    static String shown(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Node.Items items) {
            return items.items().stream().map(ScenarioText::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Fields fields = (Node.Fields) node;
        return fields.entries().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + shown(entry.getValue().value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
