package org.bridgeconvoy.bridge;

import java.util.List;
import org.bridgeconvoy.bridge.config.Consignment;

/** The listed consignments of one cargo that appear before the horizon, by time. Immutable, shared by all replications. */
final class ListedLoads {

    private final long[] times;
    private final long[] milligrams;
    private final int[] priorities;

    /** Whether some lie at or after the horizon. */
    private final boolean cut;

    ListedLoads(List<Consignment> all, String cargo, long horizonNanos) {
        List<Consignment> listed =
                all.stream().filter(c -> c.cargo().equals(cargo)).toList();
        List<Consignment> appear =
                listed.stream().filter(c -> c.atNanos() < horizonNanos).toList();
        times = appear.stream().mapToLong(Consignment::atNanos).toArray();
        milligrams = appear.stream().mapToLong(c -> Mass.ofTonnes(c.tonnes())).toArray();
        priorities = appear.stream().mapToInt(Consignment::priority).toArray();
        cut = appear.size() < listed.size();
    }

    int count() {
        return times.length;
    }

    long time(int index) {
        return times[index];
    }

    long milligrams(int index) {
        return milligrams[index];
    }

    int priority(int index) {
        return priorities[index];
    }

    boolean isCut() {
        return cut;
    }
}
