package org.bridgeconvoy.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The machine's file system, with faults. A JVM takes it as its default by {@code -Djava.nio.file.spi.DefaultFileSystemProvider} and the
 * name of this class.
 */
public final class FaultyFiles extends FileSystemProvider {

    private static final Set<OpenOption> WRITING = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final FileSystemProvider real;
    private final Disk disk = new Disk();
    private final FaultySystem system;

    /** For the JVM, which calls it once. */
    public FaultyFiles(FileSystemProvider real) {
        this.real = real;
        system = new FaultySystem(this, real.getFileSystem(URI.create("file:///")));
    }

    /** The disk of this JVM. */
    static Disk disk() {
        return ((FaultyFiles) FileSystems.getDefault().provider()).disk;
    }

    /** The path that the machine's file system knows. */
    static Path real(Path path) {
        return path instanceof FaultyPath faulty ? faulty.real() : path;
    }

    private static Path absolute(Path path) {
        return real(path).toAbsolutePath().normalize();
    }

    private Path wrap(Path path) {
        return new FaultyPath(system, path);
    }

    @Override
    public String getScheme() {
        return "file";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
        return real.newFileSystem(uri, env);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return wrap(real.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        return newFileChannel(path, options, attrs);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        if (options.stream().noneMatch(WRITING::contains)) {
            return real.newFileChannel(real(path), options, attrs);
        }
        Path absolute = absolute(path);
        FileChannel channel = disk.change(absolute, () -> {
            FileChannel opened = real.newFileChannel(real(path), options, attrs);
            disk.opened(absolute, opened);
            return opened;
        });
        return new FaultyChannel(disk, absolute, channel);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> found = real.newDirectoryStream(real(dir), path -> filter.accept(wrap(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> paths = found.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return paths.hasNext();
                    }

                    @Override
                    public Path next() {
                        return wrap(paths.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                found.close();
            }
        };
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
        disk.change(absolute(dir), () -> {
            real.createDirectory(real(dir), attrs);
            return true;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.change(absolute(path), () -> {
            real.delete(real(path));
            return true;
        });
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        disk.change(absolute(target), () -> {
            real.copy(real(source), real(target), options);
            return true;
        });
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        disk.change(absolute(target), () -> {
            real.move(real(source), real(target), options);
            return true;
        });
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(real(path), attribute, value, options);
    }
}
