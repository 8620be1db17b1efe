package org.bridgeconvoy.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/**
 * The results of replications in their order. The first {@value #MOST_IN_MEMORY} stay in memory; those behind them wait in a file, in blocks,
 * but for the tables of trips and vehicles, which {@link TripFile} keeps elsewhere. To go through the list from the beginning reads each block
 * once. One thread adds; any number read.
 */
final class StoredResults extends AbstractList<ReplicationResult> {

    /** Results that stay in memory, some 5 MB of a month. */
    static final int MOST_IN_MEMORY = 1_000;

    /** Results of a block. */
    private static final int BLOCK = 128;

    private final int most;
    private final TemporaryFile file = new TemporaryFile("results");

    /** The first ones, and behind them those of the block that is not yet whole. */
    private final List<ReplicationResult> first = new ArrayList<>();

    private final List<ReplicationResult> last = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /** Tables of results in the file, by the place in the list. */
    private final Map<Integer, Tables> tables = new HashMap<>();

    private List<Metric> metrics = List.of();

    /** The block that {@link #get} read last. */
    private volatile @Nullable Read read;

    private record Place(long at, int length) {}

    private record Tables(
            @Nullable TripTable trips, @Nullable TrafficTable vehicles) {}

    private record Read(int block, List<ReplicationResult> results) {}

    StoredResults() {
        this(MOST_IN_MEMORY);
    }

    /** Results of which {@code most} stay in memory. */
    StoredResults(int most) {
        this.most = most;
    }

    @Override
    public boolean add(ReplicationResult result) {
        if (first.size() < most) {
            return first.add(result);
        }
        if (result.trips() != null || result.vehicles() != null) {
            tables.put(size(), new Tables(result.trips(), result.vehicles()));
        }
        metrics = result.metrics().metrics();
        last.add(with(result, new Tables(null, null)));
        if (last.size() == BLOCK) {
            store();
        }
        return true;
    }

    private void store() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (ReplicationResult result : last) {
                ResultData.write(result, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places.add(new Place(file.append(ByteBuffer.wrap(bytes.toByteArray())), bytes.size()));
        last.clear();
    }

    private List<ReplicationResult> block(int index) {
        Place place = places.get(index);
        List<ReplicationResult> results = new ArrayList<>(BLOCK);
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(file.read(place.at(), place.length()).array()))) {
            for (int i = 0; i < BLOCK; i++) {
                results.add(whole(ResultData.read(metrics, in), most + index * BLOCK + i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    /** A result with its tables. */
    private ReplicationResult whole(ReplicationResult result, int index) {
        Tables of = tables.get(index);
        return of == null ? result : with(result, of);
    }

    private static ReplicationResult with(ReplicationResult result, Tables tables) {
        return new ReplicationResult(
                result.replication(),
                result.metrics(),
                result.daily(),
                tables.trips,
                tables.vehicles,
                result.events(),
                result.evidence(),
                result.lock(),
                result.trafficWaitMinutes(),
                result.probed(),
                result.controls());
    }

    @Override
    public int size() {
        return first.size() + places.size() * BLOCK + last.size();
    }

    @Override
    public ReplicationResult get(int index) {
        if (index < first.size()) {
            return first.get(index);
        }
        int block = (index - most) / BLOCK;
        int within = (index - most) % BLOCK;
        if (block == places.size()) {
            return whole(last.get(within), index);
        }
        Read known = read;
        if (known == null || known.block != block) {
            known = new Read(block, block(block));
            read = known;
        }
        return known.results.get(within);
    }

    /** Reads each block once, whatever others read meanwhile. */
    @Override
    public Iterator<ReplicationResult> iterator() {
        return new Iterator<>() {
            private int next;
            private List<ReplicationResult> block = List.of();

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public ReplicationResult next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int index = next++;
                int behind = index - first.size();
                if (behind < 0 || behind / BLOCK == places.size()) {
                    return get(index);
                }
                if (behind % BLOCK == 0) {
                    block = block(behind / BLOCK);
                }
                return block.get(behind % BLOCK);
            }
        };
    }
}
