package org.bridgeconvoy.cli;

import java.util.List;

/** Wrong usage or a bad file: the user can correct it. Exit status 2; nothing was run and nothing was written. */
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

    /** The lines to print. */
    List<String> lines() {
        return lines;
    }
}
