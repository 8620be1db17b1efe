package org.bridgeconvoy.scenario.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a scenario file, with the place where it was written. Immutable. */
public sealed interface Node {

    /** Where it begins. */
    Mark mark();

    /** What it is, in the words of a message. */
    String describe();

    /**
     * A plain or quoted value.
     *
     * @param text without quotes
     * @param plain written without quotes
     */
    record Scalar(String text, boolean plain, Mark mark) implements Node {

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

    /** A list. */
    record Items(List<Node> items, Mark mark) implements Node {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /**
     * A key with its value.
     *
     * @param keyMark where the key is written
     */
    record Entry(Mark keyMark, Node value) {}

    /** A map, in the order of the file. */
    record Fields(Map<String, Entry> entries, Mark mark) implements Node {

        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public @Nullable Node get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        public Fields with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Fields(changed, mark);
        }

        public Fields without(String key) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Fields(changed, mark);
        }

        @Override
        public String describe() {
            return "a map";
        }
    }
}
