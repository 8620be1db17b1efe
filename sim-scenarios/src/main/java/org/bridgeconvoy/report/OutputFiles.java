package org.bridgeconvoy.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.SharedTask;
import org.jspecify.annotations.Nullable;

/**
 * The set of output files of one command, with an index that holds the SHA-256 of the others. Each file is written
 * beside its target under a temporary name and flushed to the disk. {@link #commit} then moves all of them into place,
 * the index last. Closing before that removes the temporary files and leaves the old files untouched. Until it is
 * closed, no other command can open the folder. An interrupt may close it from another thread.
 */
public final class OutputFiles implements AutoCloseable {

    private final Path directory;
    private final String index;
    private final Collection<String> names;
    /** Temporary files by the name of their target. */
    private final Map<String, Path> temporaries = new LinkedHashMap<>();
    /** Names of all files of the set, in the order in which the caller gave them. */
    private final Set<String> order = new LinkedHashSet<>();
    /** SHA-256 of finished files. */
    private final Map<String, String> sums = new HashMap<>();
    /** Causes why dispensable files were left out. */
    private final Map<String, Throwable> failures = new TreeMap<>();
    /** Folders made for the output, the innermost first. */
    private final Deque<Path> madeDirectories = new ArrayDeque<>();

    private TableFormat tables = TableFormat.CSV;
    private @Nullable FolderLock lock;
    private boolean closed;
    private boolean committed;

    private OutputFiles(Path directory, String index, Collection<String> names) {
        this.directory = directory;
        this.index = index;
        this.names = List.copyOf(names);
    }

    /**
     * Opens a folder for output. Makes it if needed, and removes temporary files of a command that was killed.
     *
     * @param index name of the index, which moves into place last
     * @param names names of the other files that a command of this kind may write. They are checked now, so that a
     *     conflict shows before any work. {@link #commit} removes those that an older set has and the new set does not
     *     have.
     * @throws IOException with a message for people if the folder or a file cannot be written, or if another command
     *     writes into the folder
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

    /** Writes the tables, which are the files whose name ends in {@code .csv}, in another format from now on. */
    public OutputFiles as(TableFormat format) {
        tables = format;
        return this;
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

    /** The folder of the set. */
    public Path directory() {
        return directory;
    }

    /** Writes a text file as UTF-8 under its temporary name. */
    public void write(String name, Content content) throws IOException {
        writeAll(Map.of(name, content), Set.of(), Helpers.NONE);
    }

    /**
     * Writes text files like {@link #write}, some of them on helper threads. No thread works on them any more when this
     * method returns or throws.
     *
     * @param contents contents by name, in the order in which {@link #commit} lists them. This thread begins with the
     *     last, the helpers with the first; put the slowest last.
     * @param dispensable names of files that the set can do without: if one fails, the set leaves it out, see
     *     {@link #failures}
     * @param helpers threads that write some of the files
     * @throws IOException the first failure, in the order of {@code contents}, of a file that is not dispensable
     */
    public void writeAll(Map<String, Content> contents, Set<String> dispensable, Helpers helpers) throws IOException {
        List<SharedTask<String>> files = new ArrayList<>();
        for (Map.Entry<String, Content> file : contents.entrySet()) {
            String name = file.getKey();
            temporary(tables.nameOf(name));
            SharedTask.Work<String> work = () -> writeOne(name, file.getValue());
            if (!tables.nameOf(name).equals(name)) {
                work = () -> convert(name, file.getValue());
            } else if (dispensable.contains(name)) {
                work = () -> writeOrLeaveOut(name, file.getValue());
            }
            files.add(helpers.offer(work));
        }
        SharedTask.all(files);
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

    /** Writes a table in another format, from CSV that lies beside it meanwhile. */
    private String convert(String name, Content content) throws IOException {
        String other = tables.nameOf(name);
        Path csv = directory.resolve(OutputFolder.temporaryName(name));
        try {
            try (SummedFile file = new SummedFile(csv);
                    Writer out =
                            new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8.newEncoder()))) {
                content.writeTo(out);
            }
            Path to = temporary(other);
            tables.convert(name, csv, to);
            try (FileChannel made = FileChannel.open(to, StandardOpenOption.WRITE)) {
                made.force(true);
            }
            finished(other, FileSums.sum(to));
        } finally {
            OutputFolder.deleteQuietly(csv);
        }
        return other;
    }

    /**
     * Writes a dispensable file. Catches everything, because drawing charts also fails with errors: on a machine
     * without fonts or a display.
     */
    private String writeOrLeaveOut(String name, Content content) {
        try {
            return writeOne(name, content);
        } catch (Exception | Error e) {
            leftOut(name, e);
            return name;
        }
    }

    /**
     * Opens a temporary file. Synchronized with {@link #close}: a file made while an interrupt removes the others would
     * stay.
     */
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

    /** Failures of files that were left out, by name. */
    public synchronized Map<String, Throwable> failures() {
        return Map.copyOf(failures);
    }

    /**
     * Adds files to the set that are in place already.
     *
     * @param inPlace SHA-256 by name
     */
    public synchronized void include(Map<String, String> inPlace) {
        order.addAll(inPlace.keySet());
        sums.putAll(inPlace);
    }

    /** SHA-256 of each finished file other than the index, by name, in the order in which the caller gave the files. */
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

    /** Writes the text of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes the text; the caller closes the writer. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes the index, then moves all written files into place, the index last, and removes the files of the older set
     * that this one does not have.
     *
     * @param content writes the index, which lists the other files by {@link #sums}
     * @return paths of the files moved into place, the index first
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

    /**
     * Removes temporary files that were not committed, and folders made for them if they are empty. Releases the
     * folder.
     */
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
