package org.bridgeconvoy.bridge;

/**
 * Where a truck comes to on its trip. A trip is a chain of places: each hands the truck on to the next. A truck that is
 * busy in a place has its event pending, and the place hears when that fires.
 */
abstract class Place {

    /** A truck comes here. */
    abstract void arrive(Truck truck);

    /** Phase 1: what the truck was doing here has ended. */
    void ended(Truck truck) {
        throw new IllegalStateException(truck + " has nothing here that could end");
    }
}
