package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Keeps other processes from writing into a folder. The kernel holds the lock, so it works across containers that share the folder,
 * and a process that is killed lets go of it.
 */
final class FolderLock implements AutoCloseable {

    /** The name of the file that is locked; it is there only while somebody writes. */
    static final String NAME = ".convoy-lock";

    private static final int MOST_BYTES = 1 << 30;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a folder without waiting. A file system that knows no locks gives none, and its folder counts as locked by this one.
     *
     * @return empty if another process, or another part of this one, holds it
     * @throws NoSuchFileException if the folder has been removed
     */
    static Optional<FolderLock> tryLock(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                return Optional.empty();
            }
            if (isInPlace(file, channel)) {
                return Optional.of(new FolderLock(file, channel));
            }
            channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Whether the path still names the file that was locked, which its last owner may have removed meanwhile. The file gets a length
     * of its own (it takes no room on the disk), because to open it again and close it would release the lock.
     */
    private static boolean isInPlace(Path file, FileChannel channel) throws IOException {
        long length = new SplittableRandom().nextInt(MOST_BYTES);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length);
        try {
            return Files.size(file) == length + 1;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Removes the file and lets go of the lock. */
    @Override
    public void close() {
        OutputFolder.deleteQuietly(file);
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
