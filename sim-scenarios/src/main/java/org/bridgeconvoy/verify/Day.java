package org.bridgeconvoy.verify;

import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/** What came out of one run of a world: its trips and its metrics. */
interface Day {

    /** Runs worlds; a test puts a wrong one in its place, to see the cases fail. */
    interface Runner {

        /** One replication of a world, with its trips. */
        Day run(ConvoyConfig world, Streams streams);
    }

    /** The bridge model itself. */
    static Day of(ConvoyConfig world, Streams streams) {
        return new Simulated(
                new BridgeModel(world, replication -> true).start(streams).finish());
    }

    TripTable trips();

    double metric(Metric metric);

    /** When a trip, from 1 in the order of assignment, reached a point, in seconds since the start; NaN if it did not. */
    default double seconds(int trip, TripTime point) {
        long time = trip > trips().size() ? TripTable.NOT_REACHED : trips().time(trip - 1, point);
        return time == TripTable.NOT_REACHED ? Double.NaN : time / 1e9;
    }

    /** A run of the model. */
    record Simulated(ReplicationResult result) implements Day {

        @Override
        public TripTable trips() {
            TripTable trips = result.trips();
            if (trips == null) {
                throw new IllegalStateException("the run recorded no trips");
            }
            return trips;
        }

        @Override
        public double metric(Metric metric) {
            return result.metrics().value(metric);
        }
    }
}
