package org.bridgeconvoy.study;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trips of a run out of the memory once there are many: in a file for temporary data, which vanishes with the process. The tables of
 * a small run stay where they are. Thread-safe.
 */
final class TripFile implements TripTable.Storage {

    /** Trips that may stay in memory, some 15 MB. */
    static final int MOST_IN_MEMORY = 100_000;

    private final int most;
    private final Set<Integer> taken = new HashSet<>();
    private long inMemory;
    private final TemporaryFile file = new TemporaryFile("trips");

    TripFile() {
        this(MOST_IN_MEMORY);
    }

    /** A file for what is beyond {@code most} trips. */
    TripFile(int most) {
        this.most = most;
    }

    /**
     * A model whose results have their trips here at once, on the thread that ran them, so that none waits in memory for its turn.
     *
     * @param bridge what it runs
     */
    record Filling(BridgeModel bridge, TripFile trips) implements Model<ReplicationResult> {

        @Override
        public Replicator<ReplicationResult> newReplicator() {
            Replicator<ReplicationResult> replicator = bridge.newReplicator();
            return streams -> trips.take(replicator.replicate(streams));
        }
    }

    /** The result, with its trips in the file if there are too many by now; one that was taken already is not changed. */
    synchronized ReplicationResult take(ReplicationResult result) {
        TripTable trips = result.trips();
        if (trips == null || !taken.add(result.replication())) {
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
        for (int i = 0; i < places.length; i++) {
            lengths[i] = blocks.get(i).length;
            ByteBuffer bytes = ByteBuffer.allocate(lengths[i] * Long.BYTES);
            bytes.asLongBuffer().put(blocks.get(i));
            places[i] = file.append(bytes);
        }
        return new Stored(file, places, lengths);
    }

    /** Blocks of one table in the file. */
    private static final class Stored implements TripTable.Blocks {

        private final TemporaryFile file;
        private final long[] places;
        private final int[] lengths;

        /** The block that was read last: rows are mostly asked for one after the other. */
        private volatile @Nullable Read last;

        private record Read(int index, long[] numbers) {}

        Stored(TemporaryFile file, long[] places, int[] lengths) {
            this.file = file;
            this.places = places;
            this.lengths = lengths;
        }

        @Override
        public long[] block(int index) {
            Read known = last;
            if (known != null && known.index == index) {
                return known.numbers;
            }
            LongBuffer longs =
                    file.read(places[index], lengths[index] * Long.BYTES).asLongBuffer();
            long[] numbers = new long[lengths[index]];
            longs.get(numbers);
            last = new Read(index, numbers);
            return numbers;
        }
    }
}
