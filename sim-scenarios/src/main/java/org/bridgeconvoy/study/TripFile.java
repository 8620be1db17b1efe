package org.bridgeconvoy.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trips of a run out of the memory once there are many: in a file for temporary data, which vanishes with the process. The tables of
 * a small run stay where they are. For one thread that adds, and any number that read.
 */
final class TripFile implements TripTable.Storage {

    /** Trips that may stay in memory, some 15 MB. */
    static final int MOST_IN_MEMORY = 100_000;

    private final int most;
    private long inMemory;
    private @Nullable FileChannel file;
    private long end;

    TripFile() {
        this(MOST_IN_MEMORY);
    }

    /** A file for what is beyond {@code most} trips. */
    TripFile(int most) {
        this.most = most;
    }

    /** The result, with its trips in the file if there are too many by now. */
    ReplicationResult take(ReplicationResult result) {
        TripTable trips = result.trips();
        if (trips == null) {
            return result;
        }
        if (inMemory + trips.size() <= most) {
            inMemory += trips.size();
            return result;
        }
        return result.withTrips(trips.keptIn(this));
    }

    @Override
    public TripTable.Blocks store(List<long[]> blocks) {
        long[] places = new long[blocks.size()];
        int[] lengths = new int[blocks.size()];
        try {
            FileChannel channel = open();
            for (int i = 0; i < places.length; i++) {
                places[i] = end;
                lengths[i] = blocks.get(i).length;
                ByteBuffer bytes = ByteBuffer.allocate(lengths[i] * Long.BYTES);
                bytes.asLongBuffer().put(blocks.get(i));
                while (bytes.hasRemaining()) {
                    end += channel.write(bytes, end);
                }
            }
            return new Stored(channel, places, lengths);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the trips do not fit on the disk of temporary files; --trips N records those of fewer replications, or"
                            + " CONVOY_JVM_OPTS=-Djava.io.tmpdir=FOLDER names another place",
                    e);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel known = file;
        if (known == null) {
            Path path = Files.createTempFile("convoy-trips", null);
            known = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = known;
        }
        return known;
    }

    /** Blocks of one table in the file. */
    private static final class Stored implements TripTable.Blocks {

        private final FileChannel channel;
        private final long[] places;
        private final int[] lengths;

        /** The block that was read last: rows are mostly asked for one after the other. */
        private volatile @Nullable Read last;

        private record Read(int index, long[] numbers) {}

        Stored(FileChannel channel, long[] places, int[] lengths) {
            this.channel = channel;
            this.places = places;
            this.lengths = lengths;
        }

        @Override
        public long[] block(int index) {
            Read known = last;
            if (known != null && known.index == index) {
                return known.numbers;
            }
            ByteBuffer bytes = ByteBuffer.allocate(lengths[index] * Long.BYTES);
            try {
                while (bytes.hasRemaining() && channel.read(bytes, places[index] + bytes.position()) >= 0) {
                    // Reads on until the block is whole.
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LongBuffer longs = bytes.flip().asLongBuffer();
            long[] numbers = new long[lengths[index]];
            longs.get(numbers);
            last = new Read(index, numbers);
            return numbers;
        }
    }
}
