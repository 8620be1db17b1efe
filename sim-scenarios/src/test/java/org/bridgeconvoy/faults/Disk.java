package org.bridgeconvoy.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the operations that change files below one folder: they are counted, and one of them, by its number, meets a fault.
 * Operations that only read are never touched.
 */
final class Disk {

    /** What the chosen operation meets. */
    enum Fault {
        /** Nothing; operations are only counted. */
        NONE,
        /** The process dies before the operation. */
        KILL_BEFORE,
        /** The process dies after half of the bytes are written; after the operation, if it writes none. */
        KILL_WITHIN,
        /** The process dies after the operation. */
        KILL_AFTER,
        /** From here on every write fails as on a full disk; files can still be made and removed. */
        FULL
    }

    /** Stands for the death of the process: thrown at the operation, and at every later one. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("the process is dead");
        }
    }

    /** An operation on the real file system. */
    interface Change<T> {
        T make() throws IOException;
    }

    /** Bytes to be written to the real file. */
    interface Write {
        int write(ByteBuffer bytes) throws IOException;
    }

    private final List<FileChannel> open = new ArrayList<>();
    private @Nullable Path folder;
    private Fault fault = Fault.NONE;
    private int at;
    private int count;
    private boolean dead;
    private boolean full;

    /** Watches a folder from now on: operation {@code number}, counted from 1, meets a fault. */
    synchronized void watch(@Nullable Path real, Fault its, int number) {
        folder = real;
        fault = its;
        at = number;
        count = 0;
        dead = false;
        full = false;
    }

    /** Ends the watch as the end of a process does: open files are closed, locks released. Returns the number of operations. */
    synchronized int end() throws IOException {
        for (FileChannel channel : open) {
            channel.close();
        }
        open.clear();
        int operations = count;
        watch(null, Fault.NONE, 0);
        return operations;
    }

    /** Whether the chosen operation came. */
    synchronized boolean hasStruck() {
        return dead || full;
    }

    synchronized void opened(Path real, FileChannel channel) {
        if (isWatched(real)) {
            open.add(channel);
        }
    }

    synchronized <T> T change(Path real, Change<T> change) throws IOException {
        if (!isWatched(real)) {
            return change.make();
        }
        begin();
        T made = change.make();
        endChange();
        return made;
    }

    synchronized int write(Path real, ByteBuffer bytes, Write write) throws IOException {
        if (!isWatched(real)) {
            return write.write(bytes);
        }
        begin();
        full |= count == at && fault == Fault.FULL;
        if (full) {
            throw new IOException("No space left on device");
        }
        if (count == at && fault == Fault.KILL_WITHIN) {
            ByteBuffer half = bytes.duplicate();
            half.limit(half.position() + half.remaining() / 2);
            write.write(half);
            endChange();
        }
        int written = write.write(bytes);
        endChange();
        return written;
    }

    private boolean isWatched(Path real) {
        return folder != null && real.startsWith(folder);
    }

    private void begin() {
        count += dead ? 0 : 1;
        dead |= count == at && fault == Fault.KILL_BEFORE;
        if (dead) {
            throw new Killed();
        }
    }

    private void endChange() {
        dead |= count == at && (fault == Fault.KILL_WITHIN || fault == Fault.KILL_AFTER);
        if (dead) {
            throw new Killed();
        }
    }
}
