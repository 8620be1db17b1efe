package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a single file that is either complete or absent. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file under a temporary name beside its target, flushes it to the disk and moves it into place. Makes the
     * folder if needed. What a killed command left of the file is overwritten.
     *
     * @throws IOException if the file cannot be written; the old file stays
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        // Who has the folder to itself takes a fixed name, so that a part of a killed command does not stay.
        try (FolderLock lock = FolderLock.tryLock(folder).orElse(null)) {
            Path part = folder.resolve(
                    lock == null
                            ? OutputFolder.temporaryName("file")
                            : OutputFolder.PREFIX + "part-" + target.getFileName());
            write(content, part, target);
        }
    }

    private static void write(byte[] content, Path part, Path target) throws IOException {
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
