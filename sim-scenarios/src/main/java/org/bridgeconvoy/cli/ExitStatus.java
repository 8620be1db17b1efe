package org.bridgeconvoy.cli;

/** Exit statuses of the command. */
final class ExitStatus {

    /** All went well. */
    static final int DONE = 0;

    /** The command failed. */
    static final int FAILED = 1;

    /** Wrong usage or a bad file; nothing was written. */
    static final int WRONG = 2;

    /** Interrupted by Ctrl-C or a signal. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
