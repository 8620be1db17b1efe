package org.bridgeconvoy.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bridgeconvoy.report.OutputFiles;

/**
 * A shutdown hook for as long as a command writes files. At Ctrl-C the JVM runs the hook and exits with status 130 by itself. Failures of
 * the command during the shutdown are its consequence and are not reported.
 */
final class Interrupts implements AutoCloseable {

    private final Thread hook;
    private final AtomicBoolean finished = new AtomicBoolean();

    private Interrupts(Runnable cleanup) {
        hook = new Thread(() -> {
            if (!finished.get()) {
                cleanup.run();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Registers a hook that closes output files and tells the user what has become of them. If the files are being moved into place
     * already, closing waits until all of them are.
     *
     * @param before what to say if no file is in place yet
     */
    static Interrupts closing(OutputFiles files, Console console, String before) {
        return new Interrupts(() -> {
            files.close();
            console.complain((console.isTerminal() ? "\n" : "") + "convoy: interrupted; " + outcome(files, before));
        });
    }

    /** What has become of closed files: all written, or else {@code before}. */
    static String outcome(OutputFiles files, String before) {
        return files.isCommitted() ? "all files in " + files.directory() + " are written" : before;
    }

    /** Whether the JVM is shutting down. The JVM refuses a new hook then, and offers no other way to ask. */
    static boolean isShuttingDown() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Removes the hook: the command has ended. */
    @Override
    public void close() {
        finished.set(true);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down already and keeps its hooks; the flag stops the cleanup.
        }
    }
}
