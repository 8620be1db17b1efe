package org.bridgeconvoy.cli;

import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.experiment.ReplicationException;

/** One line for what went wrong. */
final class Failures {

    private Failures() {}

    /** A failed replication, with the simulated time at which it failed if that is known. */
    static String describe(ReplicationException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        for (Throwable suppressed : cause.getSuppressed()) {
            if (suppressed instanceof EventFailure event) {
                return "replication " + e.replication() + " failed at t=" + event.timeNanos() / 1e9 + " s (seed "
                        + e.seed() + "): " + describe(cause);
            }
        }
        return "replication " + e.replication() + " failed (seed " + e.seed() + "): " + describe(cause);
    }

    /** The first line of a message, or the kind of failure if it has none. */
    static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
