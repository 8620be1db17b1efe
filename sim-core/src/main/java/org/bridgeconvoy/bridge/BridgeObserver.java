package org.bridgeconvoy.bridge;

import org.bridgeconvoy.result.TripTime;

/**
 * Hears what happens in a run, at once and in the order in which it happens. It must not change the run; an exception
 * that it throws ends the run. Times are nanoseconds since the start.
 */
public interface BridgeObserver {

    /**
     * A consignment has appeared.
     *
     * @param cargo its cargo
     * @param loadTonnes its load
     */
    default void consigned(long now, String cargo, double loadTonnes) {}

    /**
     * A truck has reached an instant of its trip. {@code CONSIGNED} is reported together with {@code ASSIGNED}, at the
     * latter's time.
     */
    default void reached(long now, TripTime instant, TruckView truck) {}

    /**
     * Trucks have changed their state; a bridge queue does so as a whole when what holds its first changes.
     *
     * @param trucks how many, at least 1
     */
    default void stateChanged(long now, TruckState from, TruckState to, int trucks) {}
}
