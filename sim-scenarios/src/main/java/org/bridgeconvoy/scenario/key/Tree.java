package org.bridgeconvoy.scenario.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Mark;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/** Merges the trees of scenario files and puts values at paths. */
public final class Tree {

    /** What stands in a file about the world, and is not a value of it. */
    private static final Set<String> NOT_SET = Set.of("changes", "variants", "answers", "sources");

    private Tree() {}

    /**
     * {@code over} on top of {@code base}: maps merge by key, lists and values replace, null removes. A null that removes
     * nothing stays, so that the check of the keys sees it.
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
                merged.put(key, new Node.Entry(entry.keyMark(), merge(lower, upper)));
            } else {
                merged.put(key, entry);
            }
        });
        return new Node.Fields(merged, over.mark());
    }

    /** Whether a value is null: it removes what a file that is extended gives, or stands for nothing. */
    public static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull();
    }

    /**
     * The tree with another value at a path of the table of keys; maps on the way are made where there are none.
     *
     * @throws Invalid if the table has no such path, a name on the way is not in the file, or a plain value or the end of
     *     a list is in the way; the message stands by itself
     */
    public static Node.Fields set(Node.Fields root, String path, Node value, Shape shape) throws Invalid {
        String[] keys = path.split("\\.", -1);
        Node changed = set(root, keys, 0, value, shape, new Whole(root, shape));
        if (changed instanceof Node.Fields fields) {
            return fields;
        }
        throw new Invalid("the path is empty");
    }

    /** The tree and the table of its keys, for what a message says. */
    private record Whole(Node.Fields root, Shape table) {}

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
            throw new Invalid("'" + prefix(keys, depth) + "' is " + node.describe() + " at " + node.mark()
                    + " and has no '" + key + "'; set '" + prefix(keys, depth) + "' itself");
        }
        Node.Fields fields = node instanceof Node.Fields f ? f : new Node.Fields(Map.of(), value.mark());
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
        return fields.with(key, new Node.Entry(entry == null || last ? value.mark() : entry.keyMark(), changed));
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
        return new Node.Items(changed, items.mark());
    }

    private static String prefix(String[] keys, int depth) {
        return String.join(".", Arrays.copyOf(keys, depth));
    }

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

    /** The path with its first unknown key mended, if that is then known; else the nearest whole path; else nothing. */
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

    /** All paths that the table and the names in the file allow. */
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

    /** What stands at a path; null if nothing does. */
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

    /** Where to point for a path: at it, or at the innermost map around it that the file has. */
    public static Mark nearestMark(Node.Fields root, String path) {
        String rest = path;
        while (!rest.isEmpty()) {
            Node found = find(root, rest);
            if (found != null) {
                return found.mark();
            }
            int dot = rest.lastIndexOf('.');
            rest = dot < 0 ? "" : rest.substring(0, dot);
        }
        return root.mark();
    }
}
