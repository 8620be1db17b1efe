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
 * Exclusive lock on an output folder. The kernel holds it, so it also holds between containers that share the folder,
 * and a killed process releases it.
 */
final class FolderLock implements AutoCloseable {

    /** Name of the locked file, which exists only while a command writes into the folder. */
    static final String NAME = ".convoy-lock";

    /** Upper limit of the random length by which a lock recognizes its file. */
    private static final int MOST_BYTES = 1 << 30;

    private final Path file;
    private final FileChannel channel;

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
                if (isInPlace(file, channel)) {
                    return Optional.of(lock);
                }
            } catch (IOException e) {
                // A full disk, or a limit of file sizes.
                lock.close();
                throw e;
            }
            channel.close();
        }
    }

    /** Whether this channel now holds the lock, or the file system has no locks. */
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
     * Whether the path still names the locked file, which its last owner may have removed in the meantime. To tell, the
     * file gets a random length, which takes no room on the disk. Opening the path a second time to compare is not
     * possible: closing that channel would release the lock.
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

    /** Removes the file and releases the lock. */
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
