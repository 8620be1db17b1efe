package org.bridgeconvoy.cli;

import java.nio.file.InvalidPathException;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.scenario.FileNames;

/** One line for what went wrong. */
final class Failures {

    /** What helps where memory has run out: the run itself is right, and alone it may well fit. */
    static final String OUT_OF_MEMORY =
            "out of memory; what helps: --trips none or a small number (recorded trips take most"
                    + " of the room), fewer --threads (fewer replications at a time), or more memory for java (CONVOY_JAVA_OPTIONS=-Xmx8g"
                    + " ./convoy, or java -Xmx8g -jar convoy.jar; it now takes at most "
                    + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB)";

    private Failures() {}

    /** Whether memory ran out in a replication, which then is not to blame. */
    static boolean isOutOfMemory(ReplicationException e) {
        return e.getCause() instanceof OutOfMemoryError;
    }

    /** A path that the system's locale cannot express, with what to do about it. */
    static String describe(InvalidPathException e) {
        return "'" + e.getInput() + "' cannot be the name of a file: " + e.getReason() + FileNames.hint(e.getInput());
    }

    /** A failed replication, with the simulated time at which it failed if that is known. */
    static String describe(ReplicationException e) {
        if (isOutOfMemory(e)) {
            return OUT_OF_MEMORY;
        }
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
