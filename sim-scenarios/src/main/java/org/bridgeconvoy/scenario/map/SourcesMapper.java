package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.Source;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the sources of the values of a scenario. */
final class SourcesMapper {

    private static final Pattern GRADE = Pattern.compile("[A-D][+-]?(/[A-D][+-]?)?|assumed");

    private final Node.Fields root;

    SourcesMapper(Node.Fields root) {
        this.root = root;
    }

    /**
     * Sources whose value the scenario still has. A source from an extended file is dropped if other files have removed
     * or replaced every value under its path.
     */
    List<Source> sources(Place place) {
        List<Source> sources = new ArrayList<>();
        if (!place.isPresent()) {
            return sources;
        }
        if (!(place.node() instanceof Node.Fields fields)) {
            place.problem("must be a map from paths of this file to their sources");
            return sources;
        }
        for (Map.Entry<String, Node.Entry> entry : fields.entries().entrySet()) {
            Place each = place.get(entry.getKey());
            Source source = each.checkKeys() ? source(entry.getKey(), each) : null;
            checkPath(entry.getKey(), entry.getValue().keyPosition(), place);
            if (source != null && speaks(root, entry.getKey(), entry.getValue())) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** One source; null, with a problem added, if it is wrong. */
    private static @Nullable Source source(String path, Place place) {
        int before = place.reading().problems().count();
        String grade = place.get("grade")
                .read(
                        text -> {
                            if (!GRADE.matcher(text.strip()).matches()) {
                                throw new Invalid("must be A, B, C, D or assumed, got " + Texts.shown(text));
                            }
                            return text.strip();
                        },
                        "");
        String says = place.get("says").<String>find(String::strip).orElse(null);
        String source = place.get("source").<String>find(String::strip).orElse(null);
        String reason = place.get("reason").<String>find(String::strip).orElse(null);
        if (grade.equals("assumed") && reason == null) {
            place.problem("is assumed and must give the reason");
        } else if (!grade.isEmpty() && !grade.equals("assumed") && (source == null || says == null)) {
            place.problem("must say what the source says and which source it is (says, source)");
        }
        return place.make(before, () -> new Source(path, says, source, grade, reason));
    }

    /** Reports a path that the table of keys lacks. */
    private void checkPath(String path, Position position, Place place) {
        if (place.reading().shapes().at(path) == null) {
            List<String> paths = new ArrayList<>();
            Tree.collect(place.reading().shapes().scenario(), root, "", paths, 0);
            place.reading()
                    .problems()
                    .add(position, "sources has the unknown path " + Texts.shown(path) + Texts.didYouMean(path, paths));
        }
    }

    /**
     * Whether a value at or under the path comes from the file of the entry or from a file that this one extends. Only
     * such a value can rest on the source.
     */
    static boolean speaks(Node.Fields root, String path, Node.Entry entry) {
        Node value = Tree.find(root, path);
        return value != null
                && !Tree.isNull(value)
                && isAsOld(value, entry.keyPosition().layer());
    }

    /** Whether a value in the tree comes from this layer or one below it. */
    private static boolean isAsOld(Node value, int layer) {
        if (value instanceof Node.Fields fields && !fields.entries().isEmpty()) {
            return fields.entries().values().stream().anyMatch(e -> isAsOld(e.value(), layer));
        }
        return value.position().layer() >= layer;
    }
}
