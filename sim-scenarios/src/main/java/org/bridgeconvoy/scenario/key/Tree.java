package org.bridgeconvoy.scenario.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Operations on the tree of a scenario file: merging, setting a value at a path, finding a value by its path. Trees are
 * immutable; every operation returns a new tree.
 */
public final class Tree {

    /** Top-level keys that describe the scenario rather than the model. Messages suggest no path below them. */
    private static final Set<String> NOT_SET = Set.of("changes", "variants", "answers", "uncertain", "sources");

    private Tree() {}

    /**
     * Merges {@code over} into {@code base}: maps merge key by key, lists and single values replace, null removes. A
     * null that removes nothing stays in the tree, so that the check of the keys reports it.
     */
    static Node.Fields merge(Node.Fields base, Node.Fields over) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, entry) -> {
            Node.Entry below = merged.get(key);
            if (below != null && isNull(entry.value())) {
                merged.remove(key);
            } else if (below != null
                    && below.value() instanceof Node.Fields lower
                    && entry.value() instanceof Node.Fields upper) {
                merged.put(key, new Node.Entry(entry.keyPosition(), merge(lower, upper)));
            } else {
                merged.put(key, entry);
            }
        });
        return new Node.Fields(merged, over.position());
    }

    /**
     * Whether a value is null. A null removes the value of an extended file; elsewhere it counts as a missing value.
     */
    public static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull();
    }

    /**
     * The tree with another value at a path. A null removes; a map merges into a map; missing maps on the way are
     * created.
     *
     * @param path keys, names and list indices, separated by dots
     * @param shape the table of keys, for the top of the tree
     * @throws Invalid if the table has no such path, the file lacks a name on the way, the path goes through a single
     *     value, or an index is beyond its list; the message is a whole sentence
     */
    public static Node.Fields set(Node.Fields root, String path, Node value, Shape shape) throws Invalid {
        String[] keys = path.split("\\.", -1);
        Node changed = set(root, keys, 0, value, shape, new Whole(root, shape));
        if (changed instanceof Node.Fields fields) {
            return fields;
        }
        throw new Invalid("the path is empty");
    }

    /** The whole tree and its table, from which messages suggest paths. */
    private record Whole(Node.Fields root, Shape table) {}

    /** Sets the value below {@code node}, which lies at the first {@code depth} keys. */
    private static Node set(@Nullable Node node, String[] keys, int depth, Node value, Shape shape, Whole whole)
            throws Invalid {
        if (depth == keys.length) {
            return value;
        }
        String key = keys[depth];
        Shape child = Shape.child(shape, key);
        if (child == null || key.isEmpty()) {
            throw unknown(keys, depth, whole);
        }
        if (node instanceof Node.Items items && shape instanceof Shape.ListOf) {
            return setItem(items, keys, depth, value, child, whole);
        }
        if (node != null && !isNull(node) && !(node instanceof Node.Fields)) {
            throw new Invalid("'" + prefix(keys, depth) + "' is " + node.describe() + " at " + node.position()
                    + " and has no '" + key + "'; set '" + prefix(keys, depth) + "' itself");
        }
        Node.Fields fields = node instanceof Node.Fields f ? f : new Node.Fields(Map.of(), value.position());
        Node.Entry entry = fields.entries().get(key);
        if (entry == null && shape instanceof Shape.Named && depth + 1 < keys.length) {
            throw unknown(keys, depth, whole);
        }
        boolean last = depth + 1 == keys.length;
        if (last && isNull(value)) {
            return fields.without(key);
        }
        Node below = entry == null ? null : entry.value();
        Node changed = last && below instanceof Node.Fields lower && value instanceof Node.Fields upper
                ? merge(lower, upper)
                : last ? value : set(below, keys, depth + 1, value, child, whole);
        return fields.with(
                key, new Node.Entry(entry == null || last ? value.position() : entry.keyPosition(), changed));
    }

    private static Node setItem(Node.Items items, String[] keys, int depth, Node value, Shape child, Whole whole)
            throws Invalid {
        int index = Integer.parseInt(keys[depth]);
        if (index >= items.items().size()) {
            throw new Invalid("'" + prefix(keys, depth) + "' has "
                    + items.items().size() + " elements, numbered from 0; " + "there is no " + index);
        }
        List<Node> changed = new ArrayList<>(items.items());
        changed.set(index, set(changed.get(index), keys, depth + 1, value, child, whole));
        return new Node.Items(changed, items.position());
    }

    /** The first {@code depth} keys as a path. */
    private static String prefix(String[] keys, int depth) {
        return String.join(".", Arrays.copyOf(keys, depth));
    }

    /** The error for a path whose key at {@code depth} is unknown, with the nearest path or the known keys. */
    private static Invalid unknown(String[] keys, int depth, Whole whole) {
        String path = String.join(".", keys);
        String here = prefix(keys, depth);
        List<String> paths = new ArrayList<>();
        collect(whole.table(), whole.root(), "", paths, 0);
        List<String> known = paths.stream()
                .filter(p -> here.isEmpty() || p.startsWith(here + "."))
                .map(p -> here.isEmpty() ? p : p.substring(here.length() + 1))
                .filter(p -> p.indexOf('.') < 0)
                .toList();
        String near = nearest(keys, depth, known, paths);
        String where = here.isEmpty() ? "" : " under '" + here + "'";
        return new Invalid("unknown path " + Texts.shown(path)
                + (!near.isEmpty()
                        ? ", did you mean '" + near + "'?"
                        : known.isEmpty()
                                ? ", nothing lies" + where
                                : ", known" + where + " are " + String.join(", ", known)));
    }

    /** The path with its unknown key replaced by the nearest known key; else the nearest whole path; else empty. */
    private static String nearest(String[] keys, int depth, List<String> known, List<String> paths) {
        String key = keys[depth];
        List<String> beginning = known.stream()
                .filter(k -> key.length() > 2 && k.startsWith(key))
                .toList();
        Optional<String> mended = beginning.size() == 1 ? Optional.of(beginning.get(0)) : Texts.nearest(key, known);
        if (mended.isPresent()) {
            String[] all = keys.clone();
            all[depth] = mended.get();
            String whole = String.join(".", all);
            return paths.contains(whole) ? whole : prefix(all, depth + 1);
        }
        return Texts.nearest(String.join(".", keys), paths).orElse("");
    }

    /**
     * Adds to {@code paths} all paths that the table and the names in the file allow, to a depth of 9 keys and about
     * 2,000 paths.
     */
    public static void collect(Shape shape, @Nullable Node node, String path, List<String> paths, int depth) {
        if (!path.isEmpty()) {
            paths.add(path);
        }
        if (depth > 8 || paths.size() > 2_000) {
            return;
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        Node.Fields fields = node instanceof Node.Fields f ? f : null;
        for (String key : Shape.known(shape)) {
            Shape child = Shape.child(shape, key);
            if (child != null && !NOT_SET.contains(key)) {
                collect(child, fields == null ? null : fields.get(key), prefix + key, paths, depth + 1);
            }
        }
        if (shape instanceof Shape.Named named && fields != null) {
            fields.entries().forEach((key, e) -> collect(named.each(), e.value(), prefix + key, paths, depth + 1));
        }
    }

    /** The value at a path; null if there is none. */
    public static @Nullable Node find(@Nullable Node node, String path) {
        Node here = node;
        for (String key : path.split("\\.", -1)) {
            if (here instanceof Node.Fields fields) {
                here = fields.get(key);
            } else if (here instanceof Node.Items items && key.matches("\\d{1,6}")) {
                int index = Integer.parseInt(key);
                here = index < items.items().size() ? items.items().get(index) : null;
            } else {
                return null;
            }
        }
        return here;
    }

    /** Position of the value at a path, or of the innermost value around it that the file has. */
    public static Position nearestPosition(Node.Fields root, String path) {
        String rest = path;
        while (!rest.isEmpty()) {
            Node found = find(root, rest);
            if (found != null) {
                return found.position();
            }
            int dot = rest.lastIndexOf('.');
            rest = dot < 0 ? "" : rest.substring(0, dot);
        }
        return root.position();
    }
}
