package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one file that is there whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file beside its target under a name of its own, flushes it to the disk and moves it into place. The folder is made if
     * need be.
     *
     * @throws IOException if it cannot be written; what was there before stays
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(OutputFolder.temporaryName("file"));
        try {
            try (SummedFile out = new SummedFile(part)) {
                out.write(content, 0, content.length);
                out.finish();
            }
            OutputFolder.move(part, target);
        } finally {
            OutputFolder.deleteQuietly(part);
        }
    }
}
