package org.bridgeconvoy.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bridgeconvoy.report.OutputFiles;

/**
 * What happens at Ctrl-C: the JVM runs the cleanup and exits with 130 by itself; whatever fails in the command meanwhile
 * is not worth a word.
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
     * Closes output files and says what has become of them if the JVM is shut down before this is closed. Files that are being moved
     * into place are first moved, all of them.
     *
     * @param before what to say if nothing is in place yet
     */
    static Interrupts closing(OutputFiles files, Console console, String before) {
        return new Interrupts(() -> {
            files.close();
            console.complain((console.isTerminal() ? "\n" : "") + "convoy: interrupted; " + outcome(files, before));
        });
    }

    /** What has become of files that were closed. */
    static String outcome(OutputFiles files, String before) {
        return files.isCommitted() ? "all files in " + files.directory() + " are written" : before;
    }

    /** Whether the JVM is on its way down. */
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

    @Override
    public void close() {
        finished.set(true);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down already; the flag keeps the cleanup from running.
        }
    }
}
