package org.bridgeconvoy.scenario.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a scenario file with its position: the node of a tree. Immutable. */
public sealed interface Node {

    /** Position of its first character. */
    Position position();

    /** The value in the words of a message: {@code 'text'}, {@code nothing}, {@code a list}, {@code a map}. */
    String describe();

    /**
     * A single value.
     *
     * @param text the value without quotes
     * @param plain true if the file writes it without quotes
     * @param position position of its first character
     */
    record Scalar(String text, boolean plain, Position position) implements Node {

        /** Whether the value is YAML's null: empty, {@code ~} or {@code null} without quotes. */
        public boolean isNull() {
            return plain
                    && (text.isEmpty()
                            || text.equals("~")
                            || text.equals("null")
                            || text.equals("Null")
                            || text.equals("NULL"));
        }

        @Override
        public String describe() {
            if (isNull()) {
                return "nothing";
            }
            return Texts.shown(text);
        }
    }

    /** A list, in the order of the file. */
    record Items(List<Node> items, Position position) implements Node {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A value with the position of its key. */
    record Entry(Position keyPosition, Node value) {}

    /** A map, in the order of the file. */
    record Fields(Map<String, Entry> entries, Position position) implements Node {

        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of a key; null if the map lacks the key. */
        public @Nullable Node get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** A copy that has {@code entry} under {@code key}; an entry that was there before is replaced in its place. */
        public Fields with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Fields(changed, position);
        }

        /** A copy without {@code key}. */
        public Fields without(String key) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Fields(changed, position);
        }

        @Override
        public String describe() {
            return "a map";
        }
    }
}
