package org.bridgeconvoy.study;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
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

    /** Bytes of trips that may stay in memory, those of some 100,000 trips. */
    static final long MOST_IN_MEMORY = 15_000_000;

    private final long most;
    private final Set<Integer> taken = new HashSet<>();
    private long inMemory;
    private final TemporaryFile file = new TemporaryFile("trips");

    /** The block that was read last: rows are mostly asked for one after the other. */
    private volatile @Nullable Read last;

    private record Read(long place, long[] numbers) {}

    TripFile() {
        this(MOST_IN_MEMORY);
    }

    /** A file for what is beyond {@code most} bytes. */
    TripFile(long most) {
        this.most = most;
    }

    /**
     * A model whose replications put their trips here while they run, so that not even those of one are in memory together.
     *
     * @param bridge what it runs
     */
    record Filling(BridgeModel bridge, TripFile trips) implements Model<ReplicationResult> {

        @Override
        public Replicator<ReplicationResult> newReplicator() {
            Replicator<ReplicationResult> replicator = bridge.newReplicator(trips);
            return streams -> trips.taken(replicator.replicate(streams));
        }
    }

    private synchronized ReplicationResult taken(ReplicationResult result) {
        taken.add(result.replication());
        return result;
    }

    /** The result, with its trips here; that of a {@link Filling} has them here already. */
    synchronized ReplicationResult take(ReplicationResult result) {
        TripTable trips = result.trips();
        return trips == null || !taken.add(result.replication()) ? result : result.withTrips(trips.keptIn(this));
    }

    @Override
    public synchronized Supplier<long[]> store(long[] block) {
        int bytes = block.length * Long.BYTES;
        if (inMemory + bytes <= most) {
            inMemory += bytes;
            return () -> block;
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        buffer.asLongBuffer().put(block);
        long place = file.append(buffer);
        return () -> read(place, bytes);
    }

    private long[] read(long place, int bytes) {
        Read known = last;
        if (known == null || known.place != place) {
            long[] numbers = new long[bytes / Long.BYTES];
            file.read(place, bytes).asLongBuffer().get(numbers);
            known = new Read(place, numbers);
            last = known;
        }
        return known.numbers;
    }
}
