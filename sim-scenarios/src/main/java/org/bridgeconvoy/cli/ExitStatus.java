package org.bridgeconvoy.cli;

/** Exit statuses of {@code convoy}; part of its contract with scripts. */
final class ExitStatus {

    /** The command did all that was asked. */
    static final int DONE = 0;

    /** The command failed: a replication, a file, or a case of {@code verify}. */
    static final int FAILED = 1;

    /** Wrong usage or a bad file; nothing was run and nothing was written. */
    static final int WRONG = 2;

    /** Interrupted by Ctrl-C or a signal. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
