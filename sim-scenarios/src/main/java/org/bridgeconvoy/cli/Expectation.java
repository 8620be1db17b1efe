package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bridgeconvoy.study.Effort;

/** Says what a large piece of work will take before it is begun, and refuses what cannot fit. */
final class Expectation {

    private Expectation() {}

    /**
     * Tells it on standard error if it is large.
     *
     * @param directory where the files go
     * @throws UsageException if it cannot fit in the memory or on the disk
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

    /** The room on the disk of a folder that may have to be made. */
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
