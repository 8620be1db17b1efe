package org.bridgeconvoy.bridge.run.record;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/** Memory that one replicator reuses for each of its replications. */
public final class Buffers {

    private final Sample[] waits = new Sample[Stage.values().length];
    private final Sample[] leadTimes;
    private final Sample all;
    private final Sample[] traffic;
    private final TripTable.Builder trips;
    private final TrafficTable.Builder vehicles = new TrafficTable.Builder();

    /**
     * Buffers for the replications of a world.
     *
     * @param hasPercentiles whether waits and lead times are kept one by one
     * @param storage takes the rows of trips while they run; null to keep them in memory
     */
    public Buffers(ConvoyConfig config, boolean hasPercentiles, TripTable.@Nullable Storage storage) {
        trips = new TripTable.Builder(config.hasRoads() || config.hasReturnLoads(), storage);
        Supplier<Sample> made = hasPercentiles ? Sample::new : Sample::withoutQuantiles;
        all = made.get();
        fill(waits, made);
        leadTimes = fill(new Sample[config.demand().size()], made);
        traffic = fill(new Sample[config.traffic().size()], made);
    }

    private static Sample[] fill(Sample[] samples, Supplier<Sample> made) {
        Arrays.setAll(samples, i -> made.get());
        return samples;
    }

    void clear() {
        for (Sample wait : waits) {
            wait.clear();
        }
        for (Sample leadTime : leadTimes) {
            leadTime.clear();
        }
        for (Sample wait : traffic) {
            wait.clear();
        }
        all.clear();
        trips.clear();
        vehicles.clear();
    }

    /** Waits before a stage, in nanoseconds. */
    Sample waits(Stage stage) {
        return waits[stage.ordinal()];
    }

    /** Lead times of a cargo, in nanoseconds. */
    Sample leadTimes(int cargo) {
        return leadTimes[cargo];
    }

    /** Lead times of all cargoes, merged once a run has ended. */
    Sample allLeadTimes() {
        if (leadTimes.length == 1) {
            return leadTimes[0];
        }
        if (all.count() == 0) {
            for (Sample leadTime : leadTimes) {
                all.recordAll(leadTime);
            }
        }
        return all;
    }

    /** Waits of the vehicles of a name, in nanoseconds. */
    Sample traffic(int name) {
        return traffic[name];
    }

    /** The table of vehicles of the present replication. */
    public TrafficTable.Builder vehicles() {
        return vehicles;
    }

    /** The trip table of the present replication. */
    public TripTable.Builder trips() {
        return trips;
    }
}
