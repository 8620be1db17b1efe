package org.bridgeconvoy.cli;

import java.util.List;

/** The user can fix it: wrong usage or a bad file. Nothing was run and nothing was written. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    UsageException(String... lines) {
        this(List.of(lines));
    }

    UsageException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /** What to print, a line each. */
    List<String> lines() {
        return lines;
    }
}
