package org.bridgeconvoy.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file for what does not stay in memory. It is made when there is something to keep, and vanishes with the process. One thread appends. */
final class TemporaryFile {

    private final String what;
    private volatile @Nullable FileChannel file;
    private long end;

    /**
     * No file yet.
     *
     * @param what it keeps, for the message if the disk is full: {@code "trips"}
     */
    TemporaryFile(String what) {
        this.what = what;
    }

    /**
     * Appends bytes.
     *
     * @return their place
     * @throws UncheckedIOException with a message for people if the disk has no room
     */
    long append(ByteBuffer bytes) {
        long place = end;
        try {
            FileChannel channel = open();
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the " + what + " do not fit on the disk of temporary files; --trips N records those of fewer"
                            + " replications, or CONVOY_JVM_OPTS=-Djava.io.tmpdir=FOLDER names another place",
                    e);
        }
    }

    /** Reads bytes from a place; may be called by several threads at once. */
    ByteBuffer read(long place, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            FileChannel channel = open();
            while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
                // Reads on until all is there.
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel known = file;
        if (known == null) {
            Path path = Files.createTempFile("convoy-" + what, null);
            known = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = known;
        }
        return known;
    }
}
