package org.bridgeconvoy.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.study.Ahead;
import org.bridgeconvoy.study.Helpers;

/**
 * The output files of one command. Each is written beside its target under another name; {@link #commit} moves all of
 * them into place, each in one step. What is closed before that leaves the old files as they were and no trace of the new
 * ones. Safe to close from another thread, which is what an interrupt does.
 */
public final class OutputFiles implements AutoCloseable {

    private static final String PREFIX = ".convoy-";

    private final Path directory;
    private final Map<Path, Path> targets = new LinkedHashMap<>();
    private final Deque<Path> madeDirectories = new ArrayDeque<>();
    private boolean closed;

    private OutputFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens a directory for output, makes it if need be, and removes what an earlier run that was killed left there.
     *
     * @param names files that will be written, checked now so that a conflict shows before any work
     * @throws IOException with a message for people if the directory or one of the files cannot be written
     */
    public static OutputFiles open(Path directory, List<String> names) throws IOException {
        OutputFiles files = new OutputFiles(directory);
        try {
            files.makeDirectories(directory.toAbsolutePath().normalize());
            for (String name : names) {
                if (Files.isDirectory(directory.resolve(name))) {
                    throw new IOException(directory.resolve(name) + " is a directory; a file must be written there");
                }
            }
            files.probe();
            files.removeLeftovers();
            return files;
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    private void makeDirectories(Path path) throws IOException {
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
            madeDirectories.push(p);
        }
    }

    private void probe() throws IOException {
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
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static String temporaryName(String name) {
        return PREFIX + ProcessHandle.current().pid() + "-" + name;
    }

    /** Removes the temporary files of processes that are no more. */
    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PREFIX + "*-*")) {
            for (Path file : found) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                String pid = name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length()));
                if (pid.matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Where the files end up. */
    public Path directory() {
        return directory;
    }

    /**
     * The path under which to write a file until {@link #commit}.
     *
     * @throws IOException if this was closed
     */
    public synchronized Path temporary(String name) throws IOException {
        if (closed) {
            throw new IOException("the output was closed before " + name + " was written");
        }
        Path temporary = directory.resolve(temporaryName(name));
        targets.put(temporary, directory.resolve(name));
        return temporary;
    }

    /** Writes a text file as UTF-8 under its temporary name. */
    public void write(String name, Content content) throws IOException {
        writeAll(Map.of(name, content), Helpers.NONE);
    }

    /**
     * Writes text files like {@link #write}, some of them on helping threads. All are done with when this returns or throws.
     *
     * @param contents by name, in the order in which {@link #commit} names them; the one that takes longest best comes last, where
     *     this thread begins; helpers begin at the other end
     * @param helpers take on some of the files
     * @throws IOException if one could not be written, the first of them in their order
     */
    public void writeAll(Map<String, Content> contents, Helpers helpers) throws IOException {
        Map<Path, Content> byPath = new LinkedHashMap<>();
        for (Map.Entry<String, Content> file : contents.entrySet()) {
            byPath.put(temporary(file.getKey()), file.getValue());
        }
        List<Ahead<Path>> files = new ArrayList<>();
        byPath.forEach((path, content) -> files.add(helpers.offer(() -> write(path, content))));
        Ahead.all(files);
    }

    private Path write(Path temporary, Content content) throws IOException {
        try (Writer out = writer(temporary)) {
            content.writeTo(out);
        }
        return temporary;
    }

    /** Not after this was closed: a file that is made while an interrupt removes the others would stay. */
    private synchronized Writer writer(Path temporary) throws IOException {
        if (closed) {
            throw new IOException("the output was closed before " + temporary + " was written");
        }
        return Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
    }

    /** Writes bytes under a file's temporary name. */
    public void writeBytes(String name, byte[] content) throws IOException {
        Files.write(temporary(name), content);
    }

    /** The text of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes it; the writer is closed by the caller. */
        void writeTo(Writer out) throws IOException;
    }

    /** Moves every file that has been written into place and returns their paths. */
    public synchronized List<Path> commit() throws IOException {
        if (closed) {
            throw new IOException("the output was closed before it was whole");
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, Path> file : targets.entrySet()) {
            move(file.getKey(), file.getValue());
            written.add(file.getValue());
        }
        targets.clear();
        madeDirectories.clear();
        return written;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not committed, and the directories that were made for it if they are empty. */
    @Override
    public synchronized void close() {
        closed = true;
        targets.keySet().forEach(OutputFiles::deleteQuietly);
        targets.clear();
        while (!madeDirectories.isEmpty()) {
            deleteQuietly(madeDirectories.pop());
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It stays; the next run into this directory removes it.
        }
    }
}
