package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is done with the folder that files are written to. */
final class OutputFolder {

    private static final String PREFIX = ".convoy-";

    private OutputFolder() {}

    /**
     * Makes a folder and those above it that are missing.
     *
     * @param path absolute
     * @param made takes each that was made, the innermost first
     */
    static void make(Path path, Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path p = path; p != null && !Files.isDirectory(p); p = p.getParent()) {
            missing.push(p);
        }
        for (Path p : missing) {
            try {
                Files.createDirectory(p);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(p)) {
                    throw new IOException(p + " is a file; the output needs a directory", e);
                }
                continue;
            } catch (IOException e) {
                throw new IOException("cannot make the directory " + p + ": " + reason(e), e);
            }
            made.push(p);
        }
    }

    /** Sees whether files can be made in a folder. */
    static void probe(Path directory) throws IOException {
        Path probe = directory.resolve(temporaryName("probe"));
        try {
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw new IOException("cannot write in " + directory + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** A name that no other process uses: process numbers are equal in two containers. */
    static String temporaryName(String name) {
        return PREFIX + UUID.randomUUID() + "-" + name;
    }

    /** Removes the temporary files of commands that were killed. Only for the owner of the folder's lock: nobody else writes here. */
    static void removeLeftovers(Path directory) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PREFIX + "?*-?*")) {
            found.forEach(left::add);
        }
        left.forEach(OutputFolder::deleteQuietly);
    }

    /** Moves a file into place in one step, where the file system can. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Sees to it that what was moved is on the disk under its new name, where the system can say so. */
    static void flush(Path directory) {
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folder. A set of which a part is lost with the power is refused by its sums.
        }
    }

    /** Removes a file if it is there and can be removed; else it stays, and the next command that writes into its folder removes it. */
    static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // See above.
        }
    }
}
