package org.bridgeconvoy.study.point;

import java.util.List;

/** Worlds that are no valid scenarios. Nothing was simulated. */
public final class InvalidWorldsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list of the JDK
    private final List<String> lines;

    InvalidWorldsException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /** What is wrong, a line each, each with the values of its world. */
    public List<String> lines() {
        return lines;
    }
}
