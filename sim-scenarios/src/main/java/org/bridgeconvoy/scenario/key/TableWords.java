package org.bridgeconvoy.scenario.key;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario says of its data files: their encoding, and what their columns are called. Also keeps tables that were not written as the
 * resolved text writes them, in the form in which it does.
 */
public final class TableWords {

    /** Encodings that a scenario may name. */
    public static final List<String> ENCODINGS =
            List.of("utf-8", "windows-1252", "windows-1250", "windows-1251", "iso-8859-1");

    private final @Nullable String encoding;

    /** From the name of a column in a file to the name that scenarios know. */
    private final Map<String, String> known = new LinkedHashMap<>();

    private final Map<Key, String> plain = new HashMap<>();

    private record Key(String value, Position position) {}

    /** What the top level of a scenario says; what is wrong in it counts as not said. */
    public TableWords(Node.@Nullable Fields root) {
        Node said = root == null ? null : root.get("encoding");
        encoding = said instanceof Node.Scalar scalar && ENCODINGS.contains(scalar.text()) ? scalar.text() : null;
        if (root != null && root.get("columns") instanceof Node.Fields columns) {
            columns.entries().forEach((name, entry) -> {
                if (entry.value() instanceof Node.Scalar scalar && !scalar.isNull()) {
                    known.put(scalar.text().strip(), name);
                }
            });
        }
    }

    /** The encoding of data files without a byte order mark; empty for UTF-8. */
    public Optional<String> encoding() {
        return Optional.ofNullable(encoding);
    }

    /** Whether the scenario says what columns are called, so that others may be passed over. */
    public boolean mapsColumns() {
        return !known.isEmpty();
    }

    /** The name that scenarios know of a column, or the name itself. */
    public String known(String inFile) {
        return known.getOrDefault(inFile, inFile);
    }

    /** What the scenario says that a column is called in the file; empty if it does not say. */
    public Optional<String> inFile(String name) {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Keeps the plain form of a table. */
    public void keep(String value, Position position, String text) {
        plain.put(new Key(value, position), text);
    }

    /** The plain form of a table, if it was written in another one. */
    public Optional<String> kept(String value, Position position) {
        return Optional.ofNullable(plain.get(new Key(value, position)));
    }
}
