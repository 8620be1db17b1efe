package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive lock on an output folder. The kernel holds it, so it also holds between containers that share the folder,
 * and a killed process releases it.
 */
final class FolderLock implements AutoCloseable {

    /** Name of the locked file, which exists only while a command writes into the folder. */
    static final String NAME = ".convoy-lock";

    /** The locked byte. It lies behind the file's end, because on Windows nothing else can read what is locked. */
    private static final long LOCKED = 1L << 30;

    private final Path file;
    private final FileChannel channel;

    /** Reads the file by its path. It stays open as long as the lock: to close any channel of a file releases all locks on it. */
    private @Nullable FileChannel byPath;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a folder, without waiting. On a file system without locks every attempt succeeds.
     *
     * @return empty if another process, or another part of this one, holds the lock
     * @throws NoSuchFileException if the folder does not exist any more
     */
    static Optional<FolderLock> tryLock(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                return Optional.empty();
            }
            FolderLock lock = new FolderLock(file, channel);
            try {
                if (lock.isInPlace()) {
                    return Optional.of(lock);
                }
            } catch (IOException e) {
                // A full disk, or a limit of file sizes.
                lock.close();
                throw e;
            }
            lock.closeChannels();
        }
    }

    /** Whether this channel now holds the lock, or the file system has no locks. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock(LOCKED, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Whether the path still names the locked file, which its last owner may have removed in the meantime. To tell, the file gets a random number.
     */
    private boolean isInPlace() throws IOException {
        long number = new SplittableRandom().nextLong();
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, number), 0);
        try {
            byPath = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return false;
        }
        ByteBuffer read = ByteBuffer.allocate(Long.BYTES);
        return byPath.read(read, 0) == Long.BYTES && read.getLong(0) == number;
    }

    /** Removes the file and releases the lock. */
    @Override
    public void close() {
        OutputFolder.deleteQuietly(file);
        closeChannels();
    }

    private void closeChannels() {
        try {
            channel.close();
            if (byPath != null) {
                byPath.close();
            }
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
