package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;

/** Memory that one replicator uses again for each of its replications. */
public final class Buffers {

    private final Sample[] waits = new Sample[Stage.values().length];
    private final Sample[] leadTimes;
    private final Sample all = new Sample();
    private final TripTable.Builder trips;

    /** Buffers for the replications of a world. */
    public Buffers(ConvoyConfig config) {
        trips = new TripTable.Builder(config.hasRoads() || config.hasReturnLoads());
        int cargoes = config.demand().size();
        for (int i = 0; i < waits.length; i++) {
            waits[i] = new Sample();
        }
        leadTimes = new Sample[cargoes];
        for (int i = 0; i < cargoes; i++) {
            leadTimes[i] = new Sample();
        }
    }

    void clear() {
        for (Sample wait : waits) {
            wait.clear();
        }
        for (Sample leadTime : leadTimes) {
            leadTime.clear();
        }
        all.clear();
        trips.clear();
    }

    /** Waits before a stage, in nanoseconds. */
    Sample waits(Stage stage) {
        return waits[stage.ordinal()];
    }

    /** Lead times of a cargo, in nanoseconds. */
    Sample leadTimes(int cargo) {
        return leadTimes[cargo];
    }

    /** Lead times of all cargoes, put together when a run has ended. */
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

    /** The trip table of the present replication. */
    public TripTable.Builder trips() {
        return trips;
    }
}
