package org.bridgeconvoy.verify;

import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/** Result of one replication of a world: its trips and its metrics. */
interface Day {

    /** Runs worlds. A test puts in a runner with a wrong model to see that the cases fail. */
    interface Runner {

        /** One replication of a world, with its trips recorded. */
        Day run(ConvoyConfig world, Streams streams);
    }

    /** One replication of the bridge model, with its trips recorded. */
    static Day of(ConvoyConfig world, Streams streams) {
        return new Simulated(
                new BridgeModel(world, replication -> true).start(streams).finish());
    }

    /** The trips in the order of assignment. */
    TripTable trips();

    /** The value of a metric; NaN if there is no data. */
    double metric(Metric metric);

    /**
     * Time at which a trip reached a point, in seconds since the start; NaN if the trip did not reach it or there is no such trip.
     *
     * @param trip number of the trip, from 1 in the order of assignment
     */
    default double seconds(int trip, TripTime point) {
        long time = trip > trips().size() ? TripTable.NOT_REACHED : trips().time(trip - 1, point);
        return time == TripTable.NOT_REACHED ? Double.NaN : time / 1e9;
    }

    /** Result of the bridge model itself. */
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
