package org.bridgeconvoy.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bridgeconvoy.study.Ahead;
import org.bridgeconvoy.study.Helpers;
import org.jspecify.annotations.Nullable;

/**
 * The output files of one command, a set with one index that holds the sums of the others. Each is written beside its target under
 * another name and flushed to the disk; {@link #commit} moves all of them into place, the index last. What is closed before that
 * leaves the old files as they were and no trace of the new ones. Until it is closed, no other command can open the folder. Safe to
 * close from another thread, which is what an interrupt does.
 */
public final class OutputFiles implements AutoCloseable {

    private final Path directory;
    private final String index;
    private final Collection<String> names;
    private final Map<String, Path> temporaries = new LinkedHashMap<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Map<String, String> sums = new HashMap<>();
    private final Map<String, Throwable> failures = new TreeMap<>();
    private final Deque<Path> madeDirectories = new ArrayDeque<>();
    private @Nullable FolderLock lock;
    private boolean closed;
    private boolean committed;

    private OutputFiles(Path directory, String index, Collection<String> names) {
        this.directory = directory;
        this.index = index;
        this.names = List.copyOf(names);
    }

    /**
     * Opens a directory for output, makes it if need be, and removes what an earlier command that was killed left there.
     *
     * @param index the file that is moved into place last and names the others
     * @param names the other files that a command of this kind writes, checked now so that a conflict shows before any work; those
     *     that an older set has and the new one has not are removed when the new one is in place
     * @throws IOException with a message for people if the directory or one of the files cannot be written, or if another command
     *     writes there
     */
    public static OutputFiles open(Path directory, String index, Collection<String> names) throws IOException {
        OutputFiles files = new OutputFiles(directory, index, names);
        try {
            files.open();
            return files;
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    private void open() throws IOException {
        OutputFolder.make(directory.toAbsolutePath().normalize(), madeDirectories);
        requireNoDirectory(index);
        for (String name : names) {
            requireNoDirectory(name);
        }
        try {
            OutputFolder.probe(directory);
            lock = FolderLock.tryLock(directory).orElse(null);
        } catch (NoSuchFileException e) {
            throw new IOException(directory + " was removed by another command; run again", e);
        }
        if (lock == null) {
            madeDirectories.clear();
            throw new IOException("another command is writing into " + directory
                    + "; wait for its end, or write elsewhere with --out");
        }
        OutputFolder.removeLeftovers(directory);
    }

    private void requireNoDirectory(String name) throws IOException {
        if (Files.isDirectory(directory.resolve(name))) {
            throw new IOException(directory.resolve(name) + " is a directory; a file must be written there");
        }
    }

    /** Where the files end up. */
    public Path directory() {
        return directory;
    }

    /** Writes a text file as UTF-8 under its temporary name. */
    public void write(String name, Content content) throws IOException {
        writeAll(Map.of(name, content), Set.of(), Helpers.NONE);
    }

    /**
     * Writes text files like {@link #write}, some of them on helping threads. All are done with when this returns or throws.
     *
     * @param contents by name, in the order in which {@link #commit} names them; the one that takes longest best comes last, where
     *     this thread begins; helpers begin at the other end
     * @param dispensable files that the others do without: one that fails is left out of the set, see {@link #failures}
     * @param helpers take on some of the files
     * @throws IOException if one of the others could not be written, the first of them in their order
     */
    public void writeAll(Map<String, Content> contents, Set<String> dispensable, Helpers helpers) throws IOException {
        List<Ahead<String>> files = new ArrayList<>();
        for (Map.Entry<String, Content> file : contents.entrySet()) {
            String name = file.getKey();
            temporary(name);
            files.add(helpers.offer(
                    dispensable.contains(name)
                            ? () -> writeOrLeaveOut(name, file.getValue())
                            : () -> writeOne(name, file.getValue())));
        }
        Ahead.all(files);
    }

    private synchronized Path temporary(String name) throws IOException {
        requireOpen(name + " was written");
        order.add(name);
        return temporaries.computeIfAbsent(name, n -> directory.resolve(OutputFolder.temporaryName(n)));
    }

    private void requireOpen(String before) throws IOException {
        if (closed) {
            throw new IOException("the output was closed before " + before);
        }
    }

    private String writeOne(String name, Content content) throws IOException {
        try (SummedFile file = start(name);
                Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8.newEncoder()))) {
            content.writeTo(out);
            out.flush();
            finished(name, file.finish());
        }
        return name;
    }

    /** Whatever fails, drawing above all: on some machines it fails with errors, for want of a display or of fonts. */
    private String writeOrLeaveOut(String name, Content content) {
        try {
            return writeOne(name, content);
        } catch (Exception | Error e) {
            leftOut(name, e);
            return name;
        }
    }

    /** Not after this was closed: a file that is made while an interrupt removes the others would stay. */
    private synchronized SummedFile start(String name) throws IOException {
        return new SummedFile(temporary(name));
    }

    private synchronized void finished(String name, String sum) {
        sums.put(name, sum);
    }

    private synchronized void leftOut(String name, Throwable failure) {
        order.remove(name);
        Path temporary = temporaries.remove(name);
        if (temporary != null) {
            OutputFolder.deleteQuietly(temporary);
        }
        failures.put(name, failure);
    }

    /** What went wrong with files that were left out, by name. */
    public synchronized Map<String, Throwable> failures() {
        return Map.copyOf(failures);
    }

    /** Takes files into the set that are in place already, with their SHA-256 by name. */
    public synchronized void include(Map<String, String> inPlace) {
        order.addAll(inPlace.keySet());
        sums.putAll(inPlace);
    }

    /** The SHA-256 of each file of the set but the index, by name, in the order in which the files were given. */
    public synchronized Map<String, String> sums() {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : order) {
            String sum = sums.get(name);
            if (sum != null && !name.equals(index)) {
                ordered.put(name, sum);
            }
        }
        return ordered;
    }

    /** The text of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes it; the writer is closed by the caller. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes the index, then moves every file that has been written into place, the index last, and removes what the set that was
     * there before had and this one has not.
     *
     * @param content the index; it names the others by {@link #sums}
     * @return the paths of the files in place, the index first
     */
    public List<Path> commit(Content content) throws IOException {
        write(index, content);
        return commit();
    }

    private synchronized List<Path> commit() throws IOException {
        requireOpen("it was whole");
        EarlierSet earlier = EarlierSet.in(directory, index, names);
        earlier.invalidate();
        List<String> written = new ArrayList<>(temporaries.keySet());
        written.remove(index);
        for (String name : written) {
            moveIntoPlace(name);
        }
        OutputFolder.flush(directory);
        moveIntoPlace(index);
        OutputFolder.flush(directory);
        written.add(0, index);
        earlier.removeAllBut(order);
        temporaries.clear();
        madeDirectories.clear();
        committed = true;
        return written.stream().map(directory::resolve).toList();
    }

    private void moveIntoPlace(String name) throws IOException {
        OutputFolder.move(Objects.requireNonNull(temporaries.get(name)), directory.resolve(name));
    }

    /** Whether all files are in place. */
    public synchronized boolean isCommitted() {
        return committed;
    }

    /** Removes what was not committed, and the directories that were made for it if they are empty. */
    @Override
    public synchronized void close() {
        closed = true;
        temporaries.values().forEach(OutputFolder::deleteQuietly);
        temporaries.clear();
        Optional.ofNullable(lock).ifPresent(FolderLock::close);
        lock = null;
        while (!madeDirectories.isEmpty()) {
            OutputFolder.deleteQuietly(madeDirectories.pop());
        }
    }
}
