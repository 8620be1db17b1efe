package org.bridgeconvoy.scenario.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;

/** Collects the entries of a map of the tree. All positions are alike, so that equal values make equal nodes. */
final class Branch {

    private static final Position NOWHERE = new Position("written", 0, 0, Position.DEFAULT);

    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

    /** Adds a single value. */
    Branch put(String key, String text) {
        return put(key, text(text));
    }

    /** Adds a single value, if it says something other than the default. */
    Branch put(boolean isNeeded, String key, String text) {
        return isNeeded ? put(key, text) : this;
    }

    /** Adds a value. */
    Branch put(String key, Node value) {
        entries.put(key, new Node.Entry(NOWHERE, value));
        return this;
    }

    /** Adds a map or list, if it has something in it. */
    Branch putIfAny(String key, Node value) {
        boolean isEmpty = value instanceof Node.Fields fields
                ? fields.entries().isEmpty()
                : value instanceof Node.Items items && items.items().isEmpty();
        return isEmpty ? this : put(key, value);
    }

    /** The map. */
    Node.Fields node() {
        return new Node.Fields(entries, NOWHERE);
    }

    /** A single value. */
    static Node text(String text) {
        return new Node.Scalar(text, false, NOWHERE);
    }

    /** The value that removes. */
    static Node nothing() {
        return new Node.Scalar("null", true, NOWHERE);
    }

    /** A list. */
    static Node list(List<? extends Node> items) {
        return new Node.Items(List.copyOf(items), NOWHERE);
    }

    /** A list of single values. */
    static Node texts(List<String> items) {
        return list(items.stream().map(Branch::text).toList());
    }
}
