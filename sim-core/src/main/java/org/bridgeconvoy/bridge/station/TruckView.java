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
     * The cargo that it carries or carried last: on its way back with a return load that of the return load.
     *
     * @return the stream's name
     */
    String cargo();

    /**
     * The priority of the consignment that it carries or carried last.
     *
     * @return higher goes first
     */
    int priority();

    /**
     * The load that it carries or carried last.
     *
     * @return tonnes, at least 0
     */
    double loadTonnes();

    /**
     * Whether what it carries or carried last is a return load: from its assignment on the far bank to its next trip.
     *
     * @return false on the way out and on an empty way back
     */
    boolean isReturnLoad();
}
