package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bridgeconvoy.study.Effort;

/** Forecast of a command's time, memory and disk space, made before it runs anything. */
final class Expectation {

    private Expectation() {}

    /**
     * Prints the forecast to standard error if it is large and {@code --quiet} is not given.
     *
     * @param directory folder of the output files; it need not exist
     * @throws UsageException if the work would not fit in the memory or on the disk
     */
    static void tell(Console console, Effort effort, RunOptions options, Path directory) {
        String misfit = effort.misfit(Runtime.getRuntime().maxMemory(), room(directory));
        if (!misfit.isEmpty()) {
            throw new UsageException("convoy: " + misfit + "; nothing was run");
        }
        if (effort.isLarge(options.threads()) && !options.quiet) {
            String atLeast = options.precision == null ? "" : "at least, as --precision may ask for more, ";
            console.complain("expected: " + atLeast + effort.text(options.threads()));
        }
    }

    /** Free bytes on the disk of a folder, or of its nearest parent that exists; empty if the system does not tell. */
    private static OptionalLong room(Path directory) {
        Path existing = directory.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(Files.getFileStore(existing).getUsableSpace());
        } catch (IOException | SecurityException e) {
            return OptionalLong.empty();
        }
    }
}
