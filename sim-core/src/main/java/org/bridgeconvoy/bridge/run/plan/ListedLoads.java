package org.bridgeconvoy.bridge.run.plan;

import java.util.List;
import org.bridgeconvoy.bridge.config.Consignment;

/** The listed consignments of one cargo that appear before the horizon, by time. Immutable, shared by all replications. */
public final class ListedLoads {

    private final long[] times;
    private final long[] milligrams;
    private final int[] priorities;

    /** Whether some consignments of the list lie at or after the horizon. */
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

    /** Number of consignments that appear before the horizon. */
    public int count() {
        return times.length;
    }

    /** When a consignment appears, in nanoseconds since the start. */
    public long time(int index) {
        return times[index];
    }

    /** Mass of a consignment. */
    public long milligrams(int index) {
        return milligrams[index];
    }

    /** Priority of a consignment. */
    public int priority(int index) {
        return priorities[index];
    }

    /** Whether some consignments of the list lie at or after the horizon. */
    public boolean isCut() {
        return cut;
    }
}
