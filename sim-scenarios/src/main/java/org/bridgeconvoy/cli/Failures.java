package org.bridgeconvoy.cli;

import java.nio.file.InvalidPathException;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.experiment.point.PointException;
import org.bridgeconvoy.scenario.FileNames;

/** Texts for failures, one line each. */
final class Failures {

    /** What helps when memory has run out. The scenario is not at fault: with fewer trips or threads it may well fit. */
    static final String OUT_OF_MEMORY =
            "out of memory; what helps: --trips none or a small number (recorded trips take most"
                    + " of the room), fewer --threads (fewer replications at a time), or more memory for java (CONVOY_JVM_OPTS=-Xmx8g"
                    + " ./convoy, or java -Xmx8g -jar convoy.jar; it now takes at most "
                    + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB)";

    private Failures() {}

    /** Whether a replication failed for want of memory. To repeat that replication alone would then show nothing. */
    static boolean isOutOfMemory(ReplicationException e) {
        return e.getCause() instanceof OutOfMemoryError;
    }

    /** A path that cannot be expressed in the encoding of the system's file names, with a hint at the locale. */
    static String describe(InvalidPathException e) {
        return "'" + e.getInput() + "' cannot be the name of a file: " + e.getReason() + FileNames.hint(e.getInput());
    }

    /** A failed replication: its number, its seed, its world, the cause, and the simulated time in seconds if an event failed. */
    static String describe(ReplicationException e) {
        if (isOutOfMemory(e)) {
            return OUT_OF_MEMORY;
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String which =
                "replication " + e.replication() + (e instanceof PointException point ? " of " + point.name() : "");
        for (Throwable suppressed : cause.getSuppressed()) {
            if (suppressed instanceof EventFailure event) {
                return which + " failed at " + EventFailure.at(event.timeNanos()) + " (seed " + e.seed() + "): "
                        + describe(cause);
            }
        }
        return which + " failed (seed " + e.seed() + "): " + describe(cause);
    }

    /** The first line of a failure's message; its class name if it has none. */
    static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
