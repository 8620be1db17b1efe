package org.bridgeconvoy.bridge;

/** What an observer may see of a truck. */
public interface TruckView {

    /** Its number, from 1. */
    int number();

    /** The name of its class; empty in a fleet of one class. */
    String truckClass();

    /** The number of its present or last trip, from 1; 0 before the first. */
    long trip();

    /** The cargo of its present or last trip. */
    String cargo();

    /** The load of its present or last trip in tonnes. */
    double loadTonnes();
}
