package org.bridgeconvoy.bridge.station;

/** What may be seen of a truck by observers, disciplines and stages of one's own. It is the same object on every trip. */
public interface TruckView {

    /**
     * Its number.
     *
     * @return from 1
     */
    int number();

    /**
     * The name of its class.
     *
     * @return empty in a fleet of one class
     */
    String truckClass();

    /**
     * The number of its present or last trip.
     *
     * @return from 1; 0 before the first
     */
    long trip();

    /**
     * The cargo of its present or last trip.
     *
     * @return the stream's name
     */
    String cargo();

    /**
     * The priority of the consignment of its present or last trip.
     *
     * @return higher goes first
     */
    int priority();

    /**
     * The load of its present or last trip.
     *
     * @return tonnes, at least 0
     */
    double loadTonnes();
}
