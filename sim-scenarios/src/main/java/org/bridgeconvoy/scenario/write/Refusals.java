package org.bridgeconvoy.scenario.write;

import java.util.ArrayList;
import java.util.List;

/** The parts of a configuration that no scenario file can say, each with its path. */
final class Refusals {

    private final List<String> reasons = new ArrayList<>();

    /** Adds a part; one that is told already is not told again. */
    void add(String path, String why) {
        String reason = path + ": " + why;
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** Adds an object of the modeler's own. */
    void addOwn(String path, String what, Object own) {
        add(path, what + " of one's own (" + name(own.getClass()) + "), which a file cannot hold");
    }

    /** The name of a class; of a lambda that of the class in which it stands. */
    private static String name(Class<?> type) {
        int lambda = type.getName().indexOf("$$Lambda");
        return lambda < 0 ? type.getName() : "a lambda in " + type.getName().substring(0, lambda);
    }

    /**
     * Does nothing if all could be said.
     *
     * @throws IllegalArgumentException with a line for each part that could not
     */
    void throwIfAny() {
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException("no scenario file can say\n  " + String.join("\n  ", reasons));
        }
    }
}
