package org.bridgeconvoy.scenario.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a scenario whose value is a number, hours or a word of a list.
 *
 * @param path where it stands: {@code bridge.headway}
 * @param kind what its value is
 * @param value what stands there, as a file writes it on one line; null if nothing does
 * @param words the words to choose from; empty unless the kind is {@link Kind#CHOICE}
 * @param about the sentence on it in the table of keys
 */
public record ScenarioKey(String path, Kind kind, @Nullable String value, List<String> words, String about) {

    /** Copies the list. */
    public ScenarioKey {
        words = List.copyOf(words);
    }

    /** What a value is. */
    public enum Kind {
        /** A number, a quantity, or a distribution of one. */
        NUMBER,
        /** Hours or a time of day. */
        HOURS,
        /** One word of a list. */
        CHOICE
    }
}
