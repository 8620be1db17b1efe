package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/** The places of a scenario that the paths under {@code uncertain} reach, each once. */
final class UncertainPlaces {

    /** Keys at the top of a file that are no part of the world. */
    private static final Set<String> NO_INPUTS = Set.of(
            "scenario",
            "question",
            "description",
            "seed",
            "replications",
            "goals",
            "answers",
            "variants",
            "observed",
            "uncertain",
            "sources");

    /** Stands for a value; only whether it can be set matters. */
    private static final Node ANY = new Node.Scalar("0", true, new Position("", 0, 0, Position.SET));

    private final Node.Fields root;
    private final Shapes shapes;

    /** The path that reaches each place. */
    private final Map<String, String> taken = new LinkedHashMap<>();

    UncertainPlaces(Node.Fields root, Shapes shapes) {
        this.root = root;
        this.shapes = shapes;
    }

    /**
     * The places that a path reaches. A {@code *} stands for one key of the file; of such a path those places count at which a value
     * stands.
     *
     * @return at least one
     * @throws Invalid if there is none, or the table of keys does not have the path; the message stands by itself
     */
    List<String> at(String path) throws Invalid {
        String top = path.split("\\.", -1)[0];
        if (NO_INPUTS.contains(top) || top.equals("extends")) {
            throw new Invalid("'" + top + "' is no input of the model and cannot be uncertain");
        }
        if (path.indexOf('*') < 0) {
            Tree.set(root, path, ANY, shapes.scenario());
            return List.of(path);
        }
        List<String> found = new ArrayList<>();
        collect(root, shapes.scenario(), path.split("\\.", -1), 0, "", found);
        if (found.isEmpty()) {
            throw new Invalid("'" + path + "' reaches no value of this scenario; * stands for one key, such as the"
                    + " name of a cargo");
        }
        return found;
    }

    private static void collect(
            @Nullable Node node, Shape shape, String[] keys, int depth, String before, List<String> found) {
        if (node == null || Tree.isNull(node)) {
            return;
        }
        if (depth == keys.length) {
            found.add(before);
            return;
        }
        Node.Fields fields = node instanceof Node.Fields f ? f : null;
        List<String> here = !keys[depth].equals("*")
                ? List.of(keys[depth])
                : fields == null ? List.of() : List.copyOf(fields.entries().keySet());
        for (String key : here) {
            Shape child = Shape.child(shape, key);
            if (child != null) {
                collect(
                        Tree.find(node, key),
                        child,
                        keys,
                        depth + 1,
                        before.isEmpty() ? key : before + "." + key,
                        found);
            }
        }
    }

    /**
     * Takes places for an entry.
     *
     * @throws Invalid if another entry reaches one of them, what lies under it, or what it lies under
     */
    void take(String path, List<String> places) throws Invalid {
        for (String place : places) {
            for (Map.Entry<String, String> other : taken.entrySet()) {
                if (place.equals(other.getKey())
                        || place.startsWith(other.getKey() + ".")
                        || other.getKey().startsWith(place + ".")) {
                    throw new Invalid("'" + place + "' is reached by two entries, " + Texts.shown(other.getValue())
                            + " and " + Texts.shown(path));
                }
            }
        }
        places.forEach(place -> taken.put(place, path));
    }
}
