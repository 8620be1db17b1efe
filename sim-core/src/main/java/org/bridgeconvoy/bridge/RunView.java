package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/** A read-only view of a run. Reading never changes what the run does. */
public interface RunView {

    /**
     * The present time in nanoseconds since the start.
     *
     * @return from 0 to the horizon
     */
    long now();

    /**
     * The length of the run; what would happen at this instant or later does not happen.
     *
     * @return nanoseconds, above 0
     */
    long horizon();

    /**
     * The lane and its queues at the present instant. In a run without observers, what the lane does at the present instant itself may
     * be still to come.
     *
     * @return a view that follows the run
     */
    LaneState laneState();

    /**
     * How many trucks are in a state at the present instant.
     *
     * @param state which
     * @return at least 0
     */
    int trucks(TruckState state);

    /**
     * Truck-nanoseconds spent in a state since the warm-up ended (or the start, before that), exact.
     *
     * @param state which
     * @return at least 0
     */
    BigInteger truckNanos(TruckState state);

    /**
     * Trucks that wait before a station, or consignments that wait for a truck.
     *
     * @param stage which
     * @return at least 0; 0 for a station that the world leaves out
     */
    int queueLength(Stage stage);

    /**
     * Vehicles of the through traffic that wait to enter the bridge.
     *
     * @param direction where they go
     * @return at least 0
     */
    int vehiclesWaiting(Direction direction);
}
