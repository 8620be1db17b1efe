package org.bridgeconvoy.report;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code best.yaml}: a scenario that extends another and sets values. It runs as it is. */
public final class BestScenario {

    private BestScenario() {}

    /**
     * Writes the file.
     *
     * @param extended what it extends: the name of a built-in scenario, or a path
     * @param name its own name
     * @param description what it is
     * @param sets the values, each as {@code PATH=VALUE}; a later one replaces an earlier one
     */
    public static void write(String extended, String name, String description, List<String> sets, Writer out)
            throws IOException {
        out.append("extends: ").append(quoted(extended)).append('\n');
        out.append("scenario: ").append(name).append('\n');
        out.append("description: ").append(quoted(description)).append('\n');
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String set : sets) {
            int equals = set.indexOf('=');
            put(
                    tree,
                    set.substring(0, equals).strip().split("\\.", -1),
                    set.substring(equals + 1).strip());
        }
        write(tree, "", out);
        out.flush();
    }

    /** Whether values at a path can be written by keys alone: it goes through no list. */
    public static boolean canSet(String path) {
        return !path.matches("(.*\\.)?\\d+(\\..*)?");
    }

    @SuppressWarnings("unchecked") // Only this method puts maps into the tree.
    private static void put(Map<String, Object> tree, String[] keys, String value) {
        Map<String, Object> here = tree;
        for (int i = 0; i < keys.length - 1; i++) {
            Object next = here.computeIfAbsent(keys[i], key -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map)) {
                next = new LinkedHashMap<String, Object>();
                here.put(keys[i], next);
            }
            here = (Map<String, Object>) next;
        }
        here.put(keys[keys.length - 1], value);
    }

    private static void write(Map<?, ?> tree, String indent, Writer out) throws IOException {
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            out.append(indent).append(String.valueOf(entry.getKey())).append(':');
            if (entry.getValue() instanceof Map<?, ?> below) {
                out.append('\n');
                write(below, indent + "  ", out);
            } else {
                out.append(' ').append(String.valueOf(entry.getValue())).append('\n');
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
