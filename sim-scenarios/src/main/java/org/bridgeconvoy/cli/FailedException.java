package org.bridgeconvoy.cli;

/** The command failed, and its message says all that helps. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
