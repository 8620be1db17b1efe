package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of a scenario that a sweep varies.
 *
 * @param path its place in the file: {@code bridge.headway}
 * @param values the values to try in turn, as text of the file; at least one
 */
public record Vary(String path, List<String> values) {

    /** Copies the list. */
    public Vary {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code PATH=V1,V2,…}, where a value may be a range: {@code 2..8}, {@code 100..400/25}, {@code 20 s..60 s/10 s}. Commas within brackets or quotes belong to a value; space around a value does not.
     *
     * @throws IllegalArgumentException with a message for people if it is not of that form
     */
    public static Vary parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("must be PATH=V1,V2,…, got '" + text + "'");
        }
        List<String> values = split(text.substring(equals + 1));
        if (values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("has an empty value: '" + text + "'");
        }
        return new Vary(
                text.substring(0, equals).strip(),
                values.stream()
                        .flatMap(value -> ValueRange.values(value).stream())
                        .toList());
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        if (quote != 0 || depth != 0) {
            throw new IllegalArgumentException("has a bracket or quote that is not closed: '" + text + "'");
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    /** Every combination of values, one of each; the last one varies fastest. */
    public static List<List<String>> combinations(List<Vary> varied) {
        List<List<String>> combinations = new ArrayList<>();
        combinations.add(List.of());
        for (Vary vary : varied) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> combination : combinations) {
                for (String value : vary.values()) {
                    List<String> with = new ArrayList<>(combination);
                    with.add(value);
                    longer.add(List.copyOf(with));
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
