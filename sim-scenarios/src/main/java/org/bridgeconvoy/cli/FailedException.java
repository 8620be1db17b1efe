package org.bridgeconvoy.cli;

/** A failure whose message tells the user all that helps, for example how to repeat the failed replication. Exit status 1. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
