package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Operations on an output folder and its files: make, probe, move, flush, remove. */
final class OutputFolder {

    static final String PREFIX = ".convoy-";

    private OutputFolder() {}

    /**
     * Makes a folder and the missing folders above it.
     *
     * @param path absolute path of the folder
     * @param made receives the folders made, so that the innermost is at its head
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

    /**
     * Checks that files can be made in a folder. Another command that opens it may remove the trial file meanwhile.
     *
     * @throws NoSuchFileException if the folder does not exist any more
     */
    static void probe(Path directory) throws IOException {
        Path probe = directory.resolve(temporaryName("probe"));
        try {
            Files.createFile(probe);
            Files.deleteIfExists(probe);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot write in " + directory + ": " + reason(e), e);
        }
    }

    /** The name of an exception in words: {@code access denied}. */
    private static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * A file name that no other process uses. A random number, because process numbers can be equal in two containers.
     */
    static String temporaryName(String name) {
        return PREFIX + UUID.randomUUID() + "-" + name;
    }

    /**
     * Removes the temporary files of killed commands, also those of points, whose folder only the owner of this one writes. The caller
     * must hold the lock of the folder; so no other command is writing them.
     */
    static void removeLeftovers(Path directory) throws IOException {
        remove(directory, PREFIX + "?*-?*");
        Path points = directory.resolve(SweepPoints.FOLDER);
        if (Files.isDirectory(points)) {
            // With the lock that a sweep takes for each point.
            remove(points, PREFIX + "*");
        }
    }

    private static void remove(Path directory, String pattern) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, pattern)) {
            found.forEach(left::add);
        }
        left.forEach(OutputFolder::deleteQuietly);
    }

    /** Moves a file into place, in one step if the file system can. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new names of moved files durable, if the operating system can flush a folder. */
    static void flush(Path directory) {
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder. If a power failure loses part of a set, the sums in its index show it.
        }
    }

    /** Removes a file if possible. A file that stays is removed by the next command that writes into its folder. */
    static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The file stays; see the comment of this method.
        }
    }
}
